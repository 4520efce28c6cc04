import { Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { bodyCommand, type Refusal } from '#application';
import type { Clocks, DossierEvent, KnownBody } from '#read-models';
import { bodySchemas, decideBody, type BodyAct } from '#register';
import { ChoiceReader, type Choices } from '../../page/choices.js';
import { OfPage, type PageContext } from '../../page/context.js';
import { typed as typedOf, type FieldFault, type Typed } from '../../page/forms.js';
import { Pages } from '../../page/pages.js';
import { readSources } from '../../page/read-sources.js';
import { isShownAnew } from '../../page/rows.js';
import { checked, fieldAt } from '../../page/schema-faults.js';
import { OfForm, type SentForm } from '../../page/sent-form.js';
import { Trouble } from '../../page/trouble.js';
import { Requires } from '../../security/access.js';
import { fieldOfRefusal, refusalSentence } from '../../words/refusals.js';
import { readAct } from '../act-fields.js';
import { Desk, refusedWith } from '../desk.js';
import { keyOf, opened, versionSeen, type Filled } from '../desk-form.js';
import { leadOn } from '../done.js';
import { unknownStates } from '../unknown-parties.js';
import { MAY_RECORD, requireRole } from '../who-may.js';
import { formNamed, schemaOf, type FormName } from './body-acts.js';
import { BodyActPage, BodyCheckPage, BodyRetractPage } from './body-act.page.js';
import { BodyDesk } from './body-desk.js';

/** Fields that are read, and refused, by themselves. */
const READ_ALREADY = ['on', 'effectiveOn', 'announcedOn', 'sources', 'names', 'scheduledFor', 'state'];

const REFUSED_AT: Readonly<Partial<Record<Refusal['code'], string>>> = {
  'already-in-force': 'on',
  'already-dissolved': 'on',
  'organ-exists': 'organ',
  'unknown-organ': 'organ',
  'not-a-member': 'person',
};
const fieldOf = ({ code }: Refusal): string | undefined => REFUSED_AT[code];

@Pages('admin/bodies/:slug')
export class BodyActsController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(BodyDesk) private readonly bodies: BodyDesk,
    @Inject(ChoiceReader) private readonly choices: ChoiceReader,
  ) {}

  @Requires('recorder', 'admin')
  @Get('retract/:eventId')
  async askRetraction(
    @OfPage() page: PageContext,
    @Param('slug') slug: string,
    @Param('eventId') eventId: string,
  ) {
    const clocks = await this.desk.now(page);
    const { body, events } = await this.bodies.open(clocks, slug);
    return this.retractPage(
      page,
      clocks,
      body,
      this.retractable(page, body, events, eventId),
      opened(events.length),
    );
  }

  @Requires('recorder', 'admin')
  @Post('retract/:eventId')
  @HttpCode(200)
  async retract(
    @OfPage() page: PageContext,
    @Param('slug') slug: string,
    @Param('eventId') eventId: string,
    @OfForm() { typed, reply }: SentForm,
  ) {
    const clocks = await this.desk.now(page);
    const { body, events } = await this.bodies.open(clocks, slug);
    const event = this.retractable(page, body, events, eventId);
    if (isShownAnew(typed)) return this.retractPage(page, clocks, body, event, { typed, faults: [] });
    const { citations, registrations, faults } = await this.desk.checkSources(
      page,
      clocks.position,
      typed,
      readSources(typed, page.language, keyOf(typed), { optional: true }),
    );
    const retraction = checked(
      bodySchemas.BodyActRetracted,
      { retracts: eventId, reason: typed['reason'], ...(citations.length > 0 && { sources: citations }) },
      page.language,
      (path) => fieldAt(path, ['sources']),
    );
    const again = (all: readonly FieldFault[], now: Typed = typed) => {
      reply.status(422);
      return this.retractPage(page, clocks, body, event, { typed: now, faults: all });
    };
    const all = [...retraction.faults, ...faults];
    const { data } = retraction;
    if (!data || all.length > 0) return again(all);
    const written = await this.desk.record(page, {
      typed,
      registrations,
      command: (envelope) => bodyCommand(slug, { type: 'BodyActRetracted', data }, envelope),
    });
    if ('outcome' in written) return leadOn(reply, `/admin/bodies/${slug}`, written.outcome, 'retracted');
    return refusedWith(reply, written, again(written.faults, { ...typed, version: String(events.length) }));
  }

  @Requires('recorder', 'admin')
  @Get(':form')
  async blank(@OfPage() page: PageContext, @Param('slug') slug: string, @Param('form') name: string) {
    const form = this.formFor(page, name);
    const clocks = await this.desk.now(page, ['organ', 'person']);
    const { body, events } = await this.bodies.open(clocks, slug);
    const filled = opened(events.length, form.opens?.(body, typedOf(page.query)));
    const choices = await this.choices.all(page.language);
    return this.actPage(page, clocks, { body, name: name as FormName, events, choices }, filled);
  }

  @Requires('recorder', 'admin')
  @Post(':form')
  @HttpCode(200)
  async send(
    @OfPage() page: PageContext,
    @Param('slug') slug: string,
    @Param('form') name: string,
    @OfForm() { typed, reply }: SentForm,
  ) {
    this.formFor(page, name);
    const clocks = await this.desk.now(page, ['organ', 'person']);
    const { body, events } = await this.bodies.open(clocks, slug);
    const choices = await this.choices.all(page.language);
    const again = (faults: readonly FieldFault[], now: Typed = typed, overtaken?: number) => {
      if (faults.length > 0) reply.status(422);
      const shown = { body, name: name as FormName, events, choices, overtaken };
      return this.actPage(page, clocks, shown, { typed: now, faults });
    };
    if (isShownAnew(typed) || typed['change'] !== undefined) return again([]);
    const { act, registrations, faults } = await this.read(page, clocks, name, typed, choices);
    if (!act || faults.length > 0) return again(faults);
    const dry = () => refusalOf(act, body, this.desk.today());
    if (formNamed(name)?.movesStandings === true && typed['confirmed'] === undefined) {
      const refusal = dry();
      if (refusal) return again([faultOf(page, refusal)]);
      const foreseen = await this.bodies.foresee(clocks, body, act);
      const shown = { page, body, name: name as FormName, typed, faults: [] };
      return <BodyCheckPage {...shown} {...foreseen} />;
    }
    const written = await this.desk.record(page, {
      typed,
      registrations,
      dry,
      fieldOf,
      command: (envelope) => bodyCommand(slug, act, envelope),
    });
    if ('outcome' in written) return leadOn(reply, `/admin/bodies/${slug}`, written.outcome, 'recorded');
    const stale = written.refusal?.code === 'stale-version';
    const now = { ...typed, version: String(events.length) };
    const shown = again(written.faults, now, stale ? versionSeen(typed) : undefined);
    return refusedWith(reply, written, shown);
  }

  /** Throws where there is no such form, or it is not for whoever is signed in. */
  private formFor(page: PageContext, name: string) {
    const form = formNamed(name);
    if (!form) throw new Trouble('not-found');
    requireRole(page, MAY_RECORD[form.type]);
    return form;
  }

  private async read(page: PageContext, { position }: Clocks, name: string, typed: Typed, choices: Choices) {
    const { language } = page;
    const { type, read } = this.formFor(page, name);
    const own = read?.(typed, language) ?? { data: {}, faults: [] };
    const common = await this.desk.checkSources(page, position, typed, readAct(typed, language));
    const { data, faults } = checked(schemaOf(type), { ...common.data, ...own.data }, language, (path) =>
      fieldAt(path, READ_ALREADY),
    );
    const { state } = own.data;
    const states =
      typeof state === 'string' ? unknownStates(language, [{ field: 'state', state }], choices) : [];
    const act = data && ({ type, data } as BodyAct);
    return {
      ...(act && { act }),
      registrations: common.registrations,
      faults: [...own.faults, ...faults, ...states, ...common.faults],
    };
  }

  private async actPage(page: PageContext, { position }: Clocks, shown: Shown, filled: Filled) {
    const sources = await this.desk.sources(position, filled.typed);
    return <BodyActPage page={page} sources={sources} {...shown} {...filled} />;
  }

  private retractable(
    page: PageContext,
    { body }: KnownBody,
    events: readonly DossierEvent[],
    eventId: string,
  ): DossierEvent {
    const act = body.acts.find((one) => one.eventId === eventId);
    const event = events.find((one) => one.eventId === eventId);
    if (!act || !event) throw new Trouble('not-found');
    requireRole(page, MAY_RECORD[act.act.type]);
    return event;
  }

  private async retractPage(
    page: PageContext,
    clocks: Clocks,
    body: KnownBody,
    event: DossierEvent,
    filled: Filled,
  ) {
    const retraction = { type: 'BodyActRetracted', data: { retracts: event.eventId, reason: '-' } } as const;
    const foreseen = await this.bodies.foresee(clocks, body, retraction);
    const sources = await this.desk.sources(clocks.position, filled.typed);
    return (
      <BodyRetractPage page={page} body={body} event={event} sources={sources} {...foreseen} {...filled} />
    );
  }
}

type Shown = Pick<Parameters<typeof BodyActPage>[0], 'body' | 'name' | 'events' | 'choices' | 'overtaken'>;

function refusalOf(act: BodyAct, { body }: KnownBody, today: string): Refusal | undefined {
  const decided = decideBody({ type: 'RecordBodyAct', act }, body, { today });
  return 'code' in decided ? decided : undefined;
}

const faultOf = (page: PageContext, refusal: Refusal): FieldFault => ({
  field: fieldOf(refusal) ?? fieldOfRefusal(refusal),
  sentence: refusalSentence(page.language, refusal),
});
