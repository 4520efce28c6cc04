import { createHash } from 'node:crypto';
import { Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { contactCommand } from '#application';
import { recordOf, sourcesById, type Clocks, type DossierEvent } from '#read-models';
import {
  contactId,
  contactSchemas,
  evolveContact,
  initialContact,
  type Contact,
  type ContactEvent,
} from '#register';
import { ChoiceReader, type Choices } from '../../page/choices.js';
import { OfPage, type PageContext } from '../../page/context.js';
import type { FieldFault, Typed } from '../../page/forms.js';
import { Pages } from '../../page/pages.js';
import { readSources, whereGiven } from '../../page/read-sources.js';
import { isShownAnew } from '../../page/rows.js';
import { checked, fieldAt } from '../../page/schema-faults.js';
import { OfForm, type SentForm } from '../../page/sent-form.js';
import { Trouble } from '../../page/trouble.js';
import { Requires } from '../../security/access.js';
import { readAct } from '../act-fields.js';
import { Desk, refusedWith } from '../desk.js';
import { keyOf, opened, type Filled } from '../desk-form.js';
import { flashOf, leadOn } from '../done.js';
import { unknownBody, unknownStates } from '../unknown-parties.js';
import { CONTACT } from './contact-words.js';
import { ContactPage, NewContactPage, SayPage, type Saying } from './contact.pages.js';
import { readParticipants } from './participants.js';

const READ_ALREADY = ['on', 'effectiveOn', 'announcedOn', 'sources', 'body', 'id'];

@Pages('admin/contacts')
export class DeskContactsController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(ChoiceReader) private readonly choices: ChoiceReader,
  ) {}

  @Requires('recorder', 'admin')
  @Get('new')
  async blank(@OfPage() page: PageContext) {
    const choices = await this.choices.all(page.language);
    return this.newPage(page, await this.desk.now(page), choices, opened(0));
  }

  @Requires('recorder', 'admin')
  @Post('new')
  @HttpCode(200)
  async record(@OfPage() page: PageContext, @OfForm() { typed, reply }: SentForm) {
    const clocks = await this.desk.now(page);
    const choices = await this.choices.all(page.language);
    const again = (faults: readonly FieldFault[]) => {
      if (faults.length > 0) reply.status(422);
      return this.newPage(page, clocks, choices, { typed, faults });
    };
    if (isShownAnew(typed)) return again([]);
    const { contact, registrations, faults } = await this.read(page, clocks, typed, choices);
    if (!contact || faults.length > 0) return again(faults);
    const written = await this.desk.record(page, {
      typed: { ...typed, version: '' },
      registrations,
      command: (envelope) => contactCommand(contact.id, { type: 'ContactRecorded', data: contact }, envelope),
    });
    if (!('outcome' in written)) return again(written.faults);
    return leadOn(reply, addressOf(contact.id), written.outcome, 'recorded');
  }

  @Requires('recorder', 'admin')
  @Get(':id')
  async one(@OfPage() page: PageContext, @Param('id') id: string) {
    const clocks = await this.desk.now(page);
    const { contact, events } = await this.open(clocks, id);
    const told = [contact.recorded, ...contact.corroborations].flatMap(({ sources }) => sources);
    const [names, sources] = await Promise.all([
      this.choices.all(page.language),
      sourcesById(
        this.desk.reader,
        clocks.position,
        told.map(({ source }) => source),
      ),
    ]);
    const flash = flashOf(page, CONTACT);
    return <ContactPage {...{ page, contact, names, sources, events, flash }} />;
  }

  @Requires('recorder', 'admin')
  @Get(':id/:saying')
  async ask(@OfPage() page: PageContext, @Param('id') id: string, @Param('saying') name: string) {
    const clocks = await this.desk.now(page);
    const { contact, events } = await this.open(clocks, id);
    return this.sayPage(page, clocks, contact, sayingNamed(name), opened(events.length));
  }

  @Requires('recorder', 'admin')
  @Post(':id/:saying')
  @HttpCode(200)
  async say(
    @OfPage() page: PageContext,
    @Param('id') id: string,
    @Param('saying') name: string,
    @OfForm() { typed, reply }: SentForm,
  ) {
    const saying = sayingNamed(name);
    const clocks = await this.desk.now(page);
    const { contact, events } = await this.open(clocks, id);
    const again = (faults: readonly FieldFault[], now: Typed = typed) => {
      if (faults.length > 0) reply.status(422);
      return this.sayPage(page, clocks, contact, saying, { typed: now, faults });
    };
    if (isShownAnew(typed)) return again([]);
    const { citations, registrations, ...cited } = await this.desk.checkSources(
      page,
      clocks.position,
      typed,
      readSources(typed, page.language, keyOf(typed), { optional: saying === 'retract' }),
    );
    const { event, faults } = eventOf(page, saying, typed, citations);
    const all = [...faults, ...cited.faults];
    if (!event || all.length > 0) return again(all);
    const written = await this.desk.record(page, {
      typed,
      registrations,
      command: (envelope) => contactCommand(id, event, envelope),
    });
    if (!('outcome' in written)) {
      const now = { ...typed, version: String(events.length) };
      return refusedWith(reply, written, again(written.faults, now));
    }
    return leadOn(reply, addressOf(id), written.outcome, saying === 'retract' ? 'retracted' : 'corroborated');
  }

  private async read(page: PageContext, clocks: Clocks, typed: Typed, choices: Choices) {
    const { language } = page;
    const rows = readParticipants(typed);
    const common = await this.desk.checkSources(page, clocks.position, typed, readAct(typed, language));
    const { data, faults } = checked(
      contactSchemas.ContactRecorded,
      {
        ...common.data,
        id: idFor(typed, common.data['on']),
        kind: typed['kind'],
        participants: rows.map(({ party }) => party),
        ...whereGiven({
          place: typed['place'] ?? '',
          subject: typed['subject'] ?? '',
          body: typed['body'] ?? '',
        }),
      },
      language,
      (path) => fieldOf(path, rows),
    );
    const few = faults.map((fault) =>
      fault.field === 'participants'
        ? { field: 'participant-1-state', sentence: CONTACT[language].tooFew }
        : fault,
    );
    const unknown = [
      ...unknownStates(language, statesOf(rows), choices),
      ...unknownBody(language, typed['body'] ?? '', choices),
    ];
    return {
      ...(data && { contact: data }),
      registrations: common.registrations,
      faults: [...few, ...common.faults, ...unknown],
    };
  }

  private async open(clocks: Clocks, id: string) {
    const known = contactId.safeParse(id).success;
    const events: readonly DossierEvent[] = known
      ? await recordOf(this.desk.reader, clocks.position, 'contact', id)
      : [];
    const contact = events.reduce<Contact>(
      (before, event) => evolveContact(before, event as unknown as ContactEvent),
      initialContact,
    );
    const { recorded } = contact;
    if (!recorded) throw new Trouble('not-found');
    return { contact: { ...contact, recorded }, events };
  }

  private async newPage(page: PageContext, { position }: Clocks, choices: Choices, filled: Filled) {
    const sources = await this.desk.sources(position, filled.typed);
    return <NewContactPage page={page} sources={sources} choices={choices} {...filled} />;
  }

  private async sayPage(
    page: PageContext,
    { position }: Clocks,
    contact: Parameters<typeof SayPage>[0]['contact'],
    saying: Saying,
    filled: Filled,
  ) {
    const sources = await this.desk.sources(position, filled.typed);
    return <SayPage page={page} contact={contact} saying={saying} sources={sources} {...filled} />;
  }
}

function sayingNamed(name: string): Saying {
  if (name === 'retract' || name === 'corroborate') return name;
  throw new Trouble('not-found');
}

function eventOf(
  { language }: PageContext,
  saying: Saying,
  typed: Typed,
  citations: ReturnType<typeof readSources>['citations'],
): { readonly event?: ContactEvent; readonly faults: readonly FieldFault[] } {
  const sources = citations.length > 0 ? { sources: citations } : {};
  const fieldOf = (path: string) => fieldAt(path, ['sources']);
  if (saying === 'retract') {
    const given = { reason: typed['reason'], ...sources };
    const { data, faults } = checked(contactSchemas.ContactRetracted, given, language, fieldOf);
    return { faults, ...(data && { event: { type: 'ContactRetracted', data } }) };
  }
  const given = { ...sources, ...whereGiven({ note: typed['note'] ?? '' }) };
  const { data, faults } = checked(contactSchemas.ContactCorroborated, given, language, fieldOf);
  return { faults, ...(data && { event: { type: 'ContactCorroborated', data } }) };
}

/** The field that a schema refuses: `participants.1.name` is the name in the second row filled in. */
function fieldOf(path: string, rows: ReturnType<typeof readParticipants>): string | undefined {
  const [, index, key] = /^participants\.(\d+)\.(\w+)$/.exec(path) ?? [];
  if (index === undefined) return fieldAt(path, READ_ALREADY);
  // Whether there is such a state is looked up.
  return key === 'state' ? undefined : `participant-${rows[Number(index)]?.at ?? '1'}-name`;
}

/** The states that take part, each with its field. */
const statesOf = (rows: ReturnType<typeof readParticipants>) =>
  rows.flatMap(({ at, party: { state } }) =>
    state === undefined ? [] : [{ field: `participant-${at}-state`, state }],
  );

/** The same form sent twice is the same contact. */
function idFor(typed: Typed, on: unknown): string {
  const unique = createHash('sha256').update(keyOf(typed)).digest('hex').slice(0, 12);
  const day = typeof on === 'string' ? on.toLowerCase().replace(/[^a-z0-9]+/g, '-') : '';
  return [typed['kind'] ?? '', day, unique]
    .map((part) => part.replace(/^-+|-+$/g, ''))
    .filter((part) => /^[a-z0-9-]{1,40}$/.test(part))
    .join('-');
}

const addressOf = (id: string): string => `/admin/contacts/${id}`;
