import { Controller, Get, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import {
  type Archive,
  ARCHIVE,
  ClockReader,
  KNOWN_CLOCK,
  PAGE,
  pageOf,
  type RawQuery,
  READER,
  readQuery,
} from '#application';
import {
  actsRestingOn,
  type KnownSource,
  listSources,
  type Reader,
  sourcesById,
  sourcesCitedBy,
  sourcesLike,
} from '#read-models';
import { sourceId } from '#register';
import { answer, BASE, knownMetaOf, list, OfCall, type Call } from './answer.js';
import type { Columns } from './columns.js';
import { listed, readList } from './listing.js';
import { Problem } from './problem.js';
import { actView, sourceView } from './views.js';

@Controller(`${BASE}/sources`)
export class SourcesController {
  constructor(
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
    @Inject(ARCHIVE) private readonly archive: Archive,
  ) {}

  /** By id; with `q` those with all its words in their title, outlet or id, or at that address, the latest first. */
  @Get()
  async all(@Query() raw: RawQuery, @OfCall() call: Call) {
    const query = readList(call, raw, [...KNOWN_CLOCK, 'q']);
    const { q } = query;
    const clocks = await this.clocks.resolveKnown(query);
    return listed(call, clocks, knownMetaOf(clocks), query, {
      name: 'sources',
      rows: (page) =>
        q === undefined
          ? listSources(this.reader, clocks.position, page)
          : sourcesLike(this.reader, clocks.position, q, page.limit),
      keyOf: q === undefined ? ({ id }: KnownSource) => id : undefined,
      items: (sources) => Promise.resolve(sources.map(sourceView)),
      columns: SOURCE_COLUMNS,
    });
  }

  /** A source and a page of the acts that rest on it. */
  @Get(':id')
  async one(@Param('id') id: string, @Query() raw: RawQuery, @OfCall() call: Call) {
    const query = readQuery(raw, [...KNOWN_CLOCK, ...PAGE]);
    // The acts are in the order of their positions.
    if (query.cursor !== undefined && !/^\d{1,15}$/.test(query.cursor)) {
      throw Problem.ofFaults([{ parameter: 'cursor', code: 'bad-cursor', facts: {} }]);
    }
    const clocks = await this.clocks.resolveKnown(query);
    return answer(call, clocks, async () => {
      const found = sourceId.safeParse(id).success
        ? await sourcesById(this.reader, clocks.position, [id])
        : undefined;
      const source = found?.get(id);
      if (!source) throw new Problem('unknown-source', { source: id, position: clocks.position });
      const acts = await actsRestingOn(this.reader, clocks.position, id, pageOf(query));
      const sources = await sourcesCitedBy(this.reader, clocks.position, acts);
      const page = list(call, knownMetaOf(clocks), query, acts, {
        keyOf: ({ row }) => String(row.position),
        item: (act) => actView(act, sources),
      });
      return { ...sourceView(source), acts: page.items, meta: page.meta, links: page.links };
    });
  }

  /** A stored copy, as a file to keep: it is another's text and is never shown as a page of ours. */
  @Get(':id/copies/:sha256')
  async copy(@Param('id') id: string, @Param('sha256') sha256: string, @OfCall() { reply }: Call) {
    const { position } = await this.clocks.resolveKnown({});
    const source = sourceId.safeParse(id).success
      ? await sourcesById(this.reader, position, [id])
      : undefined;
    const copy = source?.get(id)?.copies.find((stored) => stored.sha256 === sha256);
    const bytes = copy && (await this.archive.find(sha256));
    if (!bytes) throw new Problem('unknown-copy', { source: id, sha256 });
    reply.header('content-disposition', `attachment; filename="${sha256}"`);
    reply.header('content-security-policy', "default-src 'none'; sandbox");
    reply
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'public, max-age=31536000, immutable');
    return new StreamableFile(bytes, { type: 'application/octet-stream' });
  }
}

const SOURCE_COLUMNS: Columns<ReturnType<typeof sourceView>> = {
  id: ({ id }) => id,
  outlet: ({ outlet }) => outlet,
  title: ({ title }) => title,
  url: ({ url }) => url,
  language: ({ language }) => language,
  publishedOn: ({ publishedOn }) => publishedOn,
  byline: ({ byline }) => byline,
  reliesOn: ({ reliesOn }) => reliesOn,
  discredited: ({ discredited }) => discredited,
  note: ({ note }) => note,
};
