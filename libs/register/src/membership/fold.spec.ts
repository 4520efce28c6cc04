// What the fold flags, and what ends: a body that is dissolved, a member that is suspended while it leaves.
import { describe, it, expect } from '@jest/globals';
import type { BodyFacts } from '../body/body.js';
import {
  accepted,
  ACCORDS,
  acts,
  around,
  corrected,
  deposited,
  ended,
  FORUM,
  granted,
  id,
  intends,
  invited,
  joined,
  line,
  numberOf,
  reinstated,
  revoked,
  signed,
  standings,
  stays,
  suspended,
  TREATY,
  uninvited,
  withdraws,
} from '../given.contract.js';
import { foldLine } from './line.js';
import { evolve, initial, lineOf, type MembershipEvent } from './membership.js';

const flagged = (events: readonly MembershipEvent[], body: BodyFacts = ACCORDS): string[] =>
  foldLine(acts(...events), around(body)).anomalies.map(
    ({ eventId, standing, why }) => `${numberOf(eventId)} at ${standing}: ${why}`,
  );

describe('a body that is dissolved', () => {
  const body = { ...ACCORDS, dissolvedOn: '2025-06-30' };
  const member = signed('2021-01-01');

  it.each(['2025-06-30', '2026-01-19'])('gains no party by an act of %s, which is flagged', (on) => {
    expect(line([signed(on)], body)).toEqual([]);
    expect(flagged([signed(on)], body)).toEqual(['1 at none: body-dissolved']);
    expect(standings([invited('2025-06-01'), joined(on)], body)).toEqual(['2025-06-01 invited']);
    expect(standings([member, signed(on)], body).at(-1)).toBe('2025-06-30 former');
    expect(flagged([member, signed(on)], body)).toEqual(['2 at former: body-dissolved']);
  });

  it('gains one by an act of the day before', () => {
    const events = [signed('2025-06-29')];
    expect(standings(events, body)).toEqual(['2025-06-29 party', '2025-06-30 former']);
    expect(flagged(events, body)).toEqual([]);
  });

  it('is not moved by the press either', () => {
    const press = joined('2025-07-01', { attestation: 'reported' });
    expect(line([press], body)).toEqual([]);
    expect(flagged([press], body)).toEqual(['1 at none: body-dissolved']);
  });

  it('keeps the effect of no instrument that was to come', () => {
    const events = [deposited('2025-06-01', { effectiveOn: '2025-09-01' })];
    expect(standings(events, body)).toEqual(['2025-06-01 consented']);
    expect(flagged(events, body)).toEqual([]);
  });

  it('is not in force from a day on which it was no more', () => {
    const late = { ...FORUM, inForceOn: '2025-06-30', dissolvedOn: '2025-06-30' };
    expect(standings([joined('2021-01-01')], late)).toEqual(['2021-01-01 consented']);
    expect(standings([joined('2021-01-01')], { ...late, inForceOn: '2026-01-01' })).toEqual([
      '2021-01-01 consented',
    ]);
  });

  it('is one more reason for an end that is told of, too', () => {
    const events = [member, ended('2025-06-30', { reason: 'dissolution' })];
    expect(line(events, body).at(-1)).toBe('2025-06-30: former since 2025-06-30 (declared: 1 2)');
    expect(flagged(events, body)).toEqual([]);
  });

  it('leaves roles and attributes to come and go', () => {
    const events = [member, granted('2025-07-01')];
    expect(foldLine(acts(...events), around(body)).intervals.at(-1)).toMatchObject({
      from: '2025-07-01',
      roles: [{ act: id(2) }],
    });
    expect(flagged(events, body)).toEqual([]);
  });
});

describe('two records of one instrument', () => {
  const first = deposited('2022-01-01', { effectiveOn: '2022-04-01' });

  it('take effect on the day that was told last', () => {
    const events = [first, deposited('2022-01-02', { effectiveOn: '2022-06-01' })];
    expect(standings(events, TREATY).at(-1)).toBe('2022-06-01 party');
  });

  it('take effect on the day that one of them knows', () => {
    const late = { ...TREATY, inForceOn: '2022-03-01' };
    const events = [first, deposited('2022-01-02')];
    expect(standings(events, late).map((text) => text.slice(11))).toEqual([
      'consented',
      'consented',
      'party',
    ]);
    expect(standings(events, late).at(-1)).toBe('2022-04-01 party');
  });
});

describe('a member that is suspended while it leaves', () => {
  const notice = [deposited('2021-01-01'), withdraws('2022-01-01', { effectiveOn: '2023-01-01' })];

  it('leaves on the day of its notice all the same (VCLT art. 68)', () => {
    const events = [...notice, suspended('2022-03-01')];
    expect(standings(events, TREATY)).toEqual([
      '2021-01-01 party',
      '2022-01-01 withdrawing',
      '2022-03-01 suspended',
      '2023-01-01 former',
    ]);
    expect(flagged(events, TREATY)).toEqual(['3 at withdrawing: act-not-legal']);
  });

  it('is withdrawing again once it is reinstated, and then leaves', () => {
    const events = [...notice, suspended('2022-03-01'), reinstated('2022-06-01')];
    expect(standings(events, TREATY).slice(2)).toEqual([
      '2022-03-01 suspended',
      '2022-06-01 withdrawing',
      '2023-01-01 former',
    ]);
    expect(flagged(events, TREATY)).toEqual(['3 at withdrawing: act-not-legal']);
  });

  it('is withdrawing again, also where no day of effect is known', () => {
    const events = [deposited('2021-01-01'), withdraws('2022-01-01'), suspended('2022-03-01')];
    expect(standings([...events, reinstated('2022-06-01')], TREATY).at(-1)).toBe('2022-06-01 withdrawing');
  });

  it('stays once it takes its notice back', () => {
    const events = [...notice, suspended('2022-03-01'), reinstated('2022-06-01'), stays('2022-07-01')];
    expect(standings(events, TREATY).at(-1)).toBe('2022-07-01 party');
    const later = [...events, suspended('2022-08-01'), reinstated('2022-09-01')];
    expect(standings(later, TREATY).at(-1)).toBe('2022-09-01 party');
  });

  it('of whose entry and notice nothing is recorded is reinstated as a party', () => {
    expect(standings([suspended('2022-03-01'), reinstated('2022-06-01')], TREATY)).toEqual([
      '2022-03-01 suspended',
      '2022-06-01 party',
    ]);
  });

  it('that left and came back is reinstated as a party', () => {
    const back = [deposited('2024-01-01'), suspended('2024-02-01'), reinstated('2024-03-01')];
    expect(standings([...notice, ...back], TREATY).at(-1)).toBe('2024-03-01 party');
  });

  it('drops no more than its notice: an instrument whose effect was to come has none', () => {
    const events = [deposited('2022-01-01', { effectiveOn: '2022-09-01' }), withdraws('2022-02-01')];
    expect(standings(events, TREATY)).toEqual(['2022-01-01 consented', '2022-02-01 withdrawing']);
  });
});

describe('an act that no person could have recorded', () => {
  /** What an import on a day brought in. */
  const imported = (recordedAt: string, ...events: MembershipEvent[]): string[] => {
    const membership = events.reduce(
      (known, event, index) => evolve(known, { ...event, eventId: id(index + 1), recordedAt }),
      initial,
    );
    return lineOf(membership, 'KAZ', around(ACCORDS)).anomalies.map(
      ({ eventId, standing, why }) => `${numberOf(eventId)} at ${standing}: ${why}`,
    );
  };
  const day = '2026-01-19T12:00:00.000Z';

  it('says of a day that lay ahead that it had happened', () => {
    expect(imported(day, signed('2026-01-21'))).toEqual(['1 at none: day-in-future']);
    expect(imported(day, signed('2026-01-01', { announcedOn: '2099-01-01' }))).toEqual([
      '1 at none: day-in-future',
    ]);
  });

  it('does not where it was tomorrow somewhere, takes effect later, or was recorded nobody knows when', () => {
    expect(imported(day, signed('2026-01-20', { effectiveOn: '2027-01-01' }))).toEqual([]);
    expect(flagged([signed('2099-01-01')])).toEqual([]);
  });

  it('is folded all the same', () => {
    const membership = evolve(initial, { ...signed('2099-01-01'), eventId: id(1), recordedAt: day });
    expect(lineOf(membership, 'KAZ', around(ACCORDS)).intervals).toMatchObject([
      { from: '2099-01-01', own: { standing: 'party' } },
    ]);
  });

  it('is flagged once, and for what a person would be told first', () => {
    expect(imported(day, signed('2025-01-01'), invited('2026-02-01'))).toEqual(['2 at party: day-in-future']);
  });

  it('is flagged no more once it is corrected', () => {
    expect(imported(day, signed('2062-01-21'), corrected(1, signed('2026-01-21')))).toEqual([]);
  });

  it('takes effect before it was notified', () => {
    const notice = withdraws('2022-01-01', { effectiveOn: '2021-06-01' });
    expect(flagged([signed('2021-01-01'), notice])).toEqual(['2 at party: effect-before-notice']);
  });

  it('gives somebody else’s word for the state’s own', () => {
    expect(flagged([intends('2025-11-06', { by: { state: 'USA' } })])).toEqual(['1 at none: not-own-word']);
    expect(flagged([intends('2025-11-06', { by: { name: 'An envoy' } })])).toEqual([
      '1 at none: speaker-without-state',
    ]);
  });

  it.each([
    ['before the state existed', { from: '2021-06-01' }],
    ['after it ended', { until: '2020-12-31' }],
  ])('comes %s', (_, stateFacts) => {
    const { anomalies } = foldLine(acts(signed('2021-01-01')), { ...around(ACCORDS), stateFacts });
    expect(anomalies).toMatchObject([{ standing: 'none', why: 'state-not-there' }]);
  });

  it('comes on the last day of the state, which is no fault', () => {
    const lasting = { ...around(ACCORDS), stateFacts: { from: '2021-01-01', until: '2021-01-01' } };
    expect(foldLine(acts(signed('2021-01-01')), lasting).anomalies).toEqual([]);
  });

  it('takes an invitation back where consent was taken back', () => {
    const events = [deposited('2021-01-01'), revoked('2022-01-01'), uninvited('2022-02-01')];
    expect(flagged(events, TREATY)).toEqual(['3 at none: act-not-legal']);
  });

  it('comes where it is not legal', () => {
    expect(flagged([signed('2025-01-01'), accepted('2025-02-01')])).toEqual(['2 at party: act-not-legal']);
  });
});
