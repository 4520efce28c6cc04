// Checking and recording: what was checked is what is recorded, once, on what was seen.
import { isDeepStrictEqual } from 'node:util';
import { Body, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ClockReader, Drafts, READER, readQuery, type Draft } from '#application';
import { actOfEvent, type Reader } from '#read-models';
import type { MembershipAct, MembershipEvent } from '#register';
import { OfPage, type PageContext } from '../page/context.js';
import { typed as typedIn, type FieldFault, type Typed } from '../page/forms.js';
import { Pages } from '../page/pages.js';
import { SeeOther } from '../page/see-other.js';
import { Trouble } from '../page/trouble.js';
import { Requires } from '../security/access.js';
import { refusalSentence } from '../words/refusals.js';
import { CheckPage, type CheckProps } from './check.page.js';
import { CHECK } from './check-words.js';
import { ChoiceReader } from '../page/choices.js';
import { DonePage } from './done.page.js';
import { DRAFT_KIND } from './draft-fields.js';
import { hostileFaults } from './hostile.js';
import { officerOf } from './officer.js';
import { settled } from './read-source.js';
import { named, RecordDesk } from './record-desk.js';
import { Recorder, staleRefusal } from './recorder.js';

type Checked = CheckProps['sheet'];

/** What a form that confirms brings along. */
interface Seen {
  readonly version: number;
  readonly revision: string;
}

@Requires('recorder')
@Pages('admin/record')
export class CheckController {
  constructor(
    @Inject(Drafts) private readonly drafts: Drafts,
    @Inject(ChoiceReader) private readonly choices: ChoiceReader,
    @Inject(RecordDesk) private readonly desk: RecordDesk,
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  @Get(':draft/check')
  async check(@OfPage() page: PageContext, @Param('draft') id: string) {
    const draft = await this.find(page, id);
    const sheet = await this.sheetOf(page, draft);
    return this.checkPage(page, await this.settle(page, draft, sheet), sheet, {});
  }

  /** What was proposed is shown to be checked: from now on it is what was typed, whatever is proposed later. */
  private async settle(page: PageContext, draft: Draft<Typed>, { filled }: Checked): Promise<Draft<Typed>> {
    const data = settled(draft.data, filled.register);
    if (isDeepStrictEqual(data, draft.data)) return draft;
    await this.drafts.save(officerOf(page).id, draft.id, data);
    return this.find(page, draft.id);
  }

  @HttpCode(200)
  @Post(':draft/submit')
  async submit(
    @OfPage() page: PageContext,
    @Param('draft') id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { language } = page;
    const given = typedIn(body);
    const draft = await this.find(page, id);
    const sheet = await this.sheetOf(page, draft);
    const why = given['why'] ?? '';
    const hostile = hostileFaults({ why }, language);
    const suspects = sheet.open.suspects(sheet.filled.act).filter(({ needsReason }) => needsReason);
    const faults: FieldFault[] = [
      ...hostile,
      ...(why === '' && suspects.length > 0 ? [{ field: 'why', sentence: CHECK[language].whyMissing }] : []),
    ];
    if (faults.length > 0) {
      void reply.status(422);
      return this.checkPage(page, draft, sheet, {
        faults: named(language, faults),
        why: hostile.length > 0 ? '' : why,
      });
    }
    const act = withReason(sheet.filled.act, suspects[0]?.act.eventId, why);
    return this.record(page, draft, sheet, act, seenIn(given), why, reply);
  }

  /** The act is on record already: the draft's source says the same of it. */
  @HttpCode(200)
  @Post(':draft/corroborate')
  async corroborate(
    @OfPage() page: PageContext,
    @Param('draft') id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const given = typedIn(body);
    const draft = await this.find(page, id);
    const sheet = await this.sheetOf(page, draft);
    const known = sheet.open.acts.find(({ eventId }) => eventId === given['act']);
    if (!known)
      throw new Trouble('bad-request', [
        refusalSentence(page.language, { code: 'unknown-act', eventId: '' }),
      ]);
    const { sources } = sheet.filled.act.data;
    const event: MembershipEvent = {
      type: 'ActCorroborated',
      data: { corroborates: known.eventId, sources },
    };
    return this.record(page, draft, sheet, event, seenIn(given), undefined, reply);
  }

  @Get('done/:event')
  async done(@OfPage() page: PageContext, @Param('event') eventId: string) {
    const { minPosition } = readQuery(without(page.query, 'done'), ['minPosition']);
    const { position } = await this.clocks.resolve(minPosition === undefined ? {} : { minPosition });
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(eventId);
    const act = isId ? await actOfEvent(this.reader, position, eventId) : undefined;
    if (!act) throw new Trouble('not-found');
    const choices = await this.choices.all(page.language);
    const flash = page.query['done'] === 'already' ? CHECK[page.language].recordedAlready : undefined;
    return <DonePage {...{ page, choices, eventId, act, flash }} />;
  }

  private async record(
    page: PageContext,
    draft: Draft<Typed>,
    sheet: Checked,
    event: MembershipEvent,
    seen: Seen,
    why: string | undefined,
    reply: FastifyReply,
  ) {
    const { language } = page;
    if (seen.revision !== draft.updatedAt.toISOString()) {
      void reply.status(409);
      return this.checkPage(page, draft, sheet, { notice: CHECK[language].draftChanged, why });
    }
    const { id: account, name: officer } = officerOf(page);
    const { body, state } = sheet.open;
    const { register } = sheet.filled;
    const stale = staleRefusal(sheet.open, seen.version);
    const registered = stale ?? (register && (await this.recorder.register(register, officer)));
    const recorded =
      registered && 'refusal' in registered
        ? registered
        : await this.recorder.record({
            ...{ membership: { body, state }, event, officer },
            ...{ key: draft.id, seen: seen.version },
          });
    if (recorded !== 'nothing-new' && 'eventId' in recorded) {
      await this.drafts.discard(account, draft.id);
      const { eventId, position } = recorded;
      return void reply.redirect(`/admin/record/done/${eventId}?minPosition=${String(position)}`, 303);
    }
    // The source is there, whatever became of the act: the draft goes on from it.
    const after =
      registered && 'position' in registered ? await this.choose(page, draft, sheet, registered) : draft;
    const anew = await this.sheetOf(page, after);
    const since = anew.open.since(seen.version);
    const refusal = recorded === 'nothing-new' ? undefined : recorded.refusal;
    const isStale = refusal?.code === 'stale-version';
    void reply.status(isStale ? 409 : 422);
    const notice = [
      ...(refusal && !isStale ? [refusalSentence(language, refusal, anew.choices)] : []),
      ...(refusal ? [] : [CHECK[language].alreadyThere]),
      ...(after === draft ? [] : [CHECK[language].sourceKept]),
    ].join(' ');
    return this.checkPage(page, after, anew, { since, why, ...(notice !== '' && { notice }) });
  }

  /** Puts a source that was registered just now into the draft, as the one that was chosen. */
  private async choose(
    page: PageContext,
    draft: Draft<Typed>,
    { filled: { register } }: Checked,
    { position }: { readonly position: number },
  ): Promise<Draft<Typed>> {
    const { id: account } = officerOf(page);
    const own = Object.entries(draft.data).filter(([name]) => !name.startsWith('new-'));
    await this.drafts.save(account, draft.id, { ...Object.fromEntries(own), source: register?.id ?? '' });
    await this.clocks.resolve({ minPosition: position });
    return this.find(page, draft.id);
  }

  private checkPage(
    page: PageContext,
    draft: Draft<Typed>,
    sheet: Checked,
    more: Partial<Pick<CheckProps, 'faults' | 'why' | 'since' | 'notice'>>,
  ) {
    const { open, filled } = sheet;
    const preview = open.preview({ type: 'RecordAct', act: filled.act, as: 'person' });
    if ('code' in preview) throw new SeeOther(`/admin/record/${draft.id}?again=yes`);
    const revision = draft.updatedAt.toISOString();
    return (
      <CheckPage
        {...{ page, sheet, preview, revision, ...more }}
        draft={draft.id}
        suspects={open.suspects(filled.act)}
      />
    );
  }

  /** What is to be checked; back to the form where it is not in order, or not any more. */
  private async sheetOf(page: PageContext, draft: Draft<Typed>): Promise<Checked> {
    const { language } = page;
    const choices = await this.choices.all(language);
    const sheet = await this.desk.read(draft.data, { language, choices, salt: draft.id });
    const { open, filled } = sheet;
    // Sent twice, or at once: it is recorded already.
    const own = open?.event(draft.id);
    if (own) throw new SeeOther(`/admin/record/done/${own.eventId}?minPosition=${String(own.position)}`);
    if (!open || !filled) throw new SeeOther(`/admin/record/${draft.id}?again=yes`);
    return { ...sheet, open, filled };
  }

  private async find(page: PageContext, id: string): Promise<Draft<Typed>> {
    const draft = await this.drafts.find<Typed>(officerOf(page).id, id);
    if (draft?.kind === DRAFT_KIND) return draft;
    throw new SeeOther(`/admin/record/${encodeURIComponent(id)}`);
  }
}

/** That somebody holds it for another act is kept with it, in words that name the one that it resembles. */
function withReason(act: MembershipAct, other: string | undefined, why: string): MembershipAct {
  if (other === undefined || why === '') return act;
  const note = [act.data.note, `Not a repetition of ${other}: ${why}`]
    .filter(Boolean)
    .join('\n')
    .slice(0, 2000);
  return { ...act, data: { ...act.data, note } } as MembershipAct;
}

/** Of a form that was tampered with the version is none that there is. */
const seenIn = (given: Typed): Seen => ({
  version: /^\d{1,9}$/.test(given['version'] ?? '') ? Number(given['version']) : -1,
  revision: given['revision'] ?? '',
});

const without = (query: PageContext['query'], name: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(query).filter(([key]) => key !== name));
