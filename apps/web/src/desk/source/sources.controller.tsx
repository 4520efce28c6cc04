import { Body, Get, HttpCode, Inject, Param, Post, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ARCHIVE, sourceCommand, type Archive } from '#application';
import {
  actsRestingOn,
  bodiesBySlug,
  changedBySource,
  latestSources,
  recordOf,
  sourcesAt,
  sourcesById,
  statesByCode,
  type Clocks,
  type KnownSource,
} from '#read-models';
import { sourceId, sourceSchemas } from '#register';
import { ChoiceReader } from '../../page/choices.js';
import { OfPage, type PageContext } from '../../page/context.js';
import { readDayField } from '../../page/read-day-field.js';
import { typed as typedOf, type FieldFault, type Typed } from '../../page/forms.js';
import { Pages } from '../../page/pages.js';
import { readNewSource, whereGiven } from '../../page/read-sources.js';
import { isShownAnew } from '../../page/rows.js';
import { checked } from '../../page/schema-faults.js';
import { OfForm, type SentForm } from '../../page/sent-form.js';
import { Trouble } from '../../page/trouble.js';
import { fileIn, TakesFile, typedBeside } from '../../page/uploads.js';
import { Requires } from '../../security/access.js';
import { Desk, refusedWith } from '../desk.js';
import { keyOf, opened, type Filled } from '../desk-form.js';
import { flashOf, leadOn } from '../done.js';
import { mediaTypeOf } from './media-type.js';
import { isDiscredited, NewSourcePage, SourcePage, SourcesPage } from './source.pages.js';
import { SOURCE } from './source-words.js';
import { VerdictPage } from './verdict.page.js';

const LATEST = 100;
const ACTS = 50;

@Pages('admin/sources')
export class DeskSourcesController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(ARCHIVE) private readonly archive: Archive,
    @Inject(ChoiceReader) private readonly choices: ChoiceReader,
  ) {}

  @Requires('recorder', 'admin')
  @Get()
  async list(@OfPage() page: PageContext) {
    const { position } = await this.desk.now(page);
    return <SourcesPage page={page} sources={await latestSources(this.desk.reader, position, LATEST)} />;
  }

  @Requires('recorder', 'admin')
  @Get('new')
  async blank(@OfPage() page: PageContext) {
    const { position } = await this.desk.now(page, ['url']);
    const { url = '' } = typedOf(page.query);
    const twins = url === '' ? [] : await sourcesAt(this.desk.reader, position, url);
    return <NewSourcePage page={page} twins={twins} {...opened(0, whereGiven({ url }))} />;
  }

  @Requires('recorder', 'admin')
  @Post('new')
  @HttpCode(200)
  async register(@OfPage() page: PageContext, @OfForm() { typed, reply }: SentForm) {
    const { position } = await this.desk.now(page, ['url']);
    const { source, faults } = readNewSource(typed, '', page.language, keyOf(typed));
    const twins = await this.twinsOf(position, typed, source?.id);
    const again = (all: readonly FieldFault[]) => {
      if (all.length > 0) reply.status(422);
      return <NewSourcePage page={page} twins={twins} typed={typed} faults={all} />;
    };
    if (isShownAnew(typed)) return again([]);
    if (!source) return again(faults);
    if (twins.length > 0 && (typed['anyway'] ?? '') === '') {
      return again([{ field: 'url', sentence: SOURCE[page.language].known }]);
    }
    const written = await this.desk.record(page, {
      typed: { ...typed, version: '' },
      command: (envelope) => sourceCommand(source.id, { type: 'SourceRegistered', data: source }, envelope),
      fieldOf: () => '',
    });
    if (!('outcome' in written)) return again(written.faults);
    return leadOn(reply, addressOf(source.id), written.outcome, 'registered');
  }

  @Requires('recorder', 'admin')
  @Get(':id')
  async one(@OfPage() page: PageContext, @Param('id') id: string) {
    const clocks = await this.desk.now(page);
    return this.sourcePage(page, clocks, await this.sourceAt(clocks, id));
  }

  @Requires('recorder', 'admin')
  @Post(':id/copies')
  @HttpCode(200)
  @TakesFile()
  async storeCopy(
    @OfPage() page: PageContext,
    @Param('id') id: string,
    @Body() sent: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const clocks = await this.desk.now(page);
    const source = await this.sourceAt(clocks, id);
    const typed = typedBeside(sent);
    const say = SOURCE[page.language];
    const bytes = await fileIn(sent, 'copy');
    const mediaType = bytes && mediaTypeOf(bytes);
    const retrieved = readDayField(typed, 'retrievedOn', page.language, 'optional');
    const again = (faults: readonly FieldFault[]) => {
      if (faults.length > 0) reply.status(422);
      return this.sourcePage(page, clocks, source, { typed, faults });
    };
    if (isShownAnew(typed)) return again([]);
    if (!bytes || !mediaType || retrieved.faults.length > 0) {
      const fault = bytes ? say.fileKind : say.fileMissing;
      return again([...(mediaType ? [] : [{ field: 'copy', sentence: fault }]), ...retrieved.faults]);
    }
    const sha256 = await this.archive.keep(bytes);
    const data = {
      ...{ sha256, mediaType, bytes: bytes.length },
      ...(retrieved.day !== undefined && { retrievedOn: retrieved.day }),
    };
    const written = await this.desk.record(page, {
      typed: { ...typed, version: '' },
      command: (envelope) => sourceCommand(id, { type: 'CopyStored', data }, envelope),
    });
    if (!('outcome' in written)) return again(written.faults);
    const known = source.copies.some((copy) => copy.sha256 === sha256);
    return leadOn(reply, addressOf(id), written.outcome, known ? 'sameCopy' : 'stored');
  }

  /** As a file to keep: it is another's text, and is never shown as a page of ours. */
  @Requires('signed-in')
  @Get(':id/copies/:sha256')
  async copy(
    @OfPage() page: PageContext,
    @Param('id') id: string,
    @Param('sha256') sha256: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const source = await this.sourceAt(await this.desk.now(page), id);
    const stored = source.copies.some((copy) => copy.sha256 === sha256);
    const bytes = stored ? await this.archive.find(sha256) : undefined;
    if (!bytes) throw new Trouble('not-found');
    reply
      .header('content-disposition', `attachment; filename="${sha256}"`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store');
    return new StreamableFile(bytes, { type: 'application/octet-stream' });
  }

  @Requires('recorder', 'admin')
  @Get(':id/:verdict')
  async ask(@OfPage() page: PageContext, @Param('id') id: string, @Param('verdict') name: string) {
    const verdict = verdictNamed(name);
    const clocks = await this.desk.now(page);
    const source = await this.sourceAt(clocks, id);
    const events = await recordOf(this.desk.reader, clocks.position, 'source', id);
    const clash = alreadySo(page, source, verdict);
    const { typed } = opened(events.length);
    return this.verdictPage(page, clocks, source, verdict, { typed, faults: clash });
  }

  @Requires('recorder', 'admin')
  @Post(':id/:verdict')
  @HttpCode(200)
  async judge(
    @OfPage() page: PageContext,
    @Param('id') id: string,
    @Param('verdict') name: string,
    @OfForm() { typed, reply }: SentForm,
  ) {
    const verdict = verdictNamed(name);
    const clocks = await this.desk.now(page);
    const source = await this.sourceAt(clocks, id);
    const again = (faults: readonly FieldFault[], now: Typed = typed) => {
      reply.status(422);
      return this.verdictPage(page, clocks, source, verdict, { typed: now, faults });
    };
    const type = verdict === 'discredit' ? 'SourceDiscredited' : 'SourceReinstated';
    const given = { reason: typed['reason'], ...whereGiven({ url: typed['url'] ?? '' }) };
    const { data, faults } = checked(sourceSchemas[type], given, page.language);
    if (!data) return again(faults);
    const written = await this.desk.record(page, {
      typed,
      command: (envelope) => sourceCommand(id, { type, data }, envelope),
      fieldOf: () => '',
    });
    if ('outcome' in written) return leadOn(reply, addressOf(id), written.outcome, DONE[verdict]);
    const { length } = await recordOf(this.desk.reader, clocks.position, 'source', id);
    const now = { ...typed, version: String(length) };
    return refusedWith(reply, written, again(written.faults, now));
  }

  private async sourceAt({ position }: Clocks, id: string): Promise<KnownSource> {
    const known = sourceId.safeParse(id).success;
    const source = known ? (await sourcesById(this.desk.reader, position, [id])).get(id) : undefined;
    if (!source) throw new Trouble('not-found');
    return source;
  }

  /** Other sources at the address that was typed. */
  private async twinsOf(position: number, { url = '' }: Typed, id: string | undefined) {
    const twins = url === '' ? [] : await sourcesAt(this.desk.reader, position, url);
    return twins.filter((twin) => twin.id !== id);
  }

  private async sourcePage(page: PageContext, { position }: Clocks, source: KnownSource, copy?: Filled) {
    const events = await recordOf(this.desk.reader, position, 'source', source.id);
    const acts = await actsRestingOn(this.desk.reader, position, source.id, { limit: ACTS });
    const names = await this.choices.all(page.language);
    const flash = flashOf(page, SOURCE);
    return <SourcePage {...{ page, source, events, acts, names, flash }} {...(copy && { copy })} />;
  }

  private async verdictPage(
    page: PageContext,
    clocks: Clocks,
    source: KnownSource,
    verdict: Verdict,
    filled: Filled,
  ) {
    const { reader } = this.desk;
    const changes = await changedBySource(reader, clocks, source.id, verdict === 'discredit');
    const states = await statesByCode(reader, clocks, [...new Set(changes.map(({ state }) => state))]);
    const bodies = await bodiesBySlug(reader, clocks, [...new Set(changes.map(({ body }) => body))]);
    return (
      <VerdictPage
        page={page}
        source={source}
        verdict={verdict}
        effect={{ changes, states, bodies }}
        {...filled}
      />
    );
  }
}

type Verdict = 'discredit' | 'reinstate';
const DONE = { discredit: 'discredited', reinstate: 'reinstated' } as const;

function verdictNamed(name: string): Verdict {
  if (name === 'discredit' || name === 'reinstate') return name;
  throw new Trouble('not-found');
}

function alreadySo(page: PageContext, source: KnownSource, verdict: Verdict): FieldFault[] {
  const say = SOURCE[page.language];
  if (isDiscredited(source) === (verdict === 'reinstate')) return [];
  return [{ field: '', sentence: verdict === 'discredit' ? say.alreadyDiscredited : say.notDiscredited }];
}

const addressOf = (id: string): string => `/admin/sources/${id}`;
