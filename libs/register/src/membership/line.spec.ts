// How the acts of a membership fold into its line.
import { describe, it, expect } from '@jest/globals';
import type { BodyFacts } from '../body/body.js';
import {
  accepted,
  ACCORDS,
  acts,
  applies,
  appliesNoMore,
  around,
  BOARD,
  corroborated,
  declarationWithdrawn,
  declares,
  declined,
  denied,
  deposited,
  ended,
  enteredIntoForce,
  EVERY_ACT,
  FORUM,
  granted,
  id,
  intends,
  invited,
  joined,
  line,
  numberOf,
  objectionWithdrawn,
  objects,
  reinstated,
  repudiated,
  reservationWithdrawn,
  reserved,
  retracted,
  revoked,
  roleEnded,
  ruled,
  signed,
  source,
  standings,
  stays,
  suspended,
  toldOf,
  TREATY,
  uninvited,
  withdraws,
} from '../given.contract.js';
import type { SourceFacts } from '../source/source.js';
import { intervalOn, NOTHING, sameContent, sameView, type Interval, type View } from './interval.js';
import { foldLine } from './line.js';
import type { MembershipEvent } from './membership.js';
import { inFoldOrder } from './steps.js';

const intervalsOf = (events: readonly MembershipEvent[], body: BodyFacts = BOARD): readonly Interval[] =>
  foldLine(acts(...events), around(body)).intervals;

const anomalies = (events: readonly MembershipEvent[], body: BodyFacts = BOARD): string[] =>
  foldLine(acts(...events), around(body)).anomalies.map(
    ({ eventId, standing }) => `${numberOf(eventId)} at ${standing}`,
  );

const inOrder = (...events: MembershipEvent[]): number[] =>
  inFoldOrder(acts(...events)).map(({ eventId }) => numberOf(eventId));

describe('the order of folding', () => {
  it('is that of the effective days, not of recording', () => {
    expect(inOrder(joined('2026-01-03'), accepted('2026-01-02'), invited('2026-01-01'))).toEqual([3, 2, 1]);
  });

  it('takes the day of effect, where it is another than that of the act', () => {
    const later = invited('2026-01-01', { effectiveOn: '2026-01-09' });
    const earlier = accepted('2026-01-20', { effectiveOn: '2026-01-05' });
    expect(inOrder(later, earlier)).toEqual([2, 1]);
  });

  it('takes what acts on two days at the first of them', () => {
    const instrument = deposited('2026-01-01', { effectiveOn: '2026-01-09' });
    expect(inOrder(accepted('2026-01-05'), instrument)).toEqual([2, 1]);
  });

  it('on one day of effect, is that of the acts', () => {
    const declaration = joined('2006-06-12', { effectiveOn: '1992-04-27' });
    expect(inOrder(declaration, signed('1992-04-27'))).toEqual([2, 1]);
  });

  it('on one day, is that of the stages', () => {
    const all = [...EVERY_ACT].reverse().map((make) => make('2026-01-19'));
    expect(inOrder(...all)).toEqual(all.map((_, index) => all.length - index));
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
  it('without acts is empty, also where the body is in force or has ended', () => {
    expect(line([])).toEqual([]);
    expect(line([], ACCORDS)).toEqual([]);
    expect(line([], { ...ACCORDS, dissolvedOn: '2025-01-01' })).toEqual([]);
  });

  it('has an interval from each day on which something changes, open at the end', () => {
    const rest = { attestation: 'declared', sources: 1, disputed: false, discredited: false } as const;
    const own: View = { ...rest, standing: 'invited', since: '2026-01-01', acts: [id(1)] };
    const next: View = { ...rest, standing: 'accepted', since: '2026-01-19', acts: [id(2)] };
    const none = { roles: [], attributes: [] };
    expect(intervalsOf([invited('2026-01-01'), accepted('2026-01-19')])).toEqual([
      { from: '2026-01-01', to: '2026-01-19', own, reported: own, ...none },
      { from: '2026-01-19', to: null, own: next, reported: next, ...none },
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

  it('counts neither claims nor what was retracted or denied by the state', () => {
    const rest = ['2026-01-01: invited since 2026-01-01 (declared: 1)'];
    expect(line([invited('2026-01-01'), joined('2026-01-06', { claim: true })])).toEqual(rest);
    expect(line([invited('2026-01-01'), accepted('2026-01-19'), retracted(2)])).toEqual(rest);
    expect(line([invited('2026-01-01'), accepted('2026-01-19'), denied(2)])).toEqual(rest);
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

  it('an own word moves what is reported from wherever it was', () => {
    expect(line([joined('2025-11-06', { attestation: 'reported' }), declined('2025-11-08')]).at(-1)).toBe(
      '2025-11-08: declined since 2025-11-08 (declared: 2)',
    );
  });

  it('part and meet: the press heard first', () => {
    expect(line([joined('2025-11-06', { attestation: 'reported' }), joined('2025-11-07')])).toEqual([
      '2025-11-06: none; reported joined since 2025-11-06 (reported: 1)',
      '2025-11-07: joined since 2025-11-07 (declared: 2); reported joined since 2025-11-06 (declared: 1 2)',
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

describe('the sources of a standing', () => {
  const views = (events: readonly MembershipEvent[], known: Record<string, SourceFacts>) =>
    foldLine(acts(...events), around(BOARD, known)).intervals.map(({ own }) => own);
  const from = (...ids: string[]) => ({ sources: ids.map((one) => ({ source: one })) });
  const akorda = source('Akorda');
  const wire = source('a wire', { reliesOn: ['Akorda'] });
  const other = source('another paper');

  it('are counted where they are independent, over all acts that support it', () => {
    const twice = [joined('2025-11-07', from('a', 'b')), joined('2025-11-08', from('b', 'c'))];
    expect(views(twice, { a: akorda, b: wire, c: other }).map(({ sources }) => sources)).toEqual([1, 2]);
  });

  it('are those of another standing no more', () => {
    const moved = [joined('2025-11-07', from('a', 'c')), declined('2025-11-08', from('c'))];
    expect(views(moved, { a: akorda, c: other }).map(({ sources }) => sources)).toEqual([2, 1]);
  });

  it('include those that corroborate', () => {
    const [view] = views([joined('2025-11-07', from('a')), corroborated(1, 'c')], { a: akorda, c: other });
    expect(view?.sources).toBe(2);
  });

  it('mark it where all of them are discredited, and unmark it when one is reinstated', () => {
    const act = joined('2025-11-07', from('a', 'c'));
    const marked = (...known: boolean[]) => {
      const [a, c] = known.map((discredited, at) => source(`outlet ${at}`, { discredited })) as [
        SourceFacts,
        SourceFacts,
      ];
      return views([act], { a, c })[0]?.discredited;
    };
    expect([marked(false, false), marked(true, false), marked(false, true), marked(true, true)]).toEqual([
      ...[false, false, false, true],
    ]);
  });

  it('mark it not where one is not known, or where nothing is supported', () => {
    const discredited = { a: source('a', { discredited: true }) };
    expect(views([joined('2025-11-07', from('a', 'b'))], discredited)[0]?.discredited).toBe(false);
    expect(views([granted('2025-11-07', from('a'))], discredited)[0]).toEqual(NOTHING);
  });

  it('change what the line says from the day that they tell of', () => {
    const known = { a: source('a', { discredited: true }), c: other };
    const told = foldLine(
      acts(joined('2025-11-07', from('a')), joined('2025-11-09', from('c'))),
      around(BOARD, known),
    );
    expect(told.intervals.map(toldOf)).toEqual([
      '2025-11-07: joined since 2025-11-07 (declared: 1) discredited',
      '2025-11-09: joined since 2025-11-07 (declared: 1 2)',
    ]);
  });
});

describe('a disputed standing', () => {
  it('rests on an act that another denies', () => {
    expect(line([accepted('2026-01-19'), denied(1, { by: { state: 'USA' } })])).toEqual([
      '2026-01-19: accepted since 2026-01-19 (declared: 1) disputed',
    ]);
  });

  it('is disputed no more once it rests on others', () => {
    expect(
      line([accepted('2026-01-19'), denied(1, { by: { state: 'USA' } }), joined('2026-01-20')]).at(-1),
    ).toBe('2026-01-20: joined since 2026-01-20 (declared: 3)');
  });

  const press = { attestation: 'reported' } as const;

  it('rests on another’s word that goes further than the state’s own of the day', () => {
    const further = [accepted, joined, signed, deposited].map((make) => make('2025-11-06', press));
    for (const act of further) {
      for (const own of [intends('2025-11-06'), declined('2025-11-06')]) {
        const [interval] = intervalsOf([own, act]);
        expect([interval?.own.disputed, interval?.reported.disputed]).toEqual([false, true]);
      }
    }
  });

  it.each([
    ['on another day', [intends('2025-11-05'), joined('2025-11-06', press)]],
    ['where the state has gone as far', [accepted('2025-11-06'), joined('2025-11-06', press)]],
    ['where both are the state’s own', [intends('2025-11-06'), joined('2025-11-06')]],
    ['where neither is', [intends('2025-11-06', press), joined('2025-11-06', press)]],
    ['where the other goes less far', [declined('2025-11-06'), invited('2025-11-06', press)]],
    ['where a refusal comes before an intent', [declined('2025-11-06'), intends('2025-11-06', press)]],
    [
      'where the own word does not count',
      [intends('2025-11-06', { claim: true }), joined('2025-11-06', press)],
    ],
  ])('is none %s', (_, events) => {
    expect(intervalsOf(events).some(({ own, reported }) => own.disputed || reported.disputed)).toBe(false);
  });

  it('goes by the days of effect', () => {
    const [interval] = intervalsOf([
      intends('2025-11-06'),
      joined('2025-11-09', { ...press, effectiveOn: '2025-11-06' }),
    ]);
    expect(interval?.reported).toMatchObject({ standing: 'joined', disputed: true });
  });
});

describe('entry into force of the body', () => {
  const inForceOn = '2026-03-01';
  const board = { ...BOARD, inForceOn };

  it('lifts what was consented before it, on that day, supported by the same acts', () => {
    expect(line([signed('2026-01-22')], board)).toEqual([
      '2026-01-22: consented since 2026-01-22 (declared: 1)',
      '2026-03-01: party since 2026-03-01 (declared: 1)',
    ]);
  });

  it('lifts what is reported as well', () => {
    expect(line([signed('2026-01-22', { attestation: 'reported' })], board)).toEqual([
      '2026-01-22: none; reported consented since 2026-01-22 (reported: 1)',
      '2026-03-01: none; reported party since 2026-03-01 (reported: 1)',
    ]);
  });

  it('has no part in what has not consented: no interval begins', () => {
    expect(line([accepted('2026-01-19')], board)).toHaveLength(1);
    expect(standings([signed('2026-01-22', { kind: 'subject-to-ratification' })], board)).toEqual([
      '2026-01-22 signatory',
    ]);
  });

  it('makes a party at once of a state that consents later, or on the day', () => {
    expect(standings([signed('2026-03-02')], board)).toEqual(['2026-03-02 party']);
    expect(standings([signed('2026-03-01')], board)).toEqual(['2026-03-01 party']);
    expect(standings([joined('2026-03-02')], { ...FORUM, inForceOn })).toEqual(['2026-03-02 party']);
    expect(standings([deposited('2026-03-02')], { ...TREATY, inForceOn })).toEqual(['2026-03-02 party']);
  });

  it('while it is not in sight, caps every standing at consented', () => {
    expect(standings([signed('2026-01-22', { kind: 'definitive' })])).toEqual(['2026-01-22 consented']);
    expect(standings([joined('2026-01-22')], FORUM)).toEqual(['2026-01-22 consented']);
    expect(standings([joined('2026-01-22'), enteredIntoForce('2026-01-23')])).toEqual([
      '2026-01-22 joined',
      '2026-01-23 consented',
    ]);
    expect(standings([deposited('2026-01-22', { effectiveOn: '2026-02-22' })])).toEqual([
      '2026-01-22 consented',
    ]);
  });

  it('is no act: a further signature after it supports the party', () => {
    expect(line([signed('2026-01-22'), signed('2026-04-01')], board).at(-1)).toBe(
      '2026-04-01: party since 2026-03-01 (declared: 1 2)',
    );
  });
});

describe('the end of the body', () => {
  const body = { ...ACCORDS, dissolvedOn: '2025-06-30' };

  it('ends what an ending act could end, on that day, and the acts stay its support', () => {
    expect(line([signed('2021-01-01')], body)).toEqual([
      '2021-01-01: party since 2021-01-01 (declared: 1)',
      '2025-06-30: former since 2025-06-30 (declared: 1)',
    ]);
    expect(standings([joined('2021-01-01')], body).at(-1)).toBe('2025-06-30 former');
    expect(standings([signed('2021-01-01'), suspended('2022-01-01')], body).at(-1)).toBe('2025-06-30 former');
  });

  it('leaves every other standing as it is', () => {
    expect(standings([invited('2021-01-01')], body)).toEqual(['2021-01-01 invited']);
    expect(standings([signed('2021-01-01'), ended('2022-01-01')], body)).toHaveLength(2);
  });

  it('comes before the effect of a withdrawal that was to follow', () => {
    expect(
      line([signed('2021-01-01'), withdraws('2025-06-01', { effectiveOn: '2025-12-31' })], body).at(-1),
    ).toBe('2025-06-30: former since 2025-06-30 (declared: 2)');
  });

  it('is supported by an act that ends the membership for that reason', () => {
    const events = [signed('2021-01-01'), ended('2025-06-30', { reason: 'dissolution' })];
    expect(line(events, body).at(-1)).toBe('2025-06-30: former since 2025-06-30 (declared: 1 2)');
    expect(anomalies(events, body)).toEqual([]);
  });
});

describe('an instrument', () => {
  it('binds at once where no other day is given', () => {
    expect(
      standings([signed('2021-01-01'), deposited('2022-01-01', { kind: 'ratification' })], TREATY),
    ).toEqual(['2021-01-01 signatory', '2022-01-01 party']);
  });

  it('leaves the state at consented until it takes effect', () => {
    expect(line([deposited('2022-01-01', { effectiveOn: '2022-04-01' })], TREATY)).toEqual([
      '2022-01-01: consented since 2022-01-01 (declared: 1)',
      '2022-04-01: party since 2022-04-01 (declared: 1)',
    ]);
  });

  it('takes effect once the body is in force, where that is later', () => {
    const body = { ...TREATY, inForceOn: '2022-09-01' };
    expect(line([deposited('2022-01-01', { effectiveOn: '2022-04-01' })], body)).toEqual([
      '2022-01-01: consented since 2022-01-01 (declared: 1)',
      '2022-09-01: party since 2022-09-01 (declared: 1)',
    ]);
  });

  it('is not lifted before its day by entry into force of the body', () => {
    const body = { ...TREATY, inForceOn: '2022-02-01' };
    expect(standings([deposited('2022-01-01', { effectiveOn: '2022-04-01' })], body)).toEqual([
      '2022-01-01 consented',
      '2022-04-01 party',
    ]);
  });

  it('may reach back before its deposit: Serbia and the Berne Convention', () => {
    const berne: BodyFacts = { kind: 'treaty', rules: ruled('deposit'), inForceOn: '1887-12-05' };
    const succession = deposited('2006-09-19', { kind: 'succession', effectiveOn: '1992-04-27' });
    expect(line([succession], berne)).toEqual(['1992-04-27: party since 1992-04-27 (declared: 1)']);
  });

  it('takes no effect any more once consent is revoked', () => {
    const events = [deposited('2022-01-01', { effectiveOn: '2022-04-01' }), revoked('2022-02-01')];
    expect(standings(events, TREATY)).toEqual(['2022-01-01 consented', '2022-02-01 none']);
  });

  it('that the press tells of takes effect in what is reported alone', () => {
    const press = deposited('2022-01-01', { effectiveOn: '2022-04-01', attestation: 'reported' });
    expect(line([press], TREATY)).toEqual([
      '2022-01-01: none; reported consented since 2022-01-01 (reported: 1)',
      '2022-04-01: none; reported party since 2022-04-01 (reported: 1)',
    ]);
  });

  it('of the same day of effect as a second record of it, takes effect once', () => {
    const effectiveOn = '2022-04-01';
    const twice = [deposited('2022-01-01', { effectiveOn }), deposited('2022-01-02', { effectiveOn })];
    expect(standings(twice, TREATY)).toEqual([
      '2022-01-01 consented',
      '2022-01-02 consented',
      '2022-04-01 party',
    ]);
  });
});

describe('leaving', () => {
  const member = deposited('2021-01-01');

  it('is withdrawing until the day of effect', () => {
    expect(line([member, withdraws('2022-01-01', { effectiveOn: '2023-01-01' })], TREATY)).toEqual([
      '2021-01-01: party since 2021-01-01 (declared: 1)',
      '2022-01-01: withdrawing since 2022-01-01 (declared: 2)',
      '2023-01-01: former since 2023-01-01 (declared: 2)',
    ]);
  });

  it('is withdrawing for as long as no day of effect is known', () => {
    expect(standings([member, withdraws('2022-01-01')], TREATY)).toEqual([
      '2021-01-01 party',
      '2022-01-01 withdrawing',
    ]);
  });

  it('with effect on the day of the notice, or before it in a record, is at once', () => {
    const at = (effectiveOn: string) => standings([member, withdraws('2022-01-01', { effectiveOn })], TREATY);
    expect(at('2022-01-01')).toEqual(['2021-01-01 party', '2022-01-01 former']);
    expect(at('2021-12-31')).toEqual(['2021-01-01 party', '2021-12-31 former']);
  });

  it('has no effect any more once it is revoked', () => {
    const notice = withdraws('2022-01-01', { effectiveOn: '2023-01-01' });
    expect(line([member, notice, stays('2022-06-01')], TREATY)).toEqual([
      '2021-01-01: party since 2021-01-01 (declared: 1)',
      '2022-01-01: withdrawing since 2022-01-01 (declared: 2)',
      '2022-06-01: party since 2022-06-01 (declared: 3)',
    ]);
  });

  it('takes effect on its day, whatever else is said of the notice', () => {
    const events = [member, withdraws('2022-01-01', { effectiveOn: '2023-01-01' }), withdraws('2022-01-02')];
    expect(standings(events, TREATY).slice(1)).toEqual([
      '2022-01-01 withdrawing',
      '2022-01-02 withdrawing',
      '2023-01-01 former',
    ]);
  });

  it('is notified again after it was revoked, with its own day', () => {
    const events = [
      ...[member, withdraws('2022-01-01', { effectiveOn: '2023-01-01' }), stays('2022-06-01')],
      withdraws('2022-07-01', { effectiveOn: '2023-07-01' }),
    ];
    expect(standings(events, TREATY).slice(3)).toEqual(['2022-07-01 withdrawing', '2023-07-01 former']);
  });

  it.each(['withdrawal', 'expulsion', 'term', 'dissolution', 'succession'] as const)(
    'by %s ends it',
    (reason) => {
      expect(standings([member, ended('2022-01-01', { reason })], TREATY).at(-1)).toBe('2022-01-01 former');
    },
  );

  it('and returning is a new episode: the Netherlands and whaling', () => {
    const whaling: BodyFacts = { kind: 'treaty', rules: ruled('deposit'), inForceOn: '1948-11-10' };
    const ratified = deposited('1948-11-10');
    const again = deposited('1962-05-04');
    expect(line([ratified, ended('1959-06-30'), again, ended('1970-06-30')], whaling)).toEqual([
      '1948-11-10: party since 1948-11-10 (declared: 1)',
      '1959-06-30: former since 1959-06-30 (declared: 2)',
      '1962-05-04: party since 1962-05-04 (declared: 3)',
      '1970-06-30: former since 1970-06-30 (declared: 4)',
    ]);
    expect(anomalies([ratified, ended('1959-06-30'), again, ended('1970-06-30')], whaling)).toEqual([]);
    const notified = [ratified, withdraws('1958-12-31', { effectiveOn: '1959-06-30' }), again];
    expect(standings([...notified, withdraws('1969-12-31', { effectiveOn: '1970-06-30' })], whaling)).toEqual(
      [
        '1948-11-10 party',
        '1958-12-31 withdrawing',
        '1959-06-30 former',
        '1962-05-04 party',
        '1969-12-31 withdrawing',
        '1970-06-30 former',
      ],
    );
  });
});

describe('taking back', () => {
  it('consent leaves a signatory, if it signed', () => {
    const ratified = [signed('2021-01-01'), deposited('2022-01-01', { kind: 'ratification' })];
    expect(standings([...ratified, revoked('2023-01-01')], TREATY).at(-1)).toBe('2023-01-01 signatory');
  });

  it('consent leaves nothing, if it acceded', () => {
    expect(standings([deposited('2022-01-01'), revoked('2023-01-01')], TREATY).at(-1)).toBe(
      '2023-01-01 none',
    );
  });

  it('consent leaves nothing of a signature that was repudiated, or of a membership that ended since', () => {
    const anew = [deposited('2023-01-01'), revoked('2024-01-01')];
    expect(standings([signed('2021-01-01'), repudiated('2022-01-01'), ...anew], TREATY).at(-1)).toBe(
      '2024-01-01 none',
    );
    const before = [signed('2020-01-01'), deposited('2021-01-01', { kind: 'ratification' })];
    expect(standings([...before, ended('2022-01-01'), ...anew], TREATY).at(-1)).toBe('2024-01-01 none');
    const notice = withdraws('2021-06-01', { effectiveOn: '2022-01-01' });
    expect(standings([...before, notice, ...anew], TREATY).at(-1)).toBe('2024-01-01 none');
  });

  it('consent leaves a signatory of one that signed anew', () => {
    const events = [signed('2021-01-01'), repudiated('2022-01-01'), signed('2023-01-01')];
    expect(standings([...events, deposited('2024-01-01'), revoked('2025-01-01')], TREATY).at(-1)).toBe(
      '2025-01-01 signatory',
    );
  });

  it('consent leaves a signatory also where two words tell of the signature', () => {
    const events = [
      signed('2021-01-01'),
      signed('2021-01-02'),
      deposited('2022-01-01'),
      revoked('2023-01-01'),
    ];
    expect(standings(events, TREATY).at(-1)).toBe('2023-01-01 signatory');
  });

  it('consent by a witness of the signing leaves nothing', () => {
    const events = [
      signed('2021-01-01', { kind: 'witness' }),
      deposited('2022-01-01'),
      revoked('2023-01-01'),
    ];
    expect(standings(events, TREATY).at(-1)).toBe('2023-01-01 none');
  });

  it('a signature means that the state does not proceed', () => {
    expect(line([signed('2021-01-01'), repudiated('2022-01-01')], TREATY).at(-1)).toBe(
      '2022-01-01: not-proceeding since 2022-01-01 (declared: 2)',
    );
  });
});

describe('suspension', () => {
  it('lasts until the member is reinstated', () => {
    const events = [deposited('2021-01-01'), suspended('2022-01-01'), reinstated('2023-01-01')];
    expect(standings(events, TREATY)).toEqual([
      '2021-01-01 party',
      '2022-01-01 suspended',
      '2023-01-01 party',
    ]);
    expect(anomalies(events, TREATY)).toEqual([]);
  });
});

describe('entry into force for one state', () => {
  it('makes a party of it, signatory or joined or consented', () => {
    const reserved = signed('2021-01-01', { kind: 'subject-to-ratification' });
    for (const before of [
      reserved,
      joined('2021-01-01'),
      deposited('2021-01-01', { effectiveOn: '2023-01-01' }),
    ]) {
      const events = [before, enteredIntoForce('2022-01-01')];
      expect(standings(events, TREATY).slice(1)).toEqual(['2022-01-01 party']);
      expect(anomalies(events, TREATY)).toEqual([]);
    }
  });
});

describe('succession', () => {
  const on = { effectiveOn: '1993-01-01' };
  const body: BodyFacts = { kind: 'treaty', rules: ruled('deposit'), inForceOn: '1980-01-01' };

  it('to a membership reaches back to the day of the succession', () => {
    expect(standings([deposited('1993-09-28', { kind: 'succession', ...on })], body)).toEqual([
      '1993-01-01 party',
    ]);
  });

  it('to a signature makes a signatory from that day, and is ratified like a signature', () => {
    const events = [
      signed('1993-09-28', { kind: 'succession', ...on }),
      deposited('1994-05-01', { kind: 'ratification' }),
    ];
    expect(standings(events, body)).toEqual(['1993-01-01 signatory', '1994-05-01 party']);
    expect(anomalies(events, body)).toEqual([]);
  });
});

describe('an amended rule', () => {
  const body: BodyFacts = {
    kind: 'forum',
    inForceOn: '2020-01-01',
    rules: [...ruled('declaration'), { from: '2022-01-01', rule: { binding: 'deposit', invitation: false } }],
  };

  it('decides of acts from its day on, and leaves those before', () => {
    expect(standings([joined('2021-12-31')], body)).toEqual(['2021-12-31 party']);
    expect(standings([joined('2022-01-01')], body)).toEqual(['2022-01-01 joined']);
  });
});

describe('roles', () => {
  const roles = (events: readonly MembershipEvent[]) =>
    intervalsOf(events).map(({ from, roles: held }) =>
      `${from} ${held.map(({ role }) => role).join(' ')}`.trim(),
    );

  it('are held beside a standing, or without one', () => {
    expect(intervalsOf([granted('2026-01-22')])).toEqual([
      {
        from: '2026-01-22',
        to: null,
        own: NOTHING,
        reported: NOTHING,
        roles: [{ role: 'observer', since: '2026-01-22', attestation: 'declared', act: id(1) }],
        attributes: [],
      },
    ]);
    expect(standings([accepted('2026-01-19'), granted('2026-01-22')])).toEqual([
      '2026-01-19 accepted',
      '2026-01-22 accepted',
    ]);
  });

  it('come and go each for itself', () => {
    const events = [
      granted('2026-01-01'),
      granted('2026-01-02', { role: 'founding' }),
      roleEnded('2026-01-03'),
      granted('2026-01-04'),
    ];
    expect(roles(events)).toEqual([
      '2026-01-01 observer',
      '2026-01-02 observer founding',
      '2026-01-03 founding',
      '2026-01-04 founding observer',
    ]);
  });

  it('granted twice are held since the first', () => {
    expect(intervalsOf([granted('2026-01-01'), granted('2026-01-02')])).toHaveLength(1);
  });

  it('that end without having been granted, or have all ended, are nothing', () => {
    expect(roles([roleEnded('2026-01-01')])).toEqual([]);
    expect(roles([granted('2026-01-01'), roleEnded('2026-01-02')])).toEqual([
      '2026-01-01 observer',
      '2026-01-02',
    ]);
  });
});

describe('attributes', () => {
  const held = (events: readonly MembershipEvent[]) =>
    intervalsOf(events).map(({ from, attributes }) => `${from} ${attributes.map(numberOf).join(' ')}`.trim());

  it.each([
    ['a reservation', reserved, reservationWithdrawn],
    ['a declaration', declares, declarationWithdrawn],
    ['an objection', objects, objectionWithdrawn],
  ] as const)('%s holds until it is withdrawn, and no other with it', (_, make, withdrawn) => {
    const events = [make('2026-01-01'), make('2026-01-02'), withdrawn('2026-01-03', { withdraws: id(1) })];
    expect(held(events)).toEqual(['2026-01-01 1', '2026-01-02 1 2', '2026-01-03 2']);
    expect(held([...events, withdrawn('2026-01-04', { withdraws: id(2) })]).at(-1)).toBe('2026-01-04');
  });

  it('provisional application holds until it ends, and leaves the others', () => {
    expect(held([applies('2026-01-01'), reserved('2026-01-02'), appliesNoMore('2026-01-03')])).toEqual([
      '2026-01-01 1',
      '2026-01-02 1 2',
      '2026-01-03 2',
    ]);
  });

  it('move no standing', () => {
    const all = [reserved, declares, objects, applies].map((make) => make('2026-01-20'));
    expect(standings([accepted('2026-01-19'), ...all])).toEqual([
      '2026-01-19 accepted',
      '2026-01-20 accepted',
    ]);
  });

  it('that take effect later hold from then', () => {
    expect(held([reserved('2026-01-01', { effectiveOn: '2026-03-01' })])).toEqual(['2026-03-01 1']);
  });
});

describe('an act where no person could have recorded it', () => {
  it('is applied and flagged, with the standing on which it came', () => {
    const odd = [signed('2026-01-01'), invited('2026-01-02')];
    expect(line(odd).at(-1)).toBe('2026-01-02: invited since 2026-01-02 (declared: 2)');
    expect(anomalies(odd)).toEqual(['2 at consented']);
  });

  it('is a ratification without a signature', () => {
    const ratification = deposited('2022-01-01', { kind: 'ratification' });
    expect(standings([ratification], TREATY)).toEqual(['2022-01-01 party']);
    expect(anomalies([ratification], TREATY)).toEqual(['1 at none']);
  });

  it('is flagged once, though it acts on two days', () => {
    const ratification = deposited('2022-01-01', { kind: 'ratification', effectiveOn: '2022-04-01' });
    expect(anomalies([ratification], TREATY)).toEqual(['1 at none']);
    expect(
      anomalies([deposited('2021-01-01'), withdraws('2022-01-01', { effectiveOn: '2023-01-01' })], TREATY),
    ).toEqual([]);
  });

  it('is one that moves what is past moving', () => {
    expect(anomalies([signed('2021-01-01'), signed('2021-02-01')], TREATY)).toEqual([]);
    expect(anomalies([signed('2021-01-01', { kind: 'definitive' }), signed('2021-02-01')], TREATY)).toEqual([
      '2 at party',
    ]);
  });

  it('is judged among the acts of its own strength', () => {
    const press = joined('2025-11-06', { attestation: 'reported' });
    expect(anomalies([press, intends('2025-11-07')])).toEqual([]);
    const stated = intends('2025-11-07', { attestation: 'stated', by: { state: 'USA' } });
    expect(anomalies([press, stated])).toEqual(['2 at joined']);
    const heard = uninvited('2026-01-10', { attestation: 'reported' });
    expect(anomalies([accepted('2026-01-02'), heard, intends('2026-01-24')])).toEqual(['3 at accepted']);
  });

  it('is a withdrawal of an invitation that nobody told of', () => {
    expect(anomalies([uninvited('2026-01-22')])).toEqual(['1 at none']);
    expect(anomalies([invited('2026-01-01', { attestation: 'reported' }), uninvited('2026-01-22')])).toEqual(
      [],
    );
    expect(anomalies([invited('2026-01-01'), uninvited('2026-01-22'), uninvited('2026-01-23')])).toEqual([]);
  });

  it('is not a further word for what holds already', () => {
    const words = [invited('2026-01-01'), invited('2026-01-02'), joined('2026-01-03'), joined('2026-01-04')];
    expect(anomalies(words)).toEqual([]);
    expect(
      anomalies([signed('2026-01-05'), deposited('2026-01-06'), enteredIntoForce('2026-01-07')], ACCORDS),
    ).toEqual([]);
  });

  it('is one that takes back what was never done', () => {
    const member = deposited('2021-01-01');
    expect(anomalies([member, reinstated('2022-01-01')], TREATY)).toEqual(['2 at party']);
    expect(anomalies([member, stays('2022-01-01')], TREATY)).toEqual(['2 at party']);
    expect(anomalies([signed('2021-01-01'), revoked('2022-01-01')], TREATY)).toEqual(['2 at signatory']);
    expect(anomalies([invited('2021-01-01'), uninvited('2022-01-01'), revoked('2022-01-02')])).toEqual([
      '3 at none',
    ]);
    expect(
      anomalies(
        [member, suspended('2022-01-01'), reinstated('2023-01-01'), reinstated('2023-01-02')],
        TREATY,
      ),
    ).toEqual([]);
  });

  it('is none where it does not count', () => {
    expect(anomalies([signed('2026-01-01'), invited('2026-01-02'), retracted(2)])).toEqual([]);
    expect(anomalies([signed('2026-01-01'), invited('2026-01-02', { claim: true })])).toEqual([]);
  });
});

describe('intervalOn', () => {
  const intervals = intervalsOf([invited('2026-01-01'), accepted('2026-01-19')]);

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

const view: View = {
  standing: 'joined',
  since: '2026-01-01',
  attestation: 'declared',
  acts: [id(1)],
  sources: 1,
  disputed: false,
  discredited: false,
};

describe('sameView', () => {
  it.each<[Partial<View>]>([
    [{ standing: 'party' }],
    [{ since: '2026-01-02' }],
    [{ attestation: 'signed' }],
    [{ acts: [id(1), id(2)] }],
    [{ acts: [id(2)] }],
    [{ sources: 2 }],
    [{ disputed: true }],
    [{ discredited: true }],
  ])('compares %j', (other) => {
    expect(sameView(view, { ...view, ...other })).toBe(false);
    expect(sameView(view, { ...view, acts: [id(1)] })).toBe(true);
  });
});

describe('sameContent', () => {
  const role = { role: 'observer', since: '2026-01-01', attestation: 'declared', act: id(3) } as const;
  const content = { own: view, reported: view, roles: [role], attributes: [id(2)] };

  it('compares both views, the roles and the attributes', () => {
    expect(
      sameContent(content, { ...content, own: { ...view }, roles: [{ ...role }], attributes: [id(2)] }),
    ).toBe(true);
    expect(sameContent(content, { ...content, own: NOTHING })).toBe(false);
    expect(sameContent(content, { ...content, reported: NOTHING })).toBe(false);
    expect(sameContent(content, { ...content, roles: [] })).toBe(false);
    expect(sameContent(content, { ...content, roles: [{ ...role, act: id(4) }] })).toBe(false);
    expect(sameContent(content, { ...content, attributes: [] })).toBe(false);
  });

  it.each([{ role: 'founding' }, { since: '2026-01-02' }, { attestation: 'signed' }] as const)(
    'compares a role with what its act was corrected to: %j',
    (other) => {
      expect(sameContent(content, { ...content, roles: [{ ...role, ...other }] })).toBe(false);
    },
  );
});
