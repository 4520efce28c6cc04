// One act of a body: its form, what it would change, and its retraction.
import type { DossierEvent, KnownBody, KnownSource } from '#read-models';
import type { Choices } from '../../page/choices.js';
import type { PageContext } from '../../page/context.js';
import { TextField, type FieldsProps } from '../../page/forms.js';
import { nameIn } from '../../page/parts.js';
import { SourceFields } from '../../page/source-fields.js';
import { ActFields } from '../act-fields.js';
import { DeskForm, Hidden } from '../desk-form.js';
import { DeskPage } from '../desk-page.js';
import { DESK } from '../desk-words.js';
import { eventWord } from '../event-words.js';
import { Meanwhile } from '../history.js';
import { BODY_ACTS, type FormName } from './body-acts.js';
import type { Foreseen } from './body-desk.js';
import { BODY, BODY_FORMS } from './body-words.js';
import { Effect } from './effect.js';

interface ActPageProps extends FieldsProps {
  readonly body: KnownBody;
  readonly name: FormName;
  readonly choices: Choices;
  readonly sources: readonly KnownSource[];
  readonly events: readonly DossierEvent[];
  /** The version that a form was opened on that was overtaken. */
  readonly overtaken?: number | undefined;
}

const trailOf = (page: PageContext, { slug, names }: KnownBody) =>
  [
    ['/admin/bodies', BODY[page.language].bodies],
    [`/admin/bodies/${slug}`, nameIn(names, page.language)],
  ] as const;

export function BodyActPage(props: ActPageProps) {
  const { page, typed, faults, body, name, choices, sources, events, overtaken } = props;
  const { language } = page;
  const fields = { page, typed, faults };
  const title = BODY_FORMS[language][name];
  const { fields: Fields, movesStandings } = BODY_ACTS[name];
  return (
    <DeskPage page={page} title={title} under={trailOf(page, body)}>
      {overtaken === undefined ? null : <Meanwhile page={page} events={events} version={overtaken} />}
      <DeskForm
        {...fields}
        back={`/admin/bodies/${body.slug}`}
        {...(movesStandings && { submit: DESK[language].check })}
      >
        {Fields ? <Fields {...fields} body={body} choices={choices} /> : null}
        <ActFields {...fields} sources={sources} />
      </DeskForm>
    </DeskPage>
  );
}

interface CheckPageProps extends FieldsProps, Foreseen {
  readonly body: KnownBody;
  readonly name: FormName;
}

/** Everything that was typed goes along unseen; nothing is recorded yet. */
export function BodyCheckPage({ page, body, name, changes, states, own, typed, faults }: CheckPageProps) {
  const { language } = page;
  const title = BODY_FORMS[language][name];
  return (
    <DeskPage page={page} title={title} under={trailOf(page, body)}>
      <Effect page={page} changes={changes} states={states} own={own} />
      <DeskForm page={page} typed={typed} faults={faults} back={`/admin/bodies/${body.slug}`}>
        <Hidden typed={typed} but={['confirmed', 'change']} />
        <input type="hidden" name="confirmed" value="1" />
        <button name="change" value="1">
          {DESK[language].change}
        </button>
      </DeskForm>
    </DeskPage>
  );
}

interface RetractPageProps extends FieldsProps, Omit<Foreseen, 'own'> {
  readonly body: KnownBody;
  readonly event: DossierEvent;
  readonly sources: readonly KnownSource[];
}

export function BodyRetractPage(props: RetractPageProps) {
  const { page, typed, faults, body, event, sources, changes, states } = props;
  const { language } = page;
  const fields = { page, typed, faults };
  const say = BODY[language];
  return (
    <DeskPage
      page={page}
      title={say.retractTitle}
      heading={
        <>
          {say.retractTitle}: {eventWord(language, event.type)}
        </>
      }
      under={trailOf(page, body)}
    >
      <p>{say.retractAbout}</p>
      <Effect page={page} changes={changes} states={states} own />
      <DeskForm {...fields} back={`/admin/bodies/${body.slug}`} dangerous submit={DESK[language].retract}>
        <TextField
          {...fields}
          name="reason"
          label={DESK[language].reason}
          hint={DESK[language].reasonHint}
          rows={3}
        />
        <SourceFields {...fields} known={sources} />
      </DeskForm>
    </DeskPage>
  );
}
