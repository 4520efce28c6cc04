import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { knownNames, stateNamesOn } from './state-names.js';
import { stateSchemas } from './state.schema.js';
import {
  decideState,
  evolveState,
  existsOn,
  initialState,
  stateFactsOf,
  type State,
  type StateCommand,
  type StateEvent,
  type StateRegistered,
} from './state.js';

const kazakhstan: StateRegistered['data'] = {
  code: 'KAZ',
  alpha2: 'KZ',
  numeric: '398',
  names: { en: 'Kazakhstan', ar: 'كازاخستان' },
  aliases: ['Republic of Kazakhstan'],
};
const registered = (more: Partial<StateRegistered['data']> = {}): StateRegistered => ({
  type: 'StateRegistered',
  data: { ...kazakhstan, ...more },
});
const added = (name: string): StateEvent => ({ type: 'NameAdded', data: { name } });
const renaming = (on: string, en = 'Qazaqstan') => ({ on, names: { en } });
const renamed = (on: string, en?: string): StateEvent => ({ type: 'StateRenamed', data: renaming(on, en) });
const succession = (on: string, predecessors = ['SUN']) => ({
  on,
  predecessors,
  kind: 'dissolution' as const,
});
const dissolution = (on: string, successors = ['RUS']) => ({ on, successors });
const dissolved = (on: string): StateEvent => ({ type: 'StateDissolved', data: dissolution(on) });

const id = (n: number): string => `event-${String(n)}`;
const stateAfter = (...events: StateEvent[]): State =>
  events.reduce<State>((was, event, at) => evolveState(was, { ...event, eventId: id(at + 1) }), initialState);
const given = (...events: StateEvent[]) => ({
  when: (command: StateCommand) => decideState(command, stateAfter(...events), { today: '2026-02-01' }),
});

describe('a state of which nothing is recorded', () => {
  it('has not changed', () => {
    expect(initialState).toEqual({ changes: [] });
  });
});

describe('registering a state', () => {
  const register: StateCommand = { type: 'RegisterState', state: kazakhstan };

  it('yields the registration', () => {
    expect(given().when(register)).toEqual([registered()]);
  });

  it('once more, as it is, yields nothing', () => {
    expect(given(registered()).when({ ...register, state: { ...kazakhstan } })).toEqual([]);
  });

  it('once more, in another form, is refused', () => {
    expect(given(registered({ aliases: [] })).when(register)).toEqual({ code: 'state-exists', state: 'KAZ' });
  });
});

describe('a change of a state', () => {
  const commands: [StateCommand, StateEvent][] = [
    [
      { type: 'AddName', name: { name: 'قازاقستان', language: 'ar' } },
      { type: 'NameAdded', data: { name: 'قازاقستان', language: 'ar' } },
    ],
    [
      { type: 'RenameState', renaming: renaming('2025') },
      { type: 'StateRenamed', data: renaming('2025') },
    ],
    [
      { type: 'RecordSuccession', succession: succession('1991-12-26') },
      { type: 'StateSucceeded', data: succession('1991-12-26') },
    ],
    [
      { type: 'DissolveState', dissolution: dissolution('2025-12-31') },
      { type: 'StateDissolved', data: dissolution('2025-12-31') },
    ],
  ];

  it.each(commands)('%j yields its event, and the second time nothing', (command, event) => {
    expect(given(registered()).when(command)).toEqual([event]);
    expect(given(registered(), event).when(command)).toEqual([]);
  });

  it.each(commands)('%j is refused for a state that is not registered', (command) => {
    expect(given().when(command)).toEqual({ code: 'state-not-registered' });
  });

  it('is refused where its day lies ahead', () => {
    for (const command of [
      { type: 'RenameState', renaming: renaming('2026-02-03') },
      { type: 'RecordSuccession', succession: succession('2026-02-03') },
      { type: 'DissolveState', dissolution: dissolution('2026-02-03') },
    ] satisfies StateCommand[])
      expect(given(registered()).when(command)).toMatchObject({ code: 'day-in-future', day: '2026-02-03' });
  });
});

describe('a name', () => {
  const add = (name: string): StateCommand => ({ type: 'AddName', name: { name, language: 'en' } });

  it.each(['Kazakhstan', 'كازاخستان', 'Republic of Kazakhstan', 'Qazaqstan', 'Qazaq Eli'])(
    'is not added where the state has, had or will have it: %s',
    (name) => {
      const before = given(registered(), added('Qazaqstan'), renamed('2025', 'Qazaq Eli'));
      expect(before.when(add(name))).toEqual({ code: 'name-known', name });
    },
  );

  it('in another spelling is another name', () => {
    expect(given(registered()).when(add('KAZAKHSTAN'))).toHaveLength(1);
  });
});

describe('the place of another state', () => {
  it('is not its own', () => {
    expect(
      given(registered()).when({
        type: 'RecordSuccession',
        succession: succession('1991-12-26', ['SUN', 'KAZ']),
      }),
    ).toEqual({ code: 'own-successor', state: 'KAZ' });
    expect(
      given(registered()).when({ type: 'DissolveState', dissolution: dissolution('1991', ['KAZ']) }),
    ).toEqual({ code: 'own-successor', state: 'KAZ' });
  });
});

describe('a state that is dissolved', () => {
  const ended = given(registered(), dissolved('1991-12-26'));
  const refusal = { code: 'state-dissolved', until: '1991-12-26' };

  it('is not dissolved again', () => {
    expect(ended.when({ type: 'DissolveState', dissolution: dissolution('1991-12-25') })).toEqual(refusal);
  });

  it('is neither renamed nor succeeds another afterwards; on that day it may have', () => {
    expect(ended.when({ type: 'RenameState', renaming: renaming('1991-12-27') })).toEqual(refusal);
    expect(ended.when({ type: 'RecordSuccession', succession: succession('1992') })).toEqual(refusal);
    expect(ended.when({ type: 'RenameState', renaming: renaming('1991-12-26') })).toHaveLength(1);
  });

  it('is dissolved where it was only renamed before', () => {
    const before = given(registered(), renamed('1990'));
    expect(before.when({ type: 'DissolveState', dissolution: dissolution('1991-12-26') })).toHaveLength(1);
  });

  it('may get another name still: sources speak of it', () => {
    expect(ended.when({ type: 'AddName', name: { name: 'Kasachstan' } })).toHaveLength(1);
  });

  it('tells of its successors, also where it was registered with its last day', () => {
    const before = given(registered({ until: '1991-12-26' }));
    expect(before.when({ type: 'DissolveState', dissolution: dissolution('1991-12-26') })).toHaveLength(1);
  });
});

describe('from when to when a state existed', () => {
  const facts = (...events: StateEvent[]) => stateFactsOf(stateAfter(...events));

  it('is not known of one that is not registered', () => {
    expect(facts(dissolved('1991'))).toBeUndefined();
  });

  it('is open where nothing is said, and a succession says nothing', () => {
    expect(facts(registered(), { type: 'StateSucceeded', data: succession('1991') })).toStrictEqual({});
  });

  it('is what is registered, partial days in its favour', () => {
    expect(facts(registered({ from: '1991', until: '2025-11' }))).toEqual({
      from: '1991-01-01',
      until: '2025-11-30',
    });
    expect(facts(registered({ from: '../1991', until: '2025/..' }))).toEqual({});
  });

  it('ends with its dissolution, the earliest where several days are told', () => {
    expect(facts(registered(), dissolved('1991-12'))).toEqual({ until: '1991-12-31' });
    expect(facts(registered({ until: '1992' }), dissolved('1991-12-26'))).toEqual({ until: '1991-12-26' });
    expect(facts(registered({ until: '1990' }), dissolved('1991-12-26'))).toEqual({ until: '1990-12-31' });
  });

  it.each([
    [{}, '0001-01-01', true],
    [{ from: '1991-12-16' }, '1991-12-15', false],
    [{ from: '1991-12-16' }, '1991-12-16', true],
    [{ until: '1991-12-26' }, '1991-12-26', true],
    [{ until: '1991-12-26' }, '1991-12-27', false],
    [{ from: '1949-10-07', until: '1990-10-02' }, '1970-01-01', true],
  ])('%j, on %s: %s', (known, day, exists) => {
    expect(existsOn(known, day)).toBe(exists);
  });
});

describe('the names of a state', () => {
  const state = stateAfter(
    registered(),
    added('Qazaqstan'),
    renamed('2026', 'Qazaq Eli'),
    renamed('2025-06-01'),
  );

  it('are those registered until it is renamed, with every name that was added', () => {
    expect(stateNamesOn(state, '2025-05-31')).toEqual({
      names: { en: 'Kazakhstan', ar: 'كازاخستان' },
      aliases: ['Republic of Kazakhstan', 'Qazaqstan'],
    });
  });

  it('are those of the last renaming by the day; the earlier ones stay as aliases', () => {
    expect(stateNamesOn(state, '2025-06-01')).toEqual({
      names: { en: 'Qazaqstan' },
      aliases: ['Republic of Kazakhstan', 'Kazakhstan', 'كازاخستان'],
    });
    expect(stateNamesOn(state, '2026-01-01')?.names).toEqual({ en: 'Qazaq Eli' });
  });

  it('of two renamings on one day are those of the greater event id, in whatever order they were recorded', () => {
    const [first, second] = [
      { ...renamed('2025', 'A'), eventId: 'a' },
      { ...renamed('2025-01-01', 'B'), eventId: 'b' },
    ];
    for (const events of [
      [first, second],
      [second, first],
    ]) {
      const after = events.reduce(evolveState, stateAfter(registered()));
      expect(stateNamesOn(after, '2026-01-01')?.names.en).toBe('B');
    }
  });

  it('may be those registered alone', () => {
    const names = { en: 'Kazakhstan' };
    const plain = stateAfter(registered({ names, aliases: undefined }));
    expect(stateNamesOn(plain, '2026-01-01')).toEqual({ names, aliases: [] });
    expect(knownNames(plain)).toEqual(['Kazakhstan']);
  });

  it('are none where it is not registered', () => {
    expect(stateNamesOn(stateAfter(added('Qazaqstan')), '2026-01-01')).toBeUndefined();
    expect(knownNames(stateAfter(added('Qazaqstan')))).toEqual(['Qazaqstan']);
  });
});

describe('for any history', () => {
  it('evolve, facts and names never throw', () => {
    const day = fc.constantFrom('1991', '../1991-12', '1991-12-26?', '199X', '1991-12-26/..');
    const event = fc.oneof(
      day.map((on) => registered({ from: on, until: on })),
      day.map((on) => renamed(on)),
      day.map(dissolved),
      day.map((on): StateEvent => ({ type: 'StateSucceeded', data: succession(on) })),
      fc.constant(added('Qazaqstan')),
    );
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const state = stateAfter(...events);
        const isKnown = state.registered !== undefined;
        expect(stateFactsOf(state) !== undefined).toBe(isKnown);
        expect(stateNamesOn(state, '1991-12-26') !== undefined).toBe(isKnown);
      }),
    );
  });
});

describe('what a state’s stream stores', () => {
  const takes = (fields: object): boolean =>
    stateSchemas.StateRegistered.safeParse({ ...kazakhstan, ...fields }).success;

  it('is the registration as given', () => {
    const former = { ...kazakhstan, from: '1922-12-30', until: '1991' };
    expect(stateSchemas.StateRegistered.parse(former)).toEqual(former);
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
    { numeric: '3980' },
    { numeric: 'A398' },
    { numeric: 398 },
    { names: {} },
    { aliases: [''] },
    { from: '31.12.1991' },
    { capital: 'Astana' },
  ])('nothing with %j', (fields) => {
    expect(takes(fields)).toBe(false);
  });

  it.each([
    ['NameAdded', { name: 'Qazaqstan', language: 'kk', sources: [{ source: 'a' }] }, { name: '' }],
    ['StateRenamed', renaming('2025'), { names: { ar: 'كازاخستان' } }],
    ['StateSucceeded', succession('1991'), { predecessors: [] }],
    ['StateSucceeded', succession('1991'), { kind: 'conquest' }],
    ['StateSucceeded', { ...succession('1991'), kind: 'continuation' }, { kind: '' }],
    ['StateSucceeded', { ...succession('1991'), kind: 'separation' }, { on: '' }],
    ['StateSucceeded', { ...succession('1991'), kind: 'unification' }, { from: '1991' }],
    ['StateDissolved', dissolution('1991', []), { successors: ['Russia'] }],
  ] as const)('%s as given, and not with something else', (type, data, wrong) => {
    expect(stateSchemas[type].parse(data)).toEqual(data);
    expect(stateSchemas[type].safeParse({ ...data, ...wrong }).success).toBe(false);
  });
});
