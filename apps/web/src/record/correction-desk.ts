// From a form that speaks of an event on record to the correction that would be recorded. Writes nothing.
import { Inject, Injectable } from '@nestjs/common';
import {
  ClockReader,
  EVENT_STORE,
  MembershipDesk,
  READER,
  type EventStore,
  type OpenMembership,
} from '#application';
import { actOfEvent, type KnownAct, type Reader } from '#read-models';
import {
  ACT_TYPES,
  correctionSchemas,
  isRetracted,
  type Citation,
  type Correction,
  type Day,
  type MembershipAct,
  type Preview,
  type Source,
  type SourceRegistered,
} from '#register';
import type { FieldFault, Typed } from '../page/forms.js';
import { checked } from '../page/schema-faults.js';
import { hasNewSource, whereGiven } from '../page/read-sources.js';
import { SeeOther } from '../page/see-other.js';
import { Trouble } from '../page/trouble.js';
import type { Language } from '../words/language.js';
import { fieldOfRefusal, refusalSentence } from '../words/refusals.js';
import { CORRECTION_KINDS, type CorrectionKind } from './correction-kinds.js';
import { CORRECTION } from './correction-words.js';
import type { Choices } from '../page/choices.js';
import { hostileFaults } from './hostile.js';
import { readAct, readOn, typedAct } from './read-act.js';
import { readSource, settled, type Candidate, type Proposal, type ReadSource } from './read-source.js';
import { named, wordFaults } from './record-desk.js';

/** An event on record, and the act that it recorded or spoke of. */
export interface Target {
  readonly kind: CorrectionKind;
  readonly eventId: string;
  readonly act: KnownAct;
  /** What a correction begins with: the act as it stands in this event; none where the event is no act. */
  readonly as: MembershipAct | undefined;
}

export interface CorrectionSheet {
  readonly target: Target;
  readonly typed: Typed;
  readonly choices: Choices;
  readonly open: OpenMembership;
  readonly candidates: readonly Candidate[];
  readonly proposal?: Proposal | undefined;
  readonly filled?: {
    readonly correction: Correction;
    readonly register: SourceRegistered['data'] | undefined;
    readonly preview: Preview;
  };
  readonly faults: readonly FieldFault[];
}

interface Asked {
  readonly language: Language;
  readonly choices: Choices;
  /** The form's one-time key. */
  readonly key: string;
}

@Injectable()
export class CorrectionDesk {
  constructor(
    @Inject(MembershipDesk) private readonly desk: MembershipDesk,
    @Inject(READER) private readonly reader: Reader,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  /** What an address names; leads on to the last correction where an act to be corrected was corrected already. */
  async target(eventId: string, name: string): Promise<Target> {
    const kind = CORRECTION_KINDS.find((one) => one === name);
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(eventId);
    const { position: head } = await this.store.head();
    const { position } = await this.clocks.resolve({ minPosition: head });
    const act = kind && isId ? await actOfEvent(this.reader, position, eventId) : undefined;
    if (!kind || !act) throw new Trouble('not-found');
    const last = kind === 'correct' ? lastCorrection(act, eventId) : undefined;
    if (last !== undefined) throw new SeeOther(`/admin/acts/${last}/correct`);
    return { kind, eventId, act, as: actIn(act, eventId) };
  }

  /** The form as it begins. */
  begin = ({ kind, as }: Target): Typed => (kind === 'correct' && as ? typedAct(as) : {});

  /** The day that "today" means. */
  async today(): Promise<Day> {
    return (await this.clocks.resolve({})).asOf;
  }

  async read(target: Target, typed: Typed, { language, choices, key }: Asked): Promise<CorrectionSheet> {
    const { position, asOf: today } = await this.clocks.resolve({});
    const { body, state } = target.act.row;
    const start = { target, typed, choices };
    const hostile = hostileFaults(typed, language);
    if (hostile.length > 0) {
      const open = await this.desk.open({ body, state });
      return { ...start, open, candidates: [], faults: named(language, hostile) };
    }
    const read = await readSource(typed, { reader: this.reader, position, language, salt: key });
    const source = target.kind === 'retract' && !hasSource(typed) ? { candidates: [], faults: [] } : read;
    const open = await this.desk.open({ body, state }, citesOf(source), plannedOf(source));
    const { correction, faults } = correctionOf(target, typed, source, { language, today });
    const { candidates, register } = source;
    const sheet = { ...start, open, candidates, proposal: source.proposal, typed: settled(typed, register) };
    const all = [...faults, ...source.faults];
    const called = target.kind === 'deny' ? { on: CORRECTION[language].deniedOn } : {};
    if (all.length > 0 || !correction) return { ...sheet, faults: named(language, all, called) };
    const preview = open.preview({ type: 'Correct', correction });
    if ('code' in preview) {
      const sentence = refusalSentence(language, preview, choices);
      return { ...sheet, faults: [{ field: fieldFor(target.kind, fieldOfRefusal(preview)), sentence }] };
    }
    return { ...sheet, filled: { correction, register, preview }, faults: [] };
  }
}

const citesOf = ({ citation, register }: Pick<ReadSource, 'citation' | 'register'>): string[] =>
  citation && register === undefined ? [citation.source] : [];

const plannedOf = ({ register }: Pick<ReadSource, 'register'>): Map<string, Source> =>
  new Map(register ? [[register.id, { registered: register, copies: [] }]] : []);

const hasSource = (typed: Typed): boolean =>
  hasNewSource(typed, 'new-') || (typed['source'] ?? '') !== '' || (typed['source-search'] ?? '') !== '';

/** A retraction has no day and no act of its own to lead to. */
const fieldFor = (kind: CorrectionKind, field: string): string =>
  kind === 'correct' || (kind === 'deny' && field === 'on') ? field : '';

interface Around {
  readonly language: Language;
  readonly today: string;
}

function correctionOf(
  target: Target,
  typed: Typed,
  source: Pick<ReadSource, 'citation' | 'publishedOn'>,
  around: Around,
): { correction?: Correction; faults: readonly FieldFault[] } {
  const { language } = around;
  const citations = source.citation ? [source.citation] : [{ source: 'not-chosen-yet' }];
  const given = whereGiven({ reason: typed['reason-why'] ?? '' });
  const missing: FieldFault[] =
    given.reason === undefined && (target.kind === 'retract' || target.kind === 'correct')
      ? [{ field: 'reason-why', sentence: CORRECTION[language].whyMissing }]
      : [];
  const made = DATA[target.kind]({ target, typed, citations, given, around, source });
  const faults = [...made.faults, ...missing];
  if (!made.data) return { faults };
  const type = TYPES[target.kind];
  const fieldOf = (path: string) => FIELD_OF[path.split('.')[0] ?? ''] ?? path;
  const data = checked(correctionSchemas[type] as never, made.data, language, (path) =>
    path.endsWith('quote') ? 'quote' : path === 'by.name' ? 'by-name' : fieldOf(path),
  );
  const said = new Set(faults.map(({ field }) => field));
  const all = [...data.faults.filter(({ field }) => !said.has(field)), ...faults];
  return all.length > 0
    ? { faults: all }
    : { correction: { type, data: data.data } as Correction, faults: [] };
}

const TYPES = {
  correct: 'ActCorrected',
  retract: 'ActRetracted',
  deny: 'ActDenied',
  corroborate: 'ActCorroborated',
} as const satisfies Record<CorrectionKind, Correction['type']>;

const FIELD_OF: Readonly<Record<string, string>> = {
  reason: 'reason-why',
  by: 'by-state',
  sources: 'source',
};

interface Making {
  readonly target: Target;
  readonly typed: Typed;
  readonly citations: readonly Citation[];
  readonly given: { readonly reason?: string };
  readonly around: Around;
  readonly source: Pick<ReadSource, 'citation' | 'publishedOn'>;
}
interface Made {
  /** Checked with all the rest, so that everything that is wrong is said at once; undefined where there is no act in it yet. */
  readonly data: object | undefined;
  readonly faults: readonly FieldFault[];
}

const DATA: Readonly<Record<CorrectionKind, (making: Making) => Made>> = {
  correct: ({ target, typed, citations, given, around }) => {
    const type = ACT_TYPES.find((one) => one === typed['act']);
    if (!type || !target.as) {
      return { data: undefined, faults: [{ field: 'act', sentence: CORRECTION[around.language].chooseAct }] };
    }
    // What the act itself rests on stays; the correction cites what shows the mistake.
    const { act, faults } = readAct(typed, type, { ...around, citations: target.as.data.sources });
    const words = wordFaults(typed, around.language);
    const others = faults.filter(({ field }) => field !== 'attestation');
    return {
      data: act && { corrects: target.eventId, act, ...given, sources: citations },
      faults: [...others, ...words],
    };
  },
  retract: ({ target, given, source }) => ({
    data: { retracts: target.eventId, ...given, ...(source.citation && { sources: [source.citation] }) },
    faults: [],
  }),
  deny: ({ target, typed, citations, given, around, source }) => {
    const on = readOn(typed, { ...around, publishedOn: source.publishedOn });
    const by = whereGiven({ state: typed['by-state'] ?? '', name: typed['by-name'] ?? '' });
    return {
      data: {
        // A day that cannot be read has its fault already.
        ...{ denies: target.eventId, by, on: on.day ?? around.today, attestation: typed['attestation'] },
        ...{ ...given, sources: citations },
      },
      faults: [...on.faults, ...wordFaults(typed, around.language)],
    };
  },
  corroborate: ({ target, typed, citations }) => ({
    data: { corroborates: target.eventId, sources: citations, ...whereGiven({ note: typed['note'] ?? '' }) },
    faults: [],
  }),
};

/** The act as an event has it: as recorded, or as corrected by it. */
function actIn({ row, said }: KnownAct, eventId: string): MembershipAct | undefined {
  if (row.eventId === eventId) return { type: row.type, data: row.data } as MembershipAct;
  const event = said.find((one) => one.eventId === eventId)?.event;
  return event?.type === 'ActCorrected' ? event.data.act : undefined;
}

/** The correction in whose place a further one would come; undefined where there is none that stands. */
function lastCorrection({ said }: KnownAct, eventId: string): string | undefined {
  const next = said.find(
    (one) =>
      one.event.type === 'ActCorrected' &&
      one.event.data.corrects === eventId &&
      !isRetracted(one.eventId, said),
  );
  return next?.eventId;
}
