import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ClockReader, KNOWN_CLOCK, type RawQuery, READER } from '#application';
import { latestActs, type Reader, sourcesCitedBy } from '#read-models';
import { BASE, knownMetaOf, OfCall, type Call } from './answer.js';
import type { Columns } from './columns.js';
import { listed, positionCursor, readList } from './listing.js';
import { bodyAt, stateAt } from './parties.js';
import { actView } from './views.js';

@Controller(`${BASE}/acts`)
export class ActsController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  /** Every act as it stands with all that was said of it, the last recorded first: of a body, a state, some types. */
  @Get()
  async all(@Query() raw: RawQuery, @OfCall() call: Call) {
    const query = positionCursor(readList(call, raw, [...KNOWN_CLOCK, 'body', 'state', 'type']));
    const { body, state, type: types } = query;
    const clocks = await this.clocks.resolveKnown(query);
    return listed(call, clocks, knownMetaOf(clocks), query, {
      name: 'acts',
      rows: async (page) => {
        if (body !== undefined) await bodyAt(this.reader, clocks, body);
        if (state !== undefined) await stateAt(this.reader, clocks, state);
        return latestActs(this.reader, clocks.position, { body, state, types, ...page });
      },
      keyOf: ({ row }) => String(row.position),
      items: async (acts) => {
        const sources = await sourcesCitedBy(this.reader, clocks.position, acts);
        return acts.map((act) => ({
          ...actView(act, sources),
          links: { membership: `${BASE}/memberships/${act.row.body}/${act.row.state}` },
        }));
      },
      columns: COLUMNS,
    });
  }
}

const COLUMNS: Columns<ReturnType<typeof actView>> = {
  position: ({ position }) => position,
  recordedAt: ({ recordedAt }) => recordedAt,
  actor: ({ actor }) => actor,
  body: ({ body }) => body,
  state: ({ state }) => state,
  type: ({ type }) => type,
  on: ({ on }) => on,
  effectiveDay: ({ effectiveDay }) => effectiveDay,
  attestation: ({ attestation }) => attestation,
  status: ({ status }) => status,
  disputed: ({ disputed }) => disputed,
  announcedOn: ({ announcedOn }) => announcedOn,
  announcedBy: ({ announcedBy }) => announcedBy,
  note: ({ note }) => note,
  sources: ({ sources }) => sources.map(({ id }) => id),
  eventId: ({ eventId }) => eventId,
};
