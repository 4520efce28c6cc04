// Names by language: those that the register keeps each have a field, others go line by line.
import { LANGUAGES, languageTag, names as namesSchema, type Names } from '#register';
import type { PageContext } from '../page/context.js';
import { TextField, type FieldFault, type Typed } from '../page/forms.js';
import { linesOf, whereGiven } from '../page/read-sources.js';
import { checked } from '../page/schema-faults.js';
import type { Language } from '../words/language.js';
import { DESK } from './desk-words.js';

interface NamesFieldsProps {
  readonly page: PageContext;
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
}

export function NamesFields({ page, typed, faults }: NamesFieldsProps) {
  const say = DESK[page.language];
  const languages = new Intl.DisplayNames([page.language], { type: 'language' });
  return (
    <fieldset>
      <legend>{say.names}</legend>
      <div class="facts">
        {LANGUAGES.map((tag) => (
          <TextField
            key={tag}
            name={`name-${tag}`}
            label={`${say.nameIn(languages.of(tag) ?? tag)}${tag === 'en' ? '' : ` ${say.optional}`}`}
            value={typed[`name-${tag}`]}
            faults={faults}
          />
        ))}
      </div>
      <TextField
        name="name-others"
        label={`${say.otherNames} ${say.optional}`}
        hint={say.otherNamesHint}
        value={typed['name-others']}
        rows={2}
        faults={faults}
      />
    </fieldset>
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
    return { faults: [{ field: 'name-others', sentence: DESK[language].otherNameBad(bad.line) }] };
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
