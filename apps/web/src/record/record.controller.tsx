// Filling in the form of a record: drafts, what is offered, what it would change.
import { Body, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ClockReader, Drafts, EVENT_STORE, READER, type Draft, type EventStore } from '#application';
import { actOfEvent, type Reader } from '#read-models';
import { withParameters, OfPage, type PageContext } from '../page/context.js';
import { DayReading } from '../page/day-field.js';
import { typed as typedIn, type FieldFault, type Typed } from '../page/forms.js';
import { Pages } from '../page/pages.js';
import { SeeOther } from '../page/see-other.js';
import { Trouble } from '../page/trouble.js';
import { Requires } from '../security/access.js';
import { ActsPart, DetailsPart } from './acts-part.js';
import { ChoiceReader } from '../page/choices.js';
import { DAYS, DRAFT_KIND, kept } from './draft-fields.js';
import { DraftsPage } from './drafts.page.js';
import { FORM } from './form-words.js';
import { isHostile, withoutHostile } from './hostile.js';
import { LivePreview } from './live-preview.js';
import { officerOf } from './officer.js';
import { DraftField, RecordForm } from './record-form.page.js';
import { RecordDesk, type Sheet } from './record-desk.js';
import { settled } from './read-source.js';
import { KnownSources, LateProposal } from './source-part.js';

/** What another page may begin the form with. */
const BEGINS_WITH = ['state', 'body', 'source', 'act', 'on'] as const;

@Requires('recorder')
@Pages('admin/record')
export class RecordController {
  constructor(
    @Inject(Drafts) private readonly drafts: Drafts,
    @Inject(ChoiceReader) private readonly choices: ChoiceReader,
    @Inject(RecordDesk) private readonly desk: RecordDesk,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  @Get()
  async empty(@OfPage() page: PageContext) {
    officerOf(page);
    const given = BEGINS_WITH.flatMap((name) => {
      const value = page.query[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    });
    const typed: Typed = Object.fromEntries(given);
    if (isHostile(typed)) throw new Trouble('bad-request');
    return <RecordForm page={page} draft="" faults={[]} sheet={await this.read(typed, '', page)} />;
  }

  @Get('drafts')
  async list(@OfPage() page: PageContext) {
    const [drafts, choices] = await Promise.all([
      this.drafts.listOf(officerOf(page).id, DRAFT_KIND),
      this.choices.all(page.language),
    ]);
    const flash = page.query['done'] === 'discarded' ? FORM[page.language].discarded : undefined;
    return <DraftsPage {...{ page, choices, drafts, flash }} />;
  }

  @Get(':draft')
  async kept(@OfPage() page: PageContext, @Param('draft') id: string) {
    const draft = await this.find(page, id);
    const flash = page.query['done'] === 'saved' ? FORM[page.language].saved : undefined;
    const sheet = await this.read(draft.data, id, page);
    // Sent back from checking: what has come to be in the way since is said at once.
    const faults = page.query['again'] === 'yes' ? sheet.faults : [];
    return <RecordForm {...{ page, sheet, faults, flash }} draft={id} />;
  }

  /** The form, sent to go on: to the acts, to their details, to checking. */
  @HttpCode(200)
  @Post()
  async take(
    @OfPage() page: PageContext,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const given = typedIn(body);
    const fields = await this.fieldsOf(given);
    if (isHostile(fields)) {
      const sheet = await this.read(fields, '', page);
      return this.faulty(
        page,
        given['draft'] ?? '',
        { ...sheet, typed: withoutHostile(fields) },
        sheet.faults,
        reply,
      );
    }
    const draft = await this.keep(page, given['draft'] ?? '', fields);
    const path = `/admin/record/${draft}`;
    if (given['next'] === 'save') return void reply.redirect(withParameters(path, { done: 'saved' }), 303);
    const sheet = await this.read(fields, draft, page);
    if (sheet.filled) {
      await this.keep(page, draft, settled(fields, sheet.filled.register));
      return void reply.redirect(`${path}/check`, 303);
    }
    const next = nextPart(sheet, given['asked'] ?? '');
    if (next !== undefined) return void reply.redirect(`${path}#${next}`, 303);
    return this.faulty(page, draft, sheet, sheet.faults, reply);
  }

  /** A part of the form, as it is with what is typed at the moment. The preview keeps the draft as well. */
  @HttpCode(200)
  @Post('live')
  async live(
    @OfPage() page: PageContext,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const given = typedIn(body);
    const fields = await this.fieldsOf(given);
    const sheet = await this.read(fields, given['draft'] ?? '', page);
    // The form itself says what is missing once it is sent.
    const quiet = { ...sheet, faults: [] };
    switch (page.query['part']) {
      case 'acts':
        return <ActsPart page={page} sheet={quiet} />;
      case 'details':
        return <DetailsPart page={page} sheet={quiet} />;
      case 'source':
        return (
          <>
            <KnownSources page={page} sheet={quiet} />
            <LateProposal page={page} sheet={quiet} />
          </>
        );
      case 'preview':
        break;
      default:
        throw new Trouble('not-found');
    }
    const preview = (
      <>
        <LivePreview page={page} sheet={sheet} />
        {DAYS.map((name) => (
          <DayReading key={name} page={page} name={name} typed={fields} late />
        ))}
      </>
    );
    if (isHostile(fields)) return preview;
    const draft = await this.keep(page, given['draft'] ?? '', fields);
    if (draft === given['draft']) return preview;
    reply.header('hx-replace-url', `/admin/record/${draft}`);
    return (
      <>
        {preview}
        <DraftField draft={draft} late />
      </>
    );
  }

  @HttpCode(200)
  @Post(':draft/discard')
  async discard(
    @OfPage() page: PageContext,
    @Param('draft') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.find(page, id);
    await this.drafts.discard(officerOf(page).id, id);
    void reply.redirect('/admin/record/drafts?done=discarded', 303);
  }

  /** Theirs; what became of it where it was recorded; nobody else's. */
  private async find(page: PageContext, id: string): Promise<Draft<Typed>> {
    const draft = await this.drafts.find<Typed>(officerOf(page).id, id);
    if (draft?.kind === DRAFT_KIND) return draft;
    const { position: head } = await this.store.head();
    const { position } = await this.clocks.resolve({ minPosition: head });
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
    if (isId && (await actOfEvent(this.reader, position, id))) {
      throw new SeeOther(`/admin/record/done/${id}?done=already`);
    }
    throw new Trouble('not-found');
  }

  private async fieldsOf(given: Typed): Promise<Typed> {
    return kept(given, (await this.clocks.resolve({})).asOf);
  }

  /** Keeps what is typed, in the draft that is named or in a new one; gives its id. */
  private async keep(page: PageContext, id: string, fields: Typed): Promise<string> {
    const { id: account } = officerOf(page);
    if (id === '') return (await this.drafts.create(account, DRAFT_KIND, fields)).id;
    const draft = await this.find(page, id);
    await this.drafts.save(account, draft.id, fields);
    return draft.id;
  }

  private async read(typed: Typed, salt: string, { language }: PageContext): Promise<Sheet> {
    return this.desk.read(typed, { language, choices: await this.choices.all(language), salt });
  }

  private faulty(
    page: PageContext,
    draft: string,
    sheet: Sheet,
    faults: readonly FieldFault[],
    reply: FastifyReply,
  ) {
    void reply.status(422);
    return <RecordForm {...{ page, draft, sheet, faults }} />;
  }
}

/** The part of the form that was not asked for yet; undefined where all of it was. */
function nextPart({ offers, act }: Sheet, asked: string): string | undefined {
  if (!offers) return undefined;
  if (act === undefined) return asked === '' ? 'acts' : undefined;
  return asked === act ? undefined : 'details';
}
