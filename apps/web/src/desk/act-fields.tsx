// What every act carries besides its own fields: its day, by whose word, its sources.
import type { KnownSource } from '#read-models';
import { actFields, ATTESTATIONS, DAY_BASES, type Citation, type SourceRegistered } from '#register';
import type { PageContext } from '../page/context.js';
import { DayField, readDayField } from '../page/day-field.js';
import { SelectField, TextField, type FieldFault, type Typed } from '../page/forms.js';
import { readSources, whereGiven } from '../page/read-sources.js';
import { SourceFields } from '../page/source-fields.js';
import { words, type Language } from '../words/language.js';
import { ATTESTATION } from '../words/vocabulary.js';
import { keyOf } from './desk-form.js';
import { DESK } from './desk-words.js';

export const BASIS = words({
  en: { act: 'the act itself', announcement: 'its announcement', publication: 'the publication of the text' },
  ar: { act: 'العمل نفسه', announcement: 'الإعلان عنه', publication: 'نشر النص' },
});

interface ActFieldsProps {
  readonly page: PageContext;
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
  readonly sources: readonly KnownSource[];
}

/** A label with the word "(optional)". */
export const optional = (language: Language, label: string): string => `${label} ${DESK[language].optional}`;

export function ActFields({ page, typed, faults, sources }: ActFieldsProps) {
  const { language } = page;
  const say = DESK[language];
  const more = ['effectiveOn', 'announcedOn', 'announcedBy', 'claim', 'note'];
  const day = { page, typed, faults };
  return (
    <>
      <div class="facts">
        <DayField {...day} name="on" label={say.on} />
        <SelectField
          name="basis"
          label={say.basis}
          value={typed['basis']}
          faults={faults}
          options={DAY_BASES.map((value) => ({ value, label: BASIS[language][value] }))}
        />
        <SelectField
          name="attestation"
          label={say.attestation}
          value={typed['attestation'] ?? 'declared'}
          faults={faults}
          options={ATTESTATIONS.map((value) => ({ value, label: ATTESTATION[language][value] }))}
        />
      </div>
      <SourceFields page={page} typed={typed} faults={faults} known={sources} />
      <details
        open={more.some((name) => (typed[name] ?? '') !== '' || faults.some(({ field }) => field === name))}
      >
        <summary>{say.more}</summary>
        <DayField {...day} name="effectiveOn" label={optional(language, say.effectiveOn)} optional />
        <DayField {...day} name="announcedOn" label={optional(language, say.announcedOn)} optional />
        <TextField
          name="announcedBy"
          label={optional(language, say.announcedBy)}
          value={typed['announcedBy']}
          faults={faults}
        />
        <TextField
          name="note"
          label={optional(language, say.note)}
          value={typed['note']}
          rows={3}
          faults={faults}
        />
        <p class="choice">
          <input type="checkbox" id="claim" name="claim" value="1" checked={(typed['claim'] ?? '') !== ''} />{' '}
          <label for="claim">{say.claim}</label>
        </p>
      </details>
    </>
  );
}

export interface ReadAct {
  /** For the schema of the act, which checks them with its own fields. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly citations: readonly Citation[];
  readonly registrations: readonly SourceRegistered['data'][];
  readonly faults: readonly FieldFault[];
}

/** What was typed into `ActFields`. */
export function readAct(typed: Typed, language: Language): ReadAct {
  const on = readDayField(typed, 'on', language, 'required');
  const effective = readDayField(typed, 'effectiveOn', language, 'optional');
  const announced = readDayField(typed, 'announcedOn', language, 'optional');
  const { citations, registrations, faults } = readSources(typed, language, keyOf(typed));
  return {
    data: {
      on: on.day,
      basis: typed['basis'],
      attestation: typed['attestation'],
      sources: citations,
      ...(effective.day !== undefined && { effectiveOn: effective.day }),
      ...(announced.day !== undefined && { announcedOn: announced.day }),
      ...whereGiven({ announcedBy: typed['announcedBy'] ?? '', note: typed['note'] ?? '' }),
      ...((typed['claim'] ?? '') !== '' && { claim: true }),
    },
    citations,
    registrations,
    faults: [...on.faults, ...effective.faults, ...announced.faults, ...faults],
  };
}

/** Of the fields that `readAct` reads with a fault of its own, so that the schema need not say it again. */
export const ACT_PATHS = Object.keys(actFields);
