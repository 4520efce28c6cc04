import { describe, it, expect } from '@jest/globals';
import type { BodyFacts } from '../body/body.js';
import {
  accepted,
  ACCORDS,
  acts,
  BOARD,
  declined,
  FORUM,
  id,
  intends,
  invited,
  joined,
  retracted,
  signed,
  TREATY,
  uninvited,
} from '../given.contract.js';
import { foldLine, inFoldOrder, intervalOn, NOTHING, sameView, type View } from './line.js';
import type { MembershipEvent } from './membership.js';

const told = ({ standing, attestation, acts: ids, since }: View): string =>
  standing === 'none' && ids.length === 0
    ? 'none'
    : `${standing} since ${since ?? 'ever'} (${attestation ?? '-'}: ${ids.map((one) => Number(one.slice(-3))).join(' ')})`;

/** The line as a list: from, own word, and what is reported where it differs. */
const line = (events: readonly MembershipEvent[], body: BodyFacts = BOARD): string[] =>
  foldLine(acts(...events), body).intervals.map(
    ({ from, own, reported }) =>
      `${from}: ${told(own)}${sameView(own, reported) ? '' : `; reported ${told(reported)}`}`,
  );

const anomalies = (events: readonly MembershipEvent[], body: BodyFacts = BOARD) =>
  foldLine(acts(...events), body).anomalies;

const inOrder = (...events: MembershipEvent[]): number[] =>
  inFoldOrder(acts(...events)).map(({ eventId }) => Number(eventId.slice(-3)));

describe('the order of folding', () => {
  it('is that of the effective days, not of recording', () => {
    expect(inOrder(joined('2026-01-03'), accepted('2026-01-02'), invited('2026-01-01'))).toEqual([3, 2, 1]);
  });

  it('takes the day of effect, where it is another than that of the act', () => {
    const later = invited('2026-01-01', { effectiveOn: '2026-01-09' });
    const earlier = accepted('2026-01-20', { effectiveOn: '2026-01-05' });
    expect(acts(later, earlier).map(({ effectiveDay }) => effectiveDay)).toEqual([
      '2026-01-09',
      '2026-01-05',
    ]);
    expect(inOrder(later, earlier)).toEqual([2, 1]);
  });

  it('on one day of effect, is that of the acts', () => {
    const declaration = joined('2006-06-12', { effectiveOn: '1992-04-27' });
    const signature = signed('1992-04-27');
    expect(inOrder(declaration, signature)).toEqual([2, 1]);
  });

  it('on one day, is that of the stages', () => {
    const day = '2026-01-19';
    const all = [signed, joined, accepted, intends, declined, uninvited, invited].map((act) => act(day));
    expect(inOrder(...all)).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  it('in one stage of one day, is that of the event ids', () => {
    const recorded = acts(accepted('2026-01-19'), accepted('2026-01-19', { means: 'statement' }));
    expect(inFoldOrder([...recorded].reverse())).toEqual(recorded);
  });

  it('takes a partial day at its first day and an open one at its bound', () => {
    expect(inOrder(joined('2025-11-02'), invited('2025-11'), accepted('../2025-11-01'))).toEqual([2, 3, 1]);
  });

  it('leaves what it is given as it is', () => {
    const recorded = acts(joined('2026-01-03'), invited('2026-01-01'));
    inFoldOrder(recorded);
    expect(recorded.map(({ eventId }) => eventId)).toEqual([id(1), id(2)]);
  });
});

describe('the line', () => {
  it('without acts is empty, also where the body is in force', () => {
    expect(line([])).toEqual([]);
    expect(line([], ACCORDS)).toEqual([]);
  });

  it('has an interval from each day on which something changes, open at the end', () => {
    const { intervals } = foldLine(acts(invited('2026-01-01'), accepted('2026-01-19')), BOARD);
    const own = { standing: 'invited', since: '2026-01-01', attestation: 'declared', acts: [id(1)] };
    const next = { standing: 'accepted', since: '2026-01-19', attestation: 'declared', acts: [id(2)] };
    expect(intervals).toEqual([
      { from: '2026-01-01', to: '2026-01-19', own, reported: own },
      { from: '2026-01-19', to: null, own: next, reported: next },
    ]);
  });

  it('has one interval for a day, with what holds at its end', () => {
    expect(line([accepted('2026-01-19'), invited('../2026-01-19')])).toEqual([
      '2026-01-19: accepted since 2026-01-19 (declared: 1)',
    ]);
  });

  it('tells of a return as of a new beginning', () => {
    expect(line([joined('2025-01-01'), uninvited('2025-02-01'), joined('2025-03-01')])).toEqual([
      '2025-01-01: joined since 2025-01-01 (declared: 1)',
      '2025-02-01: none since 2025-02-01 (declared: 2)',
      '2025-03-01: joined since 2025-03-01 (declared: 3)',
    ]);
  });

  it('does not count claims', () => {
    expect(line([joined('2025-11-06', { claim: true }), joined('2025-11-07')])).toEqual([
      '2025-11-07: joined since 2025-11-07 (declared: 2)',
    ]);
  });

  it('does not count what was retracted', () => {
    expect(line([invited('2026-01-01'), accepted('2026-01-19'), retracted(2)])).toEqual([
      '2026-01-01: invited since 2026-01-01 (declared: 1)',
    ]);
    expect(line([invited('2026-01-01'), retracted(1)])).toEqual([]);
  });
});

describe('the two standings', () => {
  const bySomebody = { by: { state: 'USA' }, attestation: 'stated' } as const;

  it('the press moves what is reported, and only that', () => {
    expect(line([joined('2025-11-06', { attestation: 'reported' })])).toEqual([
      '2025-11-06: none; reported joined since 2025-11-06 (reported: 1)',
    ]);
  });

  it('another party’s official word does, too', () => {
    expect(line([intends('2025-11-06', bySomebody)])).toEqual([
      '2025-11-06: none; reported intending since 2025-11-06 (stated: 1)',
    ]);
  });

  it.each(['declared', 'documented', 'signed', 'deposited'] as const)(
    'what is %s moves both',
    (attestation) => {
      expect(line([joined('2025-11-07', { attestation })])).toEqual([
        `2025-11-07: joined since 2025-11-07 (${attestation}: 1)`,
      ]);
    },
  );

  it('differ where politics is loud', () => {
    const loud = [
      intends('../2025-11-06'),
      intends('2025-11-06', bySomebody),
      joined('2025-11-06', { attestation: 'reported' }),
      joined('2025-11-07'),
    ];
    expect(line(loud)).toEqual([
      '2025-11-06: intending since 2025-11-06 (declared: 1); reported joined since 2025-11-06 (reported: 3)',
      '2025-11-07: joined since 2025-11-07 (declared: 4); reported joined since 2025-11-06 (declared: 3 4)',
    ]);
  });
});

describe('what supports a standing', () => {
  it('is every act that leads to it, and the best of their attestations', () => {
    const thrice = [
      joined('2025-11-06', { attestation: 'stated' }),
      joined('2025-11-07', { attestation: 'documented' }),
      joined('2025-11-08', { attestation: 'reported' }),
    ];
    expect(line(thrice).at(-1)).toBe(
      '2025-11-08: joined since 2025-11-07 (documented: 2); reported joined since 2025-11-06 (documented: 1 2 3)',
    );
  });

  it('begins anew with another standing', () => {
    expect(line([joined('2025-01-01', { attestation: 'signed' }), declined('2025-02-01')]).at(-1)).toBe(
      '2025-02-01: declined since 2025-02-01 (declared: 2)',
    );
  });

  it('is not a witness’s signature: neither a party’s standing nor no standing at all', () => {
    const witness = signed('2026-01-22', { kind: 'witness' });
    expect(line([witness])).toEqual([]);
    expect(line([signed('2026-01-20'), witness])).toEqual([
      '2026-01-20: consented since 2026-01-20 (declared: 1)',
    ]);
    expect(line([invited('2026-01-01'), uninvited('2026-01-20'), witness]).at(-1)).toBe(
      '2026-01-20: none since 2026-01-20 (declared: 2)',
    );
  });
});

describe('entry into force', () => {
  const inForceOn = '2026-03-01';

  it('lifts what was consented before it, on that day, supported by the same acts', () => {
    expect(line([signed('2026-01-22')], { ...BOARD, inForceOn })).toEqual([
      '2026-01-22: consented since 2026-01-22 (declared: 1)',
      '2026-03-01: party since 2026-03-01 (declared: 1)',
    ]);
  });

  it('lifts what is reported as well', () => {
    expect(line([signed('2026-01-22', { attestation: 'reported' })], { ...BOARD, inForceOn })).toEqual([
      '2026-01-22: none; reported consented since 2026-01-22 (reported: 1)',
      '2026-03-01: none; reported party since 2026-03-01 (reported: 1)',
    ]);
  });

  it('has no part in what has not consented: no interval begins', () => {
    expect(line([accepted('2026-01-19')], { ...BOARD, inForceOn })).toHaveLength(1);
    expect(
      line([signed('2026-01-22', { kind: 'subject-to-ratification' })], { ...BOARD, inForceOn }),
    ).toEqual(['2026-01-22: signatory since 2026-01-22 (declared: 1)']);
  });

  it('makes a party at once of a state that consents later, or on the day', () => {
    expect(line([signed('2026-03-02')], { ...BOARD, inForceOn })).toEqual([
      '2026-03-02: party since 2026-03-02 (declared: 1)',
    ]);
    expect(line([signed('2026-03-01')], { ...BOARD, inForceOn })).toEqual([
      '2026-03-01: party since 2026-03-01 (declared: 1)',
    ]);
    expect(line([joined('2026-03-02')], { ...FORUM, inForceOn })).toEqual([
      '2026-03-02: party since 2026-03-02 (declared: 1)',
    ]);
  });

  it('while it is not in sight, caps every standing at consented', () => {
    expect(line([signed('2026-01-22', { kind: 'definitive' })])).toEqual([
      '2026-01-22: consented since 2026-01-22 (declared: 1)',
    ]);
    expect(line([joined('2026-01-22')], FORUM)).toEqual([
      '2026-01-22: consented since 2026-01-22 (declared: 1)',
    ]);
  });

  it('is no act: a further signature after it supports the party', () => {
    expect(line([signed('2026-01-22'), signed('2026-04-01')], { ...BOARD, inForceOn }).at(-1)).toBe(
      '2026-04-01: party since 2026-03-01 (declared: 1 2)',
    );
  });
});

describe('an act where no person could have recorded it', () => {
  it('is applied and flagged', () => {
    const odd = [signed('2026-01-01'), invited('2026-01-02')];
    expect(line(odd).at(-1)).toBe('2026-01-02: invited since 2026-01-02 (declared: 2)');
    expect(anomalies(odd)).toEqual([{ eventId: id(2), standing: 'consented' }]);
  });

  it('is one that moves what is past moving', () => {
    expect(anomalies([signed('2021-01-01'), signed('2021-02-01', { kind: 'simple' })], TREATY)).toEqual([]);
    expect(anomalies([signed('2021-01-01', { kind: 'definitive' }), signed('2021-02-01')], TREATY)).toEqual([
      { eventId: id(2), standing: 'party' },
    ]);
  });

  it('is judged among the acts of its own strength', () => {
    const press = joined('2025-11-06', { attestation: 'reported' });
    expect(anomalies([press, intends('2025-11-07')])).toEqual([]);
    expect(
      anomalies([press, intends('2025-11-07', { attestation: 'stated', by: { state: 'USA' } })]),
    ).toEqual([{ eventId: id(2), standing: 'joined' }]);
  });

  it('is a withdrawal of an invitation that nobody told of', () => {
    expect(anomalies([uninvited('2026-01-22')])).toEqual([{ eventId: id(1), standing: 'none' }]);
    expect(anomalies([invited('2026-01-01', { attestation: 'reported' }), uninvited('2026-01-22')])).toEqual(
      [],
    );
    expect(anomalies([invited('2026-01-01'), uninvited('2026-01-22'), uninvited('2026-01-23')])).toEqual([]);
  });

  it('is not a further word for what holds already', () => {
    expect(
      anomalies([invited('2026-01-01'), invited('2026-01-02'), joined('2026-01-03'), joined('2026-01-04')]),
    ).toEqual([]);
  });

  it('is none where it does not count', () => {
    expect(anomalies([signed('2026-01-01'), invited('2026-01-02'), retracted(2)])).toEqual([]);
    expect(anomalies([signed('2026-01-01'), invited('2026-01-02', { claim: true })])).toEqual([]);
  });
});

describe('intervalOn', () => {
  const { intervals } = foldLine(acts(invited('2026-01-01'), accepted('2026-01-19')), BOARD);

  it.each([
    ['2025-12-31', undefined],
    ['2026-01-01', 'invited'],
    ['2026-01-18', 'invited'],
    ['2026-01-19', 'accepted'],
    ['9999-12-31', 'accepted'],
  ])('%s: %s', (day, standing) => {
    expect(intervalOn(intervals, day)?.own.standing).toBe(standing);
  });
});

describe('sameView', () => {
  const view: View = { standing: 'joined', since: '2026-01-01', attestation: 'declared', acts: [id(1)] };

  it('compares everything', () => {
    expect(sameView(view, { ...view, acts: [id(1)] })).toBe(true);
    expect(sameView(view, { ...view, standing: 'party' })).toBe(false);
    expect(sameView(view, { ...view, since: '2026-01-02' })).toBe(false);
    expect(sameView(view, { ...view, attestation: 'signed' })).toBe(false);
    expect(sameView(view, { ...view, acts: [id(1), id(2)] })).toBe(false);
    expect(sameView(view, NOTHING)).toBe(false);
  });
});
