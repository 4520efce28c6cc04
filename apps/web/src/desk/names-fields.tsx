// Names by language: those that the register keeps each have a field, others go line by line.
import { isolate } from '../drawing/figure.js';
import { LANGUAGES, languageTag, names as namesSchema, type Names } from '#register';
import { TextField, type FieldFault, type FieldsProps, type Typed } from '../page/forms.js';
import { linesOf, whereGiven } from '../page/read-sources.js';
import { checked } from '../page/schema-faults.js';
import { languageName, type Language } from '../words/language.js';
import { DESK, optional } from './desk-words.js';

export function NamesFields(fields: FieldsProps) {
  const { language } = fields.page;
  const say = DESK[language];
  return (
    <fieldset>
      <legend>{say.names}</legend>
      <div class="facts">
        {LANGUAGES.map((tag) => (
          <TextField
            {...fields}
            key={tag}
            name={`name-${tag}`}
            label={`${say.nameIn(languageName(language, tag))}${tag === 'en' ? '' : ` ${say.optional}`}`}
          />
        ))}
      </div>
      <TextField
        {...fields}
        name="name-others"
        label={optional(language, say.otherNames)}
        hint={say.otherNamesHint}
        rows={2}
      />
    </fieldset>
  );
}

/** Other names by which sources speak of it, one a line; `linesOf` reads them. */
export function AliasesField(fields: FieldsProps) {
  const { language } = fields.page;
  const say = DESK[language];
  return (
    <TextField
      {...fields}
      name="aliases"
      label={optional(language, say.aliases)}
      hint={say.aliasesHint}
      rows={2}
    />
  );
}

/** What was typed into `NamesFields`. */
export function readNames(
  typed: Typed,
  language: Language,
): { readonly names?: Names; readonly faults: readonly FieldFault[] } {
  const own = Object.fromEntries(LANGUAGES.map((tag) => [tag, typed[`name-${tag}`] ?? '']));
  const lines = linesOf(typed['name-others'] ?? '').map((line) => ({
    line,
    match: /^([^:]{1,40}):\s*(.+)$/u.exec(line),
  }));
  const bad = lines.find(({ match }) => !match || !languageTag.safeParse(match[1]?.trim()).success);
  if (bad) {
    return { faults: [{ field: 'name-others', sentence: DESK[language].otherNameBad(isolate(bad.line)) }] };
  }
  const others = Object.fromEntries(lines.map(({ match }) => [match?.[1]?.trim() ?? '', match?.[2] ?? '']));
  const fieldOf = (path: string) =>
    (LANGUAGES as readonly string[]).includes(path) ? `name-${path}` : 'name-others';
  const { data, faults } = checked(namesSchema, { ...others, ...whereGiven(own) }, language, fieldOf);
  return { ...(data && { names: data }), faults };
}

/** What `NamesFields` shows for names that are known. */
export function typedNames(names: Names): Typed {
  const own = LANGUAGES.map((tag) => [`name-${tag}`, names[tag] ?? ''] as const);
  const others = Object.entries(names)
    .filter(([tag]) => !(LANGUAGES as readonly string[]).includes(tag))
    .map(([tag, name]) => `${tag}: ${name}`);
  return { ...Object.fromEntries(own), 'name-others': others.join('\n') };
}
