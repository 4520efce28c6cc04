// Registering a body.
import type { KnownSource } from '#read-models';
import { BODY_KINDS, bodySchemas, type BodyRegistered } from '#register';
import { DayField } from '../../page/day-field.js';
import { readDayField } from '../../page/read-day-field.js';
import { optionsOf, SelectField, TextField, type FieldsProps, type Typed } from '../../page/forms.js';
import { linesOf, readSources, type ReadSources } from '../../page/read-sources.js';
import { checked, fieldAt } from '../../page/schema-faults.js';
import { SourceFields } from '../../page/source-fields.js';
import type { Language } from '../../words/language.js';
import { BODY_KIND } from '../../words/vocabulary.js';
import { optional } from '../desk-words.js';
import { DeskForm, keyOf } from '../desk-form.js';
import { DeskPage } from '../desk-page.js';
import { AliasesField, NamesFields, readNames } from '../names-fields.js';
import { BODY } from './body-words.js';
import { readRule, RuleFields } from './rule-fields.js';

export function RegisterBodyPage({
  sources,
  ...fields
}: FieldsProps & { readonly sources: readonly KnownSource[] }) {
  const { page } = fields;
  const { language } = page;
  const say = BODY[language];
  return (
    <DeskPage page={page} title={say.register} under={[['/admin/bodies', say.bodies]]}>
      <DeskForm {...fields} back="/admin/bodies">
        <NamesFields {...fields} />
        <AliasesField {...fields} />
        <TextField {...fields} name="slug" label={say.slug} hint={say.slugHint} dir="ltr" />
        <SelectField
          {...fields}
          name="kind"
          label={say.kind}
          options={optionsOf(BODY_KINDS, BODY_KIND[language])}
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
    </DeskPage>
  );
}

interface ReadBody extends ReadSources {
  readonly body?: BodyRegistered['data'];
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
  return {
    citations,
    registrations,
    faults: all,
    ...(all.length === 0 && whole.data && { body: whole.data }),
  };
}
