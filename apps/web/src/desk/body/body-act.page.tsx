// One act of a body: its form, what it would change, and its retraction.
import type { ChangedMembership, DossierEvent, KnownBody, KnownSource, KnownState } from '#read-models';
import type { ReadSources } from '../../page/read-sources.js';
import { readSources } from '../../page/read-sources.js';
import type { Choices } from '../../page/choices.js';
import type { PageContext } from '../../page/context.js';
import { TextField } from '../../page/forms.js';
import { Page } from '../../page/page.js';
import { nameIn } from '../../page/parts.js';
import { SourceFields } from '../../page/source-fields.js';
import { ActFields } from '../act-fields.js';
import { DeskForm, Hidden, keyOf, type Filled } from '../desk-form.js';
import { DeskTrail } from '../desk-trail.js';
import { DESK } from '../desk-words.js';
import { eventWord } from '../event-words.js';
import { Meanwhile } from '../history.js';
import { BODY_ACTS, type FormName } from './body-acts.js';
import { BODY, BODY_FORMS } from './body-words.js';
import { Effect } from './effect.js';

interface ActPageProps extends Filled {
  readonly page: PageContext;
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
  const { page, body, name, choices, sources, events, overtaken, typed, faults } = props;
  const { language } = page;
  const title = BODY_FORMS[language][name];
  const { fields: Fields, movesStandings } = BODY_ACTS[name];
  return (
    <Page page={page} title={title}>
      <DeskTrail page={page} to={trailOf(page, body)} />
      <h1>{title}</h1>
      {overtaken === undefined ? null : <Meanwhile page={page} events={events} version={overtaken} />}
      <DeskForm
        page={page}
        typed={typed}
        faults={faults}
        back={`/admin/bodies/${body.slug}`}
        {...(movesStandings && { submit: DESK[language].check })}
      >
        {Fields ? <Fields {...{ page, typed, faults, body, choices }} /> : null}
        <ActFields page={page} typed={typed} faults={faults} sources={sources} />
      </DeskForm>
    </Page>
  );
}

interface CheckPageProps extends Filled {
  readonly page: PageContext;
  readonly body: KnownBody;
  readonly name: FormName;
  readonly changes: readonly ChangedMembership[];
  readonly states: ReadonlyMap<string, KnownState>;
  readonly own: boolean;
}

/** Everything that was typed goes along unseen; nothing is recorded yet. */
export function BodyCheckPage({ page, body, name, changes, states, own, typed, faults }: CheckPageProps) {
  const { language } = page;
  const title = BODY_FORMS[language][name];
  return (
    <Page page={page} title={title}>
      <DeskTrail page={page} to={trailOf(page, body)} />
      <h1>{title}</h1>
      <Effect page={page} changes={changes} states={states} own={own} />
      <DeskForm page={page} typed={typed} faults={faults} back={`/admin/bodies/${body.slug}`}>
        <Hidden typed={typed} but={['confirmed', 'change']} />
        <input type="hidden" name="confirmed" value="1" />
        <button name="change" value="1">
          {DESK[language].change}
        </button>
      </DeskForm>
    </Page>
  );
}

interface RetractPageProps extends Filled {
  readonly page: PageContext;
  readonly body: KnownBody;
  readonly event: DossierEvent;
  readonly sources: readonly KnownSource[];
  readonly changes: readonly ChangedMembership[];
  readonly states: ReadonlyMap<string, KnownState>;
}

export function BodyRetractPage(props: RetractPageProps) {
  const { page, body, event, sources, changes, states, typed, faults } = props;
  const { language } = page;
  const say = BODY[language];
  return (
    <Page page={page} title={say.retractTitle}>
      <DeskTrail page={page} to={trailOf(page, body)} />
      <h1>
        {say.retractTitle}: {eventWord(language, event.type)}
      </h1>
      <p>{say.retractAbout}</p>
      <Effect page={page} changes={changes} states={states} own />
      <DeskForm
        page={page}
        typed={typed}
        faults={faults}
        back={`/admin/bodies/${body.slug}`}
        dangerous
        submit={DESK[language].retract}
      >
        <TextField
          name="reason"
          label={DESK[language].reason}
          hint={DESK[language].reasonHint}
          value={typed['reason']}
          rows={3}
          faults={faults}
        />
        <SourceFields page={page} typed={typed} faults={faults} known={sources} />
      </DeskForm>
    </Page>
  );
}

/** The sources of a retraction may be left out. */
export const retractionSources = (page: PageContext, typed: Filled['typed']): ReadSources =>
  readSources(typed, page.language, keyOf(typed), { optional: true });
