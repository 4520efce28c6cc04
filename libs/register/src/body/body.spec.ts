import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { bodySchemas } from './body.schema.js';
import {
  decideBody,
  evolveBody,
  factsOf,
  initialBody,
  ruleOn,
  type BodyCommand,
  type BodyEvent,
} from './body.js';
import {
  amended,
  appointed,
  board,
  dissolved,
  entered,
  established,
  given,
  id,
  left,
  registered,
  renamed,
  retracted,
  scheduled,
} from './given-body.contract.js';

const record = (act: Extract<BodyCommand, { type: 'RecordBodyAct' }>['act']): BodyCommand => ({
  type: 'RecordBodyAct',
  act,
});
const retract = (n: number): BodyCommand => ({ type: 'RetractBodyAct', retraction: retracted(n).data });

describe('registering a body', () => {
  const register: BodyCommand = { type: 'RegisterBody', body: board };

  it('yields the registration', () => {
    expect(given().when(register)).toEqual([registered()]);
  });

  it('once more, as it is, yields nothing', () => {
    expect(given(registered()).when({ ...register, body: { ...board } })).toEqual([]);
  });

  it('once more, in another form, is refused', () => {
    expect(given(registered({ aliases: ['مجلس السلام'] })).when(register)).toEqual({
      code: 'body-exists',
      slug: 'board-of-peace',
    });
  });
});

describe('recording an act of a body', () => {
  it('yields the act, as it was given', () => {
    const act = scheduled('2026-01-19', { place: 'Davos' });
    expect(given(registered()).when(record(act))).toEqual([act]);
  });

  it('that was recorded already yields nothing, even where it would be refused now', () => {
    const act = established('2026-01-16');
    expect(given(registered(), act).when(record(act))).toEqual([]);
  });

  it('that was recorded and retracted yields it again', () => {
    const act = entered('2026-01-22');
    expect(given(registered(), act, retracted(2)).when(record(act))).toEqual([act]);
  });

  it('is refused where the body is not registered', () => {
    expect(given().when(record(renamed('2026-01-19')))).toEqual({ code: 'body-not-registered' });
  });

  it('is refused where its day lies ahead', () => {
    expect(given(registered()).when(record(renamed('2026-02-03')))).toEqual({
      code: 'day-in-future',
      field: 'on',
      day: '2026-02-03',
      today: '2026-02-01',
    });
  });

  it('may take effect, and a ceremony may be planned, for a day ahead', () => {
    const rule = amended('2026-01-30', { effectiveOn: '2027' });
    const ceremony = scheduled('2026-01-30', { scheduledFor: '2026-03-01' });
    expect(given(registered()).when(record(rule))).toEqual([rule]);
    expect(given(registered()).when(record(ceremony))).toEqual([ceremony]);
  });
});

describe('entry into force', () => {
  it('is refused where the body is in force by then', () => {
    expect(given(registered(), entered('2026-01-22')).when(record(entered('2026-01-25')))).toEqual({
      code: 'already-in-force',
      since: '2026-01-22',
    });
    const since = registered({ inForceSince: '2020' });
    expect(given(since).when(record(entered('2020-01-01')))).toMatchObject({ since: '2020-01-01' });
  });

  it('is news where it is earlier, or where so far only the press, a claim or a retracted act spoke of it', () => {
    const act = entered('2026-01-20');
    for (const before of [
      [entered('2026-01-22')],
      [entered('2026-01-10', { attestation: 'reported' })],
      [entered('2026-01-10', { claim: true })],
      [entered('2026-01-10'), retracted(2)],
    ])
      expect(given(registered(), ...before).when(record(act))).toEqual([act]);
  });

  it('may be recorded as a claim beside it', () => {
    const claim = entered('2026-01-25', { claim: true });
    expect(given(registered(), entered('2026-01-22')).when(record(claim))).toEqual([claim]);
  });
});

describe('after its dissolution', () => {
  const ended = given(registered(), established('2026-01-16'), dissolved('2026-01-20'));
  const refusal = { code: 'already-dissolved', since: '2026-01-20' };

  it('nothing happens to a body', () => {
    for (const act of [
      amended('2026-01-21'),
      renamed('2026-01-21'),
      entered('2026-01-21'),
      appointed('2026-01-21'),
      dissolved('2026-01-20', { note: 'again' }),
    ])
      expect(ended.when(record(act))).toEqual(refusal);
  });

  it('what happened until that day is recorded still, and that the day was an earlier one', () => {
    for (const act of [amended('2026-01-20'), dissolved('2026-01-19')])
      expect(ended.when(record(act))).toEqual([act]);
  });
});

describe('organs', () => {
  const seated = given(registered(), established('2026-01-16'), appointed('2026-01-17'));

  it('are established once', () => {
    expect(seated.when(record(established('2026-01-20', { seats: 9 })))).toEqual({
      code: 'organ-exists',
      organ: 'executive-board',
      since: id(2),
    });
  });

  it('are established one beside the other', () => {
    const gaza = established('2026-01-20', { organ: 'gaza-executive-board' });
    expect(seated.when(record(gaza))).toEqual([gaza]);
    const both = given(registered(), established('2026-01-16'), gaza);
    expect(both.when(record({ ...gaza, data: { ...gaza.data, seats: 11 } }))).toMatchObject({
      organ: 'gaza-executive-board',
      since: id(3),
    });
  });

  it('take members only where they exist', () => {
    const refusal = { code: 'unknown-organ', organ: 'council', organs: ['executive-board'] };
    expect(seated.when(record(appointed('2026-01-20', { organ: 'council' })))).toEqual(refusal);
    expect(seated.when(record(left('2026-01-20', { organ: 'council' })))).toEqual(refusal);
    const retractedOrgan = given(registered(), established('2026-01-16'), retracted(2));
    expect(retractedOrgan.when(record(appointed('2026-01-20')))).toMatchObject({ organs: [] });
  });

  it('may have more members than seats', () => {
    const full = given(registered(), established('2026-01-16', { seats: 1 }), appointed('2026-01-17'));
    const act = appointed('2026-01-17', { person: 'Jared Kushner' });
    expect(full.when(record(act))).toEqual([act]);
  });

  it('are left by members, in whatever spelling', () => {
    const act = left('2026-01-20', { person: 'MARCO  RUBIO' });
    expect(seated.when(record(act))).toEqual([act]);
  });

  it('are not left by others, nor before one came', () => {
    expect(seated.when(record(left('2026-01-20', { person: 'Tony Blair' })))).toEqual({
      code: 'not-a-member',
      organ: 'executive-board',
      person: 'Tony Blair',
      on: '2026-01-20',
      members: ['Marco Rubio'],
    });
    expect(seated.when(record(left('2026-01-16')))).toMatchObject({ code: 'not-a-member', members: [] });
  });
});

describe('retracting an act of a body', () => {
  it('yields the retraction, once', () => {
    const { data } = retracted(2);
    expect(given(registered(), entered('2026-01-22')).when(retract(2))).toEqual([
      { type: 'BodyActRetracted', data },
    ]);
    expect(given(registered(), entered('2026-01-22'), retracted(2)).when(retract(2))).toEqual([]);
  });

  it('twice in a log keeps the first: nobody can record the second', () => {
    const { body } = given(registered(), entered('2026-01-22'), retracted(2), retracted(2));
    expect(body.acts).toMatchObject([{ counts: false, retractedBy: id(3) }]);
  });

  it('is refused for what is no act of it: none, the registration, a retraction', () => {
    const before = given(registered(), entered('2026-01-22'), retracted(2));
    for (const n of [1, 3, 9])
      expect(before.when(retract(n))).toEqual({ code: 'unknown-act', eventId: id(n) });
  });
});

describe('what the fold of a membership knows of its body', () => {
  const facts = (...events: BodyEvent[]) => factsOf(given(registered(), ...events).body);

  it('is nothing where it is not registered', () => {
    expect(factsOf(given(entered('2026-01-22')).body)).toBeUndefined();
  });

  it('is its kind and its rule', () => {
    expect(facts()).toStrictEqual({ kind: 'organization', rules: [{ from: null, rule: board.rule }] });
  });

  it('is the first day on which it may be in force', () => {
    expect(factsOf(given(registered({ inForceSince: '2020' })).body)?.inForceOn).toBe('2020-01-01');
    expect(facts(entered('2026-01-22'))?.inForceOn).toBe('2026-01-22');
    expect(facts(entered('2026-01-22', { effectiveOn: '2026-02' }))?.inForceOn).toBe('2026-02-01');
  });

  it('is the earliest of several days, whichever was recorded first', () => {
    const early = given(registered({ inForceSince: '2026' }), entered('2025-12-31'));
    const late = given(registered({ inForceSince: '2026' }), entered('2026-01-22'));
    expect(factsOf(early.body)?.inForceOn).toBe('2025-12-31');
    expect(factsOf(late.body)?.inForceOn).toBe('2026-01-01');
    expect(facts(entered('2026-01-22'), entered('2026-01-20'))?.inForceOn).toBe('2026-01-20');
  });

  it.each([
    ['a claim', [entered('2026-01-22', { claim: true })]],
    ['the press', [entered('2026-01-22', { attestation: 'reported' })]],
    ['another party’s word', [entered('2026-01-22', { attestation: 'stated' })]],
    ['what was retracted', [entered('2026-01-22'), retracted(2)]],
  ] as const)('is never moved by %s', (_, events) => {
    expect(facts(...events)).toEqual(facts());
    const others = events.map((event) =>
      event.type === 'CharterEnteredIntoForce' ? { ...event, type: 'BodyDissolved' as const } : event,
    );
    expect(facts(...others)).toEqual(facts());
  });

  it('has its rules by day, and a rule for each day', () => {
    const deposit = amended('2026-03-01');
    const signature = amended('2026-02-01', { rule: board.rule });
    const press = amended('2026-01-01', { attestation: 'reported' });
    const known = facts(deposit, press, signature);
    expect(known?.rules).toEqual([
      { from: null, rule: board.rule },
      { from: '2026-02-01', rule: board.rule },
      { from: '2026-03-01', rule: deposit.data.rule },
    ]);
    const on = (day: string) => known && ruleOn(known, day).binding;
    expect(['0001-01-01', '2026-02-28', '2026-03-01', '9999-12-31'].map(on)).toEqual([
      'signature',
      'signature',
      'deposit',
      'deposit',
    ]);
  });

  it('has a rule from the day of its effect, whichever act came first', () => {
    const late = amended('2026-01-01', { effectiveOn: '2026-03-01' });
    const early = amended('2026-01-01', { effectiveOn: '2026-02-01', rule: board.rule });
    expect(facts(late, early)?.rules.map(({ from }) => from)).toEqual([null, '2026-02-01', '2026-03-01']);
  });

  it('has the day of its dissolution', () => {
    expect(facts(dissolved('2026-01-31'), dissolved('2026-01-30'))?.dissolvedOn).toBe('2026-01-30');
  });
});

describe('a body of which nothing is recorded', () => {
  it('has no acts', () => {
    expect(initialBody).toEqual({ acts: [] });
  });
});

describe('for any history', () => {
  const day = fc.constantFrom('2019', '2020-01-01', '2020-01-02', '../2020-01-02', '2020-01', '2020-01-03?');
  const more = fc.record(
    {
      effectiveOn: day,
      claim: fc.constant(true as const),
      attestation: fc.constantFrom('reported' as const, 'declared' as const, 'deposited' as const),
    },
    { requiredKeys: ['attestation'] },
  );
  const act = fc
    .tuple(fc.constantFrom(amended, entered, dissolved, renamed, established, appointed, left), day, more)
    .map(([make, on, fields]) => make(on, fields));
  const events = fc.array(fc.oneof(act, fc.nat(9).map(retracted), fc.constant(registered())), {
    maxLength: 10,
  });

  it('evolve and the facts never throw, and the rules are in order', () => {
    fc.assert(
      fc.property(events, (history) => {
        const froms = factsOf(given(...history).body)?.rules.map(({ from }) => from ?? '') ?? [];
        expect(froms).toEqual([...froms].sort());
      }),
    );
  });

  it('a command repeated yields nothing the second time', () => {
    const command = fc.oneof(act.map(record), fc.nat(10).map(retract));
    fc.assert(
      fc.property(events, command, (history, asked) => {
        const { body, when } = given(registered(), ...history);
        const outcome = when(asked);
        if (!Array.isArray(outcome)) return;
        const after = outcome.reduce((was, event) => evolveBody(was, { ...event, eventId: id(99) }), body);
        expect(decideBody(asked, after, { today: '2026-02-01' })).toEqual([]);
      }),
    );
  });

  it('the order of recording does not change the facts', () => {
    const shuffled = fc
      .array(act, { maxLength: 6 })
      .map((list) => list.map((event, at) => ({ ...event, eventId: id(at + 2) })))
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const start = evolveBody(initialBody, { ...registered(), eventId: id(1) });
        expect(factsOf(other.reduce(evolveBody, start))).toEqual(factsOf(one.reduce(evolveBody, start)));
      }),
    );
  });
});

describe('what a body’s stream stores', () => {
  it('may say where a charter is open for signature', () => {
    const { data } = scheduled('2026-01-19');
    const { purpose: _, ...opened } = { ...data, place: 'Davos' };
    expect(bodySchemas.CharterOpenedForSignature.parse(opened)).toEqual(opened);
  });

  it('counts the seats of an organ, from 1 to 1000', () => {
    const { data } = established('2026-01-16');
    const takesSeats = (seats: number) => bodySchemas.OrganEstablished.safeParse({ ...data, seats }).success;
    expect([0, 1, 7, 1000, 1001, 1.5].map(takesSeats)).toEqual([false, true, true, true, false, false]);
  });

  it('may retract by what sources say, up to 50 of them', () => {
    const by = (count: number) =>
      bodySchemas.BodyActRetracted.safeParse({
        ...retracted(2).data,
        sources: Array.from({ length: count }, () => ({ source: 'a' })),
      }).success;
    expect([by(0), by(1), by(50), by(51)]).toEqual([true, true, true, false]);
  });

  const takes = (fields: object): boolean =>
    bodySchemas.BodyRegistered.safeParse({ ...board, ...fields }).success;

  it('is the registration as given, with or without sources and entry into force', () => {
    expect(bodySchemas.BodyRegistered.parse(board)).toEqual(board);
    expect(takes({ sources: [], inForceSince: undefined, aliases: ['مجلس السلام'] })).toBe(true);
    expect(takes({ rule: { binding: 'signature', invitation: false, termYears: 3 } })).toBe(true);
  });

  it.each([
    { slug: 'Board of Peace' },
    { kind: 'club' },
    { names: { ar: 'مجلس السلام' } },
    { rule: { binding: 'applause', invitation: false } },
    { rule: { binding: 'signature' } },
    { rule: { binding: 'signature', invitation: false, term: 3 } },
    { rule: { binding: 'signature', invitation: false, termYears: 0 } },
    { inForceSince: '2020-02-30' },
    { sources: undefined },
    { sources: [{ quote: 'a' }] },
    { seats: 7 },
    { aliases: [''] },
  ])('nothing with %j', (fields) => {
    expect(takes(fields)).toBe(false);
  });

  it('is each act as given, with its source', () => {
    const acts = [amended, entered, dissolved, renamed, established, appointed, left, scheduled].map((make) =>
      make('2026-01-19'),
    );
    for (const { type, data } of [...acts, retracted(1)]) {
      expect(bodySchemas[type].parse(data)).toEqual(data);
      expect(bodySchemas[type].safeParse({ ...data, colour: 'blue' }).success).toBe(false);
    }
    for (const { type, data } of acts)
      expect(bodySchemas[type].safeParse({ ...data, sources: [] }).success).toBe(false);
  });
});
