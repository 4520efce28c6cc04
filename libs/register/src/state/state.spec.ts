import { describe, it, expect } from '@jest/globals';
import { stateSchemas } from './state.schema.js';
import { decideState, evolveState, initialState, type StateEvent } from './state.js';

const kazakhstan: StateEvent['data'] = {
  code: 'KAZ',
  alpha2: 'KZ',
  numeric: '398',
  names: { en: 'Kazakhstan', ar: 'كازاخستان' },
  aliases: ['Republic of Kazakhstan'],
};
const registered: StateEvent = { type: 'StateRegistered', data: kazakhstan };
const given = (...events: StateEvent[]) => events.reduce(evolveState, initialState);

describe('registering a state', () => {
  it('yields the registration', () => {
    expect(decideState({ type: 'RegisterState', state: kazakhstan }, given())).toEqual([registered]);
  });

  it('once more, as it is, yields nothing', () => {
    expect(decideState({ type: 'RegisterState', state: { ...kazakhstan } }, given(registered))).toEqual([]);
  });

  it('once more, in another form, is refused', () => {
    const other = { ...kazakhstan, aliases: [] };
    expect(decideState({ type: 'RegisterState', state: other }, given(registered))).toEqual({
      code: 'state-exists',
      state: 'KAZ',
    });
  });
});

describe('what a state’s stream stores', () => {
  const takes = (fields: object): boolean =>
    stateSchemas.StateRegistered.safeParse({ ...kazakhstan, ...fields }).success;

  it('is the registration as given', () => {
    expect(stateSchemas.StateRegistered.parse(kazakhstan)).toEqual(kazakhstan);
  });

  it('may be of an entity without ISO codes', () => {
    expect(
      stateSchemas.StateRegistered.safeParse({ code: 'X-SOMALILAND', names: { en: 'Somaliland' } }).success,
    ).toBe(true);
  });

  it.each([
    { code: 'kaz' },
    { alpha2: 'KAZ' },
    { numeric: '4' },
    { numeric: 398 },
    { names: {} },
    { aliases: [''] },
    { capital: 'Astana' },
  ])('nothing with %j', (fields) => {
    expect(takes(fields)).toBe(false);
  });
});
