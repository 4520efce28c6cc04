// Registering a body.
import type { KnownSource } from '#read-models';
import { BODY_KINDS, bodySchemas, type BodyRegistered, type SourceRegistered } from '#register';
import type { PageContext } from '../../page/context.js';
import { DayField, readDayField } from '../../page/day-field.js';
import { SelectField, TextField, type FieldFault, type Typed } from '../../page/forms.js';
import { Page } from '../../page/page.js';
import { linesOf, readSources } from '../../page/read-sources.js';
import { checked } from '../../page/schema-faults.js';
import { SourceFields } from '../../page/source-fields.js';
import type { Language } from '../../words/language.js';
import { BODY_KIND } from '../../words/vocabulary.js';
import { optional } from '../act-fields.js';
import { DeskForm, keyOf, type Filled } from '../desk-form.js';
import { DeskTrail } from '../desk-trail.js';
import { DESK } from '../desk-words.js';
import { NamesFields, readNames } from '../names-fields.js';
import { BODY } from './body-words.js';
import { readRule, RuleFields } from './rule-fields.js';

interface RegisterBodyProps extends Filled {
  readonly page: PageContext;
  readonly sources: readonly KnownSource[];
}

export function RegisterBodyPage({ page, sources, typed, faults }: RegisterBodyProps) {
  const { language } = page;
  const say = BODY[language];
  const fields = { page, typed, faults };
  return (
    <Page page={page} title={say.register}>
      <DeskTrail page={page} to={[['/admin/bodies', say.bodies]]} />
      <h1>{say.register}</h1>
      <DeskForm {...fields} back="/admin/bodies">
        <NamesFields {...fields} />
        <TextField
          name="aliases"
          label={optional(language, DESK[language].aliases)}
          hint={DESK[language].aliasesHint}
          value={typed['aliases']}
          rows={2}
          faults={faults}
        />
        <TextField
          name="slug"
          label={say.slug}
          hint={say.slugHint}
          value={typed['slug']}
          faults={faults}
          dir="ltr"
        />
        <SelectField
          name="kind"
          label={say.kind}
          value={typed['kind']}
          faults={faults}
          options={BODY_KINDS.map((value) => ({ value, label: BODY_KIND[language][value] }))}
        />
        <RuleFields {...fields} />
        <DayField
          {...fields}
          name="inForceSince"
          label={optional(language, say.inForceSince)}
          hint={say.notInForce}
          optional
        />
        <SourceFields {...fields} known={sources} />
      </DeskForm>
    </Page>
  );
}

interface ReadBody {
  readonly body?: BodyRegistered['data'];
  readonly registrations: readonly SourceRegistered['data'][];
  readonly faults: readonly FieldFault[];
}

/** Fields that are read, and refused, by themselves. */
const READ_ALREADY = ['names', 'sources', 'inForceSince'];

export function readBody(typed: Typed, language: Language): ReadBody {
  const names = readNames(typed, language);
  const inForce = readDayField(typed, 'inForceSince', language, 'optional');
  const { citations, registrations, faults } = readSources(typed, language, keyOf(typed), { optional: true });
  const aliases = linesOf(typed['aliases'] ?? '');
  const whole = checked(
    bodySchemas.BodyRegistered,
    {
      slug: typed['slug'],
      kind: typed['kind'],
      names: names.names,
      rule: readRule(typed),
      sources: citations,
      ...(aliases.length > 0 && { aliases }),
      ...(inForce.day !== undefined && { inForceSince: inForce.day }),
    },
    language,
    (path) => fieldAt(path, READ_ALREADY),
  );
  const all = [...names.faults, ...whole.faults, ...inForce.faults, ...faults];
  return { registrations, faults: all, ...(all.length === 0 && whole.data && { body: whole.data }) };
}

/** The field of a path of a schema: of a rule its own, of a list the field of the list. */
export function fieldAt(path: string, readAlready: readonly string[]): string | undefined {
  const [first = '', second = ''] = path.split('.');
  if (readAlready.includes(first)) return undefined;
  return first === 'rule' && second !== '' ? second : first;
}
