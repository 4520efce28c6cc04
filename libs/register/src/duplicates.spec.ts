import { describe, it, expect } from '@jest/globals';
import { suspectedDuplicates, type ActTraces } from './duplicates.js';

const quote = 'وأوضحت الحكومة الكازاخستانية في وقت سابق';
const candidate: ActTraces = {
  body: 'board-of-peace',
  state: 'KAZ',
  type: 'MembershipAccepted',
  day: '2026-01-19',
  urls: ['https://example.org/news/1?utm_source=feed'],
  quotes: [quote],
};
/** Recorded, and with nothing in common but state and body. */
const other = (eventId: string, more: Partial<ActTraces> = {}): ActTraces => ({
  ...candidate,
  eventId,
  type: 'InvitationReceived',
  day: '2025-01-01',
  urls: [],
  quotes: [],
  ...more,
});
const sameAct = { type: candidate.type, day: candidate.day };
const reasons = (more: Partial<ActTraces>) =>
  suspectedDuplicates(candidate, [other('a', more)]).flatMap((suspect) => suspect.reasons);

describe('an act is suspected of being there already', () => {
  it('for nothing but state and body: not', () => {
    expect(reasons({})).toEqual([]);
  });

  it.each([
    ['2026-01-19', true],
    ['2026-01-05', true],
    ['2026-02-02', true],
    ['2026-01-04', false],
    ['2026-02-03', false],
  ])('for the same act, on %s: %s', (day, suspected) => {
    expect(reasons({ type: candidate.type, day })).toEqual(suspected ? ['same-act-within-14-days'] : []);
  });

  it('for the same page, however its address is written', () => {
    expect(reasons({ urls: ['https://example.org/2', 'http://www.example.org/news/1/#top'] })).toEqual([
      'same-url',
    ]);
    expect(reasons({ urls: ['https://example.org/2'] })).toEqual([]);
  });

  it('for the same page, on the same day, by another act: not as the same act', () => {
    expect(reasons({ day: candidate.day, urls: candidate.urls })).toEqual(['same-url']);
  });

  it('for the same quote, however it is spelt', () => {
    const spelt = 'وأوضحت  الحكومة\u00a0الکازاخستانیة في وقتٍ سابق.';
    expect(reasons({ quotes: ['something else that is long enough', spelt] })).toEqual(['same-quote']);
  });

  it('not for a short quote', () => {
    const said = (words: string) =>
      suspectedDuplicates({ ...candidate, quotes: [words] }, [other('a', { quotes: [words] })]);
    expect(said('it joined the Accord')).toHaveLength(1);
    expect(said('it joined the Accor')).toEqual([]);
    expect(said('joined              !')).toEqual([]);
  });

  it('not for an act of another state or in another body, though one sentence tells of both', () => {
    const all = { ...sameAct, urls: candidate.urls, quotes: candidate.quotes };
    expect(reasons({ ...all, state: 'KGZ' })).toEqual([]);
    expect(reasons({ ...all, body: 'abraham-accords' })).toEqual([]);
    expect(suspectedDuplicates(candidate, [other('a', { ...all, state: 'KGZ' })])).toEqual([]);
  });

  it('for several reasons at once, the strongest first', () => {
    expect(reasons({ ...sameAct, urls: candidate.urls, quotes: candidate.quotes })).toEqual([
      'same-quote',
      'same-act-within-14-days',
      'same-url',
    ]);
  });
});

describe('the suspects', () => {
  const order = (...known: ActTraces[]) =>
    suspectedDuplicates(candidate, known).map(({ eventId }) => eventId);

  it('come by number of reasons, then by the strongest, then by nearness, then by event id', () => {
    const near = other('near', { ...sameAct, day: '2026-01-20' });
    const far = other('far', { ...sameAct, day: '2026-01-10' });
    const both = other('both', { ...sameAct, day: '2026-01-10', urls: candidate.urls });
    const quoted = other('quoted', { quotes: candidate.quotes });
    const linked = other('linked', { urls: candidate.urls });
    const twin = other('a-twin', { ...sameAct, day: '2026-01-18' });
    const expected = ['both', 'quoted', 'a-twin', 'near', 'far', 'linked'];
    expect(order(near, far, both, quoted, linked, twin)).toEqual(expected);
    expect(order(twin, linked, quoted, both, far, near)).toEqual(expected);
  });

  it('are others, and recorded', () => {
    expect(suspectedDuplicates({ ...candidate, eventId: 'a' }, [other('a', sameAct)])).toEqual([]);
    const { eventId: _, ...unrecorded } = other('a', sameAct);
    expect(suspectedDuplicates({ ...candidate, eventId: 'b' }, [unrecorded])).toEqual([]);
  });
});
