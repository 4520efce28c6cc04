// What the fields of `SourceFields` say: citations of sources that are registered, and sources to be registered first.
import { citation, sourceSchemas, withoutTracking, type Citation, type SourceRegistered } from '#register';
import type { Language } from '../words/language.js';
import { SOURCE_FORM } from '../words/source-form.js';
import { readDayField } from './read-day-field.js';
import type { FieldFault, Typed } from './forms.js';
import { rowNumbers } from './rows.js';
import { checked } from './schema-faults.js';
import { sourceIdFor } from './source-id.js';
import { languageOfText } from './text-language.js';

type NewSource = SourceRegistered['data'];

/** A row for each source that a form cites. */
export const SOURCE_ROWS = { name: 'source', least: 1, most: 10 } as const;

const NEW_FIELDS = ['url', 'outlet', 'title', 'published', 'byline', 'relies', 'note'] as const;

export type NewSourceField = (typeof NEW_FIELDS)[number];

/** Whether something was typed into the fields of a new source; a language alone is none. */
export const hasNewSource = (typed: Typed, prefix: string): boolean =>
  NEW_FIELDS.some((field) => (typed[`${prefix}${field}`] ?? '') !== '');

/** In which language the text is: as it was chosen, else as its letters tell, else `otherwise`. */
export function textLanguage(typed: Typed, prefix: string, language: Language, otherwise: string = language) {
  const chosen = typed[`${prefix}language`] ?? '';
  if (chosen !== '') return chosen;
  const words = [typed['quote'], typed[`${prefix}quote`], typed[`${prefix}title`]];
  return languageOfText(words.join(' ')) ?? otherwise;
}

/**
 * The source that was typed, ready to be registered, or what is wrong with it. `salt` is the form's one-time key: the same
 * form sent twice registers the same source.
 */
export function readNewSource(
  typed: Typed,
  prefix: string,
  language: Language,
  salt: string,
): { readonly source?: NewSource; readonly faults: readonly FieldFault[] } {
  const text = (name: string) => typed[`${prefix}${name}`] ?? '';
  const published = readDayField(typed, `${prefix}published`, language, 'optional');
  const reliesOn = linesOf(text('relies'));
  const given = {
    outlet: text('outlet'),
    language: textLanguage(typed, prefix, language),
    ...whereGiven({
      title: text('title'),
      url: withoutTracking(text('url')),
      byline: text('byline'),
      note: text('note'),
    }),
    ...(reliesOn.length > 0 && { reliesOn }),
    ...(published.day !== undefined && { publishedOn: published.day }),
  };
  const fieldOf = (path: string) => `${prefix}${path.split('.')[0] === 'reliesOn' ? 'relies' : path}`;
  const { data, faults } = checked(
    sourceSchemas.SourceRegistered,
    { ...given, id: sourceIdFor(given, `${salt}${prefix}`) },
    language,
    fieldOf,
  );
  const all = [...faults, ...published.faults];
  return all.length > 0 || data === undefined ? { faults: all } : { source: data, faults: [] };
}

export interface ReadSources {
  readonly citations: readonly Citation[];
  /** To be registered before what cites them. */
  readonly registrations: readonly NewSource[];
  readonly faults: readonly FieldFault[];
}

/** What the rows of `SourceFields` cite. */
export function readSources(
  typed: Typed,
  language: Language,
  salt: string,
  { optional = false }: { readonly optional?: boolean } = {},
): ReadSources {
  const rows = rowNumbers(typed, SOURCE_ROWS).map((at) => readRow(typed, `source-${at}`, language, salt));
  const citations: Citation[] = [];
  const faults = rows.flatMap((row) => row.faults);
  for (const { citation, field } of rows) {
    if (!citation) continue;
    const known = citations.some(({ source }) => source === citation.source);
    if (known) faults.push({ field, sentence: SOURCE_FORM[language].repeated });
    else citations.push(citation);
  }
  if (citations.length === 0 && faults.length === 0 && !optional) {
    faults.push({ field: 'source-1', sentence: SOURCE_FORM[language].needed });
  }
  return { citations, registrations: rows.flatMap(({ source }) => source ?? []), faults };
}

interface ReadRow {
  readonly field: string;
  readonly citation?: Citation;
  readonly source?: NewSource;
  readonly faults: readonly FieldFault[];
}

function readRow(typed: Typed, field: string, language: Language, salt: string): ReadRow {
  const say = SOURCE_FORM[language];
  const chosen = typed[field] ?? '';
  const quote = typed[`${field}-quote`] ?? '';
  const isNew = hasNewSource(typed, `${field}-`);
  if (chosen !== '' && isNew) return { field, faults: [{ field, sentence: say.twice }] };
  if (chosen === '' && !isNew) {
    return { field, faults: quote === '' ? [] : [{ field, sentence: say.quoteAlone }] };
  }
  const { source, faults: sourceFaults }: ReturnType<typeof readNewSource> = isNew
    ? readNewSource(typed, `${field}-`, language, salt)
    : { faults: [] };
  if (sourceFaults.length > 0) return { field, faults: sourceFaults };
  const { data, faults } = checked(
    citation,
    { source: source?.id ?? chosen, ...whereGiven({ quote }) },
    language,
    (path) => (path === 'source' ? field : `${field}-${path}`),
  );
  return { field, faults, ...(data && { citation: data, ...(source && { source }) }) };
}

/** Those of the texts in which something stands. */
export const whereGiven = <Key extends string>(
  texts: Readonly<Record<Key, string>>,
): Partial<Record<Key, string>> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')) as Partial<Record<Key, string>>;

/** The lines of a text, without blank ones. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
