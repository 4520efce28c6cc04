// From what was typed to what would be recorded: the act with its source, on the membership as it stands now.
import { Inject, Injectable } from '@nestjs/common';
import {
  ClockReader,
  MembershipDesk,
  READER,
  Refused,
  type Offered,
  type OpenMembership,
} from '#application';
import type { Reader } from '#read-models';
import {
  ACT_TYPES,
  ATTESTATIONS,
  bodySlug,
  dayRange,
  foldDay,
  stateCode,
  type ActType,
  type Day,
  type MembershipAct,
  type Source,
  type SourceRegistered,
} from '#register';
import type { FieldFault, Typed } from '../page/forms.js';
import type { Language } from '../words/language.js';
import { fieldOfRefusal, refusalSentence } from '../words/refusals.js';
import type { Choices } from '../page/choices.js';
import { FORM } from './form-words.js';
import { labelOf } from './labels.js';
import { hostileFaults } from './hostile.js';
import { readAct, readOn } from './read-act.js';
import { readSource, type Candidate, type Proposal, type ReadSource } from './read-source.js';

/** All that was typed is in order. */
export interface Filled {
  readonly act: MembershipAct;
  /** To be registered first. */
  readonly register: SourceRegistered['data'] | undefined;
}

/** A form as far as it is filled in. */
export interface Sheet {
  readonly typed: Typed;
  readonly choices: Choices;
  /** Once state and body are known. */
  readonly open?: OpenMembership | undefined;
  /** The day for which the acts are offered, and the acts; once the day is known too. */
  readonly day?: Day | undefined;
  readonly offers?: readonly Offered[] | undefined;
  /** What was chosen. */
  readonly act?: ActType | undefined;
  readonly candidates: readonly Candidate[];
  readonly proposal?: Proposal | undefined;
  readonly filled?: Filled | undefined;
  /** What stands in the way of recording it. */
  readonly faults: readonly FieldFault[];
}

interface Asked {
  readonly language: Language;
  readonly choices: Choices;
  /** The form's one-time key. */
  readonly salt: string;
}

@Injectable()
export class RecordDesk {
  constructor(
    @Inject(MembershipDesk) private readonly desk: MembershipDesk,
    @Inject(READER) private readonly reader: Reader,
    @Inject(ClockReader) private readonly clocks: ClockReader,
  ) {}

  /** Reads a form and puts it on the membership that it names. Writes nothing. */
  async read(typed: Typed, { language, choices, salt }: Asked): Promise<Sheet> {
    const hostile = hostileFaults(typed, language);
    if (hostile.length > 0) return { typed, choices, candidates: [], faults: named(language, hostile) };
    const { position, asOf: today } = await this.clocks.resolve({});
    const source = await readSource(typed, { reader: this.reader, position, language, salt });
    const { open, faults: who } = await this.opened(typed, source, { language, choices });
    const on = readOn(typed, { language, today, publishedOn: source.publishedOn });
    const day = on.day === undefined ? undefined : foldDay(on.day);
    const type = ACT_TYPES.find((one) => one === typed['act']);
    const { candidates, proposal } = source;
    const sheet = { typed, choices, open, day, act: type, candidates, proposal };
    const offers = open && day !== undefined ? open.offers(day) : undefined;
    const start = { ...sheet, ...(offers && { offers }) };
    if (type === undefined) {
      const chooseAct = { field: 'act', sentence: FORM[language].chooseAct };
      const faults = [...who, ...on.faults, ...(offers ? [chooseAct] : []), ...source.faults];
      return { ...start, faults: named(language, faults) };
    }
    const citations = source.citation ? [source.citation] : [{ source: 'not-chosen-yet' }];
    const read = readAct(typed, type, { language, today, citations, publishedOn: source.publishedOn });
    const faults = [
      ...who,
      ...read.faults.filter(({ field }) => field !== 'attestation'),
      ...wordFaults(typed, language),
      ...source.faults,
    ];
    if (faults.length > 0 || !open || !read.act) return { ...start, faults: named(language, faults) };
    const refusal = open.refusalOf(read.act);
    if (refusal) {
      const fault = { field: fieldOfRefusal(refusal), sentence: refusalSentence(language, refusal, choices) };
      return { ...start, faults: [fault] };
    }
    return { ...start, filled: { act: read.act, register: source.register }, faults: [] };
  }

  private async opened(
    typed: Typed,
    { citation, register }: ReadSource,
    { language, choices }: Omit<Asked, 'salt'>,
  ): Promise<{ open?: OpenMembership; faults: FieldFault[] }> {
    const state = stateCode.safeParse(typed['state']);
    const body = bodySlug.safeParse(typed['body']);
    const faults = [
      ...(state.success ? [] : [{ field: 'state', sentence: FORM[language].chooseState }]),
      ...(body.success ? [] : [{ field: 'body', sentence: FORM[language].chooseBody }]),
    ];
    if (!state.success || !body.success) return { faults };
    const planned = new Map<string, Source>(
      register ? [[register.id, { registered: register, copies: [] }]] : [],
    );
    const cites = citation ? [citation.source] : [];
    try {
      return { open: await this.desk.open({ state: state.data, body: body.data }, cites, planned), faults };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { refusal } = error;
      return {
        faults: [{ field: fieldOfRefusal(refusal), sentence: refusalSentence(language, refusal, choices) }],
      };
    }
  }
}

/** Whether it is said whose word it is. */
export const wordFaults = (typed: Typed, language: Language): FieldFault[] =>
  ATTESTATIONS.some((one) => one === typed['attestation'])
    ? []
    : [{ field: 'attestation', sentence: FORM[language].chooseWord }];

/** Each fault with the field that it is at in front, one a field, in the order in which they are asked for. */
export function named(
  language: Language,
  faults: readonly FieldFault[],
  called: Readonly<Record<string, string>> = {},
): FieldFault[] {
  const each = new Map<string, FieldFault>();
  for (const { field, sentence } of faults) {
    if (each.has(field)) continue;
    each.set(field, {
      field,
      sentence: field === '' ? sentence : `${called[field] ?? labelOf(language, field)}: ${sentence}`,
    });
  }
  return [...each.values()];
}

/** Whether an act's day is no more than a bound: nobody says when it was. */
export const isBound = (act: MembershipAct): boolean => dayRange(act.data.on).precision === 'on-or-before';
