// The fields that many schemas share. One zod schema is the check, the type and the document.
import { z } from 'zod';
import { readDay } from './day.js';
import { ATTESTATIONS, DAY_BASES } from './vocabulary.js';

// Control characters other than tab and line ends, and halves of surrogate pairs, which no database text can hold.
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Text of a person or a source: not blank, at most `max` UTF-16 code units. Kept as written, never normalised. */
export const text = (max: number) =>
  z
    .string()
    .max(max, `at most ${max} characters`)
    .refine((value) => value.trim() !== '', 'must not be blank')
    .refine(
      (value) => !UNPRINTABLE.test(value) && value.isWellFormed(),
      'has characters that cannot be stored',
    );

export const stateCode = z
  .string()
  .regex(/^([A-Z]{3}|X-[A-Z0-9]+(-[A-Z0-9]+)*)$/, 'an ISO 3166-1 alpha-3 code such as KAZ, or an X-… code')
  .max(40);

export const bodySlug = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'lower-case letters, digits and hyphens, such as board-of-peace')
  .max(80);

export const sourceId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and hyphens')
  .max(100);

const slug = (max: number) =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and hyphens')
    .max(max);
export const contactId = slug(100);
export const organSlug = slug(80);

/** A day with its precision, as EDTF. */
export const edtf = z.string().superRefine((value, context) => {
  const read = readDay(value);
  if (typeof read !== 'string') return;
  const message = {
    'not-edtf':
      'not a day: use 2026-01-19, 2026-01, 2026, ../2026-01-19 (on or before) or 2026-01-19? (uncertain)',
    'no-such-day': 'there is no such day',
    'ends-before-it-starts': 'the end lies before the start',
  }[read];
  context.addIssue({ code: 'custom', message, params: { fault: read } });
});

export const url = z
  .string()
  .max(2000)
  .refine((value) => /^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value), 'an http or https address');

/** BCP 47, such as `ar` or `zh-Hant`. */
export const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as ar');

/** A name by language; English is always there. */
export const names = z
  .object({ en: text(200) })
  .catchall(text(200))
  .refine(
    (value) => Object.keys(value).every((tag) => languageTag.safeParse(tag).success),
    'keys are language tags',
  );
export type Names = z.infer<typeof names>;

/** Who spoke or acted: a state, an organization or a person by name; at least one of the two. */
export const party = z
  .strictObject({ state: stateCode.optional(), name: text(200).optional() })
  .refine((value) => value.state !== undefined || value.name !== undefined, 'a state or a name is needed');
export type Party = z.infer<typeof party>;

/** What a source says of this act, in the source's own words and script. */
export const citation = z.strictObject({ source: sourceId, quote: text(5000).optional() });
export type Citation = z.infer<typeof citation>;

/** What every act carries. */
export const actFields = {
  /** The day of the act, as precisely as it is known. */
  on: edtf,
  basis: z.enum(DAY_BASES),
  /** When it takes effect, where that is another day than that of the act (earlier or later). */
  effectiveOn: edtf.optional(),
  announcedOn: edtf.optional(),
  announcedBy: text(300).optional(),
  attestation: z.enum(ATTESTATIONS),
  /** Recorded as a claim: too weak to count. Visible and searchable, never folded. */
  claim: z.literal(true).optional(),
  sources: z.array(citation).min(1, 'at least one source is needed').max(50),
  note: text(2000).optional(),
};
