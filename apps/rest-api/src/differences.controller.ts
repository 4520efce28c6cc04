import { Controller, Get, Inject, Query } from '@nestjs/common';
import { betweenParameters, ClockReader, type RawQuery, READER, resolveBetween } from '#application';
import {
  bodiesBySlug,
  type Cause,
  causesOf,
  citedBy,
  type Clocks,
  keyOfChange,
  type MembershipChange,
  membershipChanges,
  type MembershipRow,
  type Reader,
  statesByCode,
} from '#read-models';
import { membershipOf } from '#register';
import { BASE, metaOf, OfCall, type Call } from './answer.js';
import type { Columns } from './columns.js';
import { listed, readList, type ListQuery } from './listing.js';
import { bodyAt, stateAt } from './parties.js';
import { Problem } from './problem.js';
import { bodyOf, NO_STANDING, standingView, stateOf } from './views.js';

@Controller(`${BASE}/memberships/diff`)
export class DifferencesController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  /** The memberships that differ between two points of one clock, what they were before and after, and why. */
  @Get()
  async differences(@Query() raw: RawQuery, @OfCall() call: Call) {
    const query = changeCursor(readList(call, raw, [...betweenParameters(raw), 'body', 'state']));
    const between = await resolveBetween(this.clocks, query);
    const { axis, from, to } = between;
    const meta = { axis, from: metaOf(from), to: metaOf(to) };
    const { body, state } = query;
    return listed(call, { ...to, fixed: from.fixed && to.fixed }, meta, query, {
      name: 'differences',
      rows: async (page) => {
        if (body !== undefined) await bodyAt(this.reader, to, body);
        if (state !== undefined) await stateAt(this.reader, to, state);
        return membershipChanges(this.reader, between, { body, state, ...page });
      },
      keyOf: keyOfChange,
      items: async (changes, languages) => {
        const causes = await causesOf(this.reader, between, changes);
        const [bodies, states, before, after] = await Promise.all([
          bodiesBySlug(this.reader, to, [...new Set(changes.map((change) => change.body))]),
          statesByCode(this.reader, to, [...new Set(changes.map((change) => change.state))]),
          this.standings(from, changes, 'before'),
          this.standings(to, changes, 'after'),
        ]);
        return changes.map((change) => ({
          body: bodyOf(bodies, change.body, languages),
          state: stateOf(states, change.state, languages),
          before: before(change.before),
          after: after(change.after),
          because: causes.get(keyOfChange(change)) ?? [],
          links: {
            membership: `${BASE}/memberships/${change.body}/${change.state}`,
            history: `${BASE}/memberships/${change.body}/${change.state}/history`,
          },
        }));
      },
      columns: COLUMNS,
    });
  }

  /** How rows look as known at one of the two points. */
  private async standings(clocks: Clocks, changes: readonly MembershipChange[], side: 'before' | 'after') {
    const rows = changes.flatMap((change) => change[side] ?? []);
    const [bodies, cited] = await Promise.all([
      bodiesBySlug(this.reader, clocks, [...new Set(rows.map(({ body }) => body))]),
      citedBy(this.reader, clocks.position, rows),
    ]);
    return (row: MembershipRow | null) =>
      row === null ? NO_STANDING : standingView(row, bodies.get(row.body), cited);
  }
}

/** Its cursors are memberships. */
function changeCursor(query: ListQuery): ListQuery {
  if (query.cursor === undefined || membershipOf(query.cursor)) return query;
  throw Problem.ofFaults([{ parameter: 'cursor', code: 'bad-cursor', facts: {} }]);
}

type Standing = ReturnType<typeof standingView> | typeof NO_STANDING;
interface Difference {
  readonly body: { readonly slug: string; readonly name: string };
  readonly state: { readonly code: string; readonly name: string };
  readonly before: Standing;
  readonly after: Standing;
  readonly because: readonly Cause[];
}

const COLUMNS: Columns<Difference> = {
  body: ({ body }) => body.slug,
  bodyName: ({ body }) => body.name,
  state: ({ state }) => state.code,
  stateName: ({ state }) => state.name,
  standingBefore: ({ before }) => before.standing,
  standingAfter: ({ after }) => after.standing,
  sinceBefore: ({ before }) => before.since,
  sinceAfter: ({ after }) => after.since,
  attestationBefore: ({ before }) => before.attestation,
  attestationAfter: ({ after }) => after.attestation,
  reportedBefore: ({ before }) => before.reported.standing,
  reportedAfter: ({ after }) => after.reported.standing,
  disputedBefore: ({ before }) => before.disputed,
  disputedAfter: ({ after }) => after.disputed,
  positions: ({ because }) => because.map(({ position }) => String(position)),
  because: ({ because }) => because.map(({ type }) => type),
};
