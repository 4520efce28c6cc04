import { Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { onePage, pageOf, readQuery, stateCommand, type Refusal } from '#application';
import {
  findState,
  listStates,
  recordOf,
  statesLike,
  type Clocks,
  type DossierEvent,
  type KnownState,
} from '#read-models';
import { stateCode, type StateChange } from '#register';
import { ChoiceReader, type Choices } from '../../page/choices.js';
import { OfPage, type PageContext } from '../../page/context.js';
import type { FieldFault, Typed } from '../../page/forms.js';
import { Pages } from '../../page/pages.js';
import { readSources } from '../../page/read-sources.js';
import { isShownAnew } from '../../page/rows.js';
import { checked, fieldAt } from '../../page/schema-faults.js';
import { OfForm, type SentForm } from '../../page/sent-form.js';
import { Trouble } from '../../page/trouble.js';
import { Requires } from '../../security/access.js';
import { Desk, refusedWith } from '../desk.js';
import { keyOf, opened, versionSeen, type Filled } from '../desk-form.js';
import { flashOf, leadOn } from '../done.js';
import { unknownStates } from '../unknown-parties.js';
import { fieldOfState, otherStates } from './other-states.js';
import { changeNamed, schemaOf, type ChangeForm } from './state-changes.js';
import { readState, RegisterStatePage, StateChangePage, StatePage, StatesPage } from './state.pages.js';
import { STATE } from './state-words.js';

const A_PAGE = 100;
const FOUND = 30;

const REFUSED_AT: Readonly<Partial<Record<Refusal['code'], string>>> = {
  'state-exists': 'code',
  'name-known': 'name',
  'state-dissolved': 'on',
};

@Pages('admin/states')
export class DeskStatesController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(ChoiceReader) private readonly choices: ChoiceReader,
  ) {}

  @Requires('recorder', 'admin')
  @Get()
  async list(@OfPage() page: PageContext) {
    const { q: given, ...others } = page.query;
    // An empty search is none.
    const asked = given === '' ? others : page.query;
    const query = { ...readQuery(asked, ['cursor', 'q', 'minPosition']), limit: A_PAGE };
    const { q } = query;
    const clocks = await this.desk.now(page, ['cursor', 'q']);
    const rows: KnownState[] =
      q === undefined
        ? await listStates(this.desk.reader, clocks, pageOf(query))
        : await statesLike(this.desk.reader, clocks, q, FOUND);
    const { shown: states, next } = onePage(query, rows, ({ code }) => code);
    return <StatesPage page={page} states={states} q={q} next={next} />;
  }

  @Requires('admin')
  @Get('new')
  blank(@OfPage() page: PageContext) {
    return <RegisterStatePage page={page} {...opened(0)} />;
  }

  @Requires('admin')
  @Post('new')
  @HttpCode(200)
  async register(@OfPage() page: PageContext, @OfForm() { typed, reply }: SentForm) {
    const { state, faults } = readState(typed, page.language);
    const again = (all: readonly FieldFault[]) => {
      if (all.length > 0) reply.status(422);
      return <RegisterStatePage page={page} typed={typed} faults={all} />;
    };
    if (isShownAnew(typed)) return again([]);
    if (!state) return again(faults);
    const written = await this.desk.record(page, {
      typed: { ...typed, version: '' },
      command: (envelope) => stateCommand(state.code, { type: 'StateRegistered', data: state }, envelope),
      fieldOf: ({ code }) => REFUSED_AT[code],
    });
    if (!('outcome' in written)) return again(written.faults);
    return leadOn(reply, addressOf(state.code), written.outcome, 'registered');
  }

  @Requires('recorder', 'admin')
  @Get(':code')
  async one(@OfPage() page: PageContext, @Param('code') code: string) {
    const { state, events } = await this.open(await this.desk.now(page), code);
    return <StatePage page={page} state={state} events={events} flash={flashOf(page, STATE)} />;
  }

  @Requires('admin')
  @Get(':code/:change')
  async ask(@OfPage() page: PageContext, @Param('code') code: string, @Param('change') name: string) {
    const form = formNamed(name);
    const clocks = await this.desk.now(page);
    const { state, events } = await this.open(clocks, code);
    const choices = await this.choices.all(page.language);
    const filled = opened(events.length, form.opens?.(state));
    return this.changePage(page, clocks, { state, name, events, choices }, filled);
  }

  @Requires('admin')
  @Post(':code/:change')
  @HttpCode(200)
  async change(
    @OfPage() page: PageContext,
    @Param('code') code: string,
    @Param('change') name: string,
    @OfForm() { typed, reply }: SentForm,
  ) {
    const form = formNamed(name);
    const clocks = await this.desk.now(page);
    const { state, events } = await this.open(clocks, code);
    const choices = await this.choices.all(page.language);
    const again = (faults: readonly FieldFault[], now: Typed = typed, overtaken?: number) => {
      if (faults.length > 0) reply.status(422);
      const shown = { state, name, events, choices, overtaken };
      return this.changePage(page, clocks, shown, { typed: now, faults });
    };
    if (isShownAnew(typed)) return again([]);
    const { change, registrations, faults } = await this.read(page, clocks, form, typed, choices);
    if (!change || faults.length > 0) return again(faults);
    const written = await this.desk.record(page, {
      typed,
      registrations,
      names: choices,
      command: (envelope) => stateCommand(code, change, envelope),
      fieldOf: (refusal) =>
        refusal.code === 'own-successor' && form.others
          ? fieldOfState(typed, form.others, refusal.state)
          : REFUSED_AT[refusal.code],
    });
    if ('outcome' in written) return leadOn(reply, addressOf(code), written.outcome, 'recorded');
    const stale = written.refusal?.code === 'stale-version';
    const now = { ...typed, version: String(events.length) };
    const shown = again(written.faults, now, stale ? versionSeen(typed) : undefined);
    return refusedWith(reply, written, shown);
  }

  private async read(
    page: PageContext,
    clocks: Clocks,
    { type, others, read }: ChangeForm,
    typed: Typed,
    choices: Choices,
  ) {
    const { language } = page;
    const own = read(typed, language);
    const cited = await this.desk.checkSources(
      page,
      clocks.position,
      typed,
      readSources(typed, language, keyOf(typed), { optional: true }),
    );
    const { citations, registrations } = cited;
    const whole = { ...own.data, ...(citations.length > 0 && { sources: citations }) };
    const { data, faults } = checked<unknown>(schemaOf(type), whole, language, (path) =>
      fieldAt(path, ['on', 'names', 'sources', 'predecessors', 'successors']),
    );
    const states = others ? unknownStates(language, otherStates(typed, others), choices) : [];
    return {
      ...(data !== undefined && { change: { type, data } as StateChange }),
      registrations,
      faults: [...own.faults, ...faults, ...states, ...cited.faults],
    };
  }

  private async open(
    clocks: Clocks,
    code: string,
  ): Promise<{ readonly state: KnownState; readonly events: readonly DossierEvent[] }> {
    const known = stateCode.safeParse(code).success;
    const state = known ? await findState(this.desk.reader, clocks, code) : undefined;
    if (!state) throw new Trouble('not-found');
    return { state, events: await recordOf(this.desk.reader, clocks.position, 'state', code) };
  }

  private async changePage(page: PageContext, { position }: Clocks, shown: Shown, filled: Filled) {
    const sources = await this.desk.sources(position, filled.typed);
    return <StateChangePage page={page} sources={sources} {...shown} {...filled} />;
  }
}

type Shown = Pick<
  Parameters<typeof StateChangePage>[0],
  'state' | 'name' | 'events' | 'choices' | 'overtaken'
>;

function formNamed(name: string) {
  const form = changeNamed(name);
  if (!form) throw new Trouble('not-found');
  return form;
}

const addressOf = (code: string): string => `/admin/states/${code}`;
