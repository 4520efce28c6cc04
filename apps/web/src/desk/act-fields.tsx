// What every act carries besides its own fields: its day, by whose word, its sources.
import type { KnownSource } from '#read-models';
import { ATTESTATIONS, DAY_BASES } from '#register';
import { DayField } from '../page/day-field.js';
import { readDayField } from '../page/read-day-field.js';
import {
  CheckField,
  optionsOf,
  SelectField,
  TextField,
  type FieldsProps,
  type Typed,
} from '../page/forms.js';
import { readSources, whereGiven, type ReadSources } from '../page/read-sources.js';
import { SourceFields } from '../page/source-fields.js';
import { words, type Language } from '../words/language.js';
import { ATTESTATION } from '../words/vocabulary.js';
import { keyOf } from './desk-form.js';
import { DESK, optional } from './desk-words.js';

export const BASIS = words({
  en: { act: 'the act itself', announcement: 'its announcement', publication: 'the publication of the text' },
  ar: { act: 'العمل نفسه', announcement: 'الإعلان عنه', publication: 'نشر النص' },
});

export function ActFields({
  sources,
  ...fields
}: FieldsProps & { readonly sources: readonly KnownSource[] }) {
  const { page, typed, faults } = fields;
  const { language } = page;
  const say = DESK[language];
  const more = ['effectiveOn', 'announcedOn', 'announcedBy', 'claim', 'note'];
  return (
    <>
      <div class="facts">
        <DayField {...fields} name="on" label={say.on} />
        <SelectField
          {...fields}
          name="basis"
          label={say.basis}
          options={optionsOf(DAY_BASES, BASIS[language])}
        />
        <SelectField
          {...fields}
          name="attestation"
          label={say.attestation}
          value={typed['attestation'] ?? 'declared'}
          options={optionsOf(ATTESTATIONS, ATTESTATION[language])}
        />
      </div>
      <SourceFields {...fields} known={sources} />
      <details
        open={more.some((name) => (typed[name] ?? '') !== '' || faults.some(({ field }) => field === name))}
      >
        <summary>{say.more}</summary>
        <DayField {...fields} name="effectiveOn" label={optional(language, say.effectiveOn)} optional />
        <DayField {...fields} name="announcedOn" label={optional(language, say.announcedOn)} optional />
        <TextField {...fields} name="announcedBy" label={optional(language, say.announcedBy)} />
        <TextField {...fields} name="note" label={optional(language, say.note)} rows={3} />
        <CheckField {...fields} name="claim" label={say.claim} />
      </details>
    </>
  );
}

export interface ReadAct extends ReadSources {
  /** For the schema of the act, which checks them with its own fields. */
  readonly data: Readonly<Record<string, unknown>>;
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
