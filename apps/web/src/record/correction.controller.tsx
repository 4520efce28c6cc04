// Corrections, retractions, denials and corroborations of what is on record.
import { randomUUID } from 'node:crypto';
import { Body, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OfPage, type PageContext } from '../page/context.js';
import { typed as typedIn, type Typed } from '../page/forms.js';
import { Pages } from '../page/pages.js';
import { SeeOther } from '../page/see-other.js';
import { Trouble } from '../page/trouble.js';
import { Requires } from '../security/access.js';
import { refusalSentence } from '../words/refusals.js';
import { CHECK } from './check-words.js';
import { ChoiceReader } from '../page/choices.js';
import { CorrectionCheck, CorrectionForm } from './correction.page.js';
import { CorrectionDesk, type CorrectionSheet, type Target } from './correction-desk.js';
import { kept } from './draft-fields.js';
import { isHostile, withoutHostile } from './hostile.js';
import { officerOf } from './officer.js';
import { Recorder, staleRefusal } from './recorder.js';

@Requires('recorder')
@Pages('admin/acts/:event/:kind')
export class CorrectionController {
  constructor(
    @Inject(ChoiceReader) private readonly choices: ChoiceReader,
    @Inject(CorrectionDesk) private readonly desk: CorrectionDesk,
    @Inject(Recorder) private readonly recorder: Recorder,
  ) {}

  @Get()
  async form(@OfPage() page: PageContext, @Param('event') event: string, @Param('kind') kind: string) {
    const target = await this.desk.target(event, kind);
    const key = randomUUID();
    const sheet = await this.read(page, target, this.desk.begin(target), key);
    return <CorrectionForm {...{ page, sheet }} sendKey={key} faults={[]} />;
  }

  @HttpCode(200)
  @Post()
  async take(
    @OfPage() page: PageContext,
    @Param('event') event: string,
    @Param('kind') kind: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const given = typedIn(body);
    const key = given['key'] ?? '';
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key)) throw new Trouble('bad-request');
    const target = await this.targetOf(event, kind, key);
    const typed = kept(given, await this.desk.today());
    const sheet = await this.read(page, target, typed, key);
    const own = sheet.open.event(key);
    if (own) return void reply.redirect(doneAt(own), 303);
    // Another act has other fields: they are asked for first.
    const isOtherAct = kind === 'correct' && given['step'] === 'check' && typed['asked'] !== typed['act'];
    if (given['step'] === 'again' || isOtherAct) {
      return <CorrectionForm {...{ page, sheet }} sendKey={key} faults={[]} />;
    }
    if (!sheet.filled) {
      void reply.status(422);
      const shown = isHostile(typed) ? { ...sheet, typed: withoutHostile(typed) } : sheet;
      return <CorrectionForm {...{ page }} sheet={shown} sendKey={key} faults={sheet.faults} />;
    }
    return given['step'] === 'record'
      ? this.record(page, target, sheet, sheet.filled, given, key, reply)
      : this.check(page, sheet, sheet.filled, key);
  }

  private async record(
    page: PageContext,
    target: Target,
    sheet: CorrectionSheet,
    { correction, register }: NonNullable<CorrectionSheet['filled']>,
    given: Typed,
    key: string,
    reply: FastifyReply,
  ) {
    const { name: officer } = officerOf(page);
    const { body, state } = sheet.open;
    const seen = /^\d{1,9}$/.test(given['version'] ?? '') ? Number(given['version']) : -1;
    const stale = staleRefusal(sheet.open, seen);
    const registered = stale ?? (register && (await this.recorder.register(register, officer)));
    const recorded =
      registered && 'refusal' in registered
        ? registered
        : await this.recorder.record({ membership: { body, state }, event: correction, officer, key, seen });
    if (recorded !== 'nothing-new' && 'eventId' in recorded)
      return void reply.redirect(doneAt(recorded), 303);
    const refusal = recorded === 'nothing-new' ? undefined : recorded.refusal;
    void reply.status(refusal?.code === 'stale-version' ? 409 : 422);
    // The source is there, whatever became of the rest: it is cited from now on.
    const typed =
      registered && 'position' in registered ? withSource(sheet.typed, register?.id) : sheet.typed;
    if (registered && 'position' in registered) await this.recorder.taken(registered.position);
    const anew = await this.read(page, target, typed, key);
    if (!anew.filled) return <CorrectionForm {...{ page }} sheet={anew} sendKey={key} faults={anew.faults} />;
    const notice =
      refusal === undefined
        ? CHECK[page.language].alreadyThere
        : refusal.code === 'stale-version'
          ? undefined
          : refusalSentence(page.language, refusal, anew.choices);
    return this.check(page, anew, anew.filled, key, { since: anew.open.since(seen), notice });
  }

  private check(
    page: PageContext,
    sheet: CorrectionSheet,
    filled: NonNullable<CorrectionSheet['filled']>,
    key: string,
    more: Partial<Pick<Parameters<typeof CorrectionCheck>[0], 'since' | 'notice'>> = {},
  ) {
    return <CorrectionCheck {...{ page, sheet, filled, since: [], ...more }} sendKey={key} />;
  }

  /** A form that was recorded has itself become the last correction: it leads to what became of it, not on. */
  private async targetOf(event: string, kind: string, key: string): Promise<Target> {
    try {
      return await this.desk.target(event, kind);
    } catch (error) {
      if (error instanceof SeeOther && error.location.includes(key)) {
        throw new SeeOther(`/admin/record/done/${key}?done=already`);
      }
      throw error;
    }
  }

  private async read(page: PageContext, target: Target, typed: Typed, key: string): Promise<CorrectionSheet> {
    const { language } = page;
    return this.desk.read(target, typed, { language, choices: await this.choices.all(language), key });
  }
}

const doneAt = ({ eventId, position }: { readonly eventId: string; readonly position: number }): string =>
  `/admin/record/done/${eventId}?minPosition=${String(position)}`;

/** Cites a source that was registered just now instead of describing it. */
const withSource = (typed: Typed, source = ''): Typed => ({
  ...Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith('new-'))),
  source,
});
