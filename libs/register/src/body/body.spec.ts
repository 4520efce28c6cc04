import { describe, it, expect } from '@jest/globals';
import { bodySchemas } from './body.schema.js';
import { decideBody, evolveBody, factsOf, initialBody, type BodyEvent } from './body.js';

const accords: BodyEvent['data'] = {
  slug: 'abraham-accords',
  kind: 'accord',
  names: { en: 'Abraham Accords', ar: 'الاتفاقيات الإبراهيمية' },
  rule: { binding: 'signature', invitation: false },
  inForceSince: '2020',
  sources: [{ source: 'ani-2025-11-07' }],
};
const registered: BodyEvent = { type: 'BodyRegistered', data: accords };
const given = (...events: BodyEvent[]) => events.reduce(evolveBody, initialBody);

describe('registering a body', () => {
  it('yields the registration', () => {
    expect(decideBody({ type: 'RegisterBody', body: accords }, given())).toEqual([registered]);
  });

  it('once more, as it is, yields nothing', () => {
    expect(decideBody({ type: 'RegisterBody', body: { ...accords } }, given(registered))).toEqual([]);
  });

  it('once more, in another form, is refused', () => {
    const other = { ...accords, names: { en: 'The Accords' } };
    expect(decideBody({ type: 'RegisterBody', body: other }, given(registered))).toEqual({
      code: 'body-exists',
      slug: 'abraham-accords',
    });
  });
});

describe('what the fold of a membership knows of its body', () => {
  it('is nothing where it is not registered', () => {
    expect(factsOf(given())).toBeUndefined();
  });

  it('is its kind, its rule, and the first day on which it may be in force', () => {
    expect(factsOf(given(registered))).toEqual({
      kind: 'accord',
      rule: { binding: 'signature', invitation: false },
      inForceOn: '2020-01-01',
    });
  });

  it('has no day where it is not in force', () => {
    const { inForceSince: _, ...pending } = accords;
    expect(factsOf(given({ ...registered, data: pending }))).toEqual({
      kind: 'accord',
      rule: { binding: 'signature', invitation: false },
    });
  });
});

describe('what a body’s stream stores', () => {
  const takes = (fields: object): boolean =>
    bodySchemas.BodyRegistered.safeParse({ ...accords, ...fields }).success;

  it('is the registration as given, with or without sources and entry into force', () => {
    expect(bodySchemas.BodyRegistered.parse(accords)).toEqual(accords);
    expect(takes({ sources: [], inForceSince: undefined })).toBe(true);
  });

  it.each([
    { slug: 'Abraham Accords' },
    { kind: 'club' },
    { names: { ar: 'الاتفاقيات الإبراهيمية' } },
    { rule: { binding: 'applause', invitation: false } },
    { rule: { binding: 'signature' } },
    { rule: { binding: 'signature', invitation: false, term: 3 } },
    { inForceSince: '2020-02-30' },
    { sources: undefined },
    { sources: [{ quote: 'a' }] },
    { seats: 7 },
  ])('nothing with %j', (fields) => {
    expect(takes(fields)).toBe(false);
  });
});
