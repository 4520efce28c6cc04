// The states as those see them who keep them.
import type { DossierEvent, KnownSource, KnownState } from '#read-models';
import { stateSchemas, type StateEvent } from '#register';
import type { Choices } from '../../page/choices.js';
import type { PageContext } from '../../page/context.js';
import { DayField } from '../../page/day-field.js';
import { NamesListed } from '../../page/facts.js';
import { readDayField } from '../../page/read-day-field.js';
import { TextField, type FieldFault, type FieldsProps, type Typed } from '../../page/forms.js';
import { nameIn } from '../../page/parts.js';
import { linesOf, whereGiven } from '../../page/read-sources.js';
import { checked, fieldAt } from '../../page/schema-faults.js';
import { SourceFields } from '../../page/source-fields.js';
import { Pager, Table } from '../../page/table.js';
import { day } from '../../words/days.js';
import type { Language } from '../../words/language.js';
import { optional } from '../desk-words.js';
import { DeskForm } from '../desk-form.js';
import { DeskPage } from '../desk-page.js';
import { History, Meanwhile } from '../history.js';
import { AliasesField, NamesFields, readNames } from '../names-fields.js';
import { mayKeep } from '../who-may.js';
import { changeNamed, STATE_CHANGES, type ChangeName } from './state-changes.js';
import { STATE } from './state-words.js';

interface StatesProps {
  readonly page: PageContext;
  readonly states: readonly KnownState[];
  /** What was looked for. */
  readonly q: string | undefined;
  readonly next: string | undefined;
}

export function StatesPage({ page, states, q, next }: StatesProps) {
  const { language } = page;
  const say = STATE[language];
  return (
    <DeskPage page={page} title={say.states}>
      {mayKeep(page) ? (
        <p class="actions">
          <a class="button" href="/admin/states/new">
            {say.register}
          </a>
        </p>
      ) : null}
      <form method="get" action="/admin/states" role="search">
        <TextField name="q" label={say.find} value={q} type="search" maxLength={200} />
        <button>{say.findButton}</button>
      </form>
      {states.length === 0 ? <p>{q === undefined ? say.empty : say.foundNone}</p> : null}
      {states.length === 0 ? null : (
        <Table id="states" caption={q === undefined ? say.states : say.found} heads={[say.state, say.code]}>
          {states.map(({ code, names }) => (
            <tr key={code}>
              <th scope="row">
                <a href={`/admin/states/${code}`}>
                  <bdi>{nameIn(names, language)}</bdi>
                </a>
              </th>
              <td>
                <code>{code}</code>
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Pager page={page} next={next} />
    </DeskPage>
  );
}

interface StatePageProps {
  readonly page: PageContext;
  readonly state: KnownState;
  readonly events: readonly DossierEvent[];
  readonly flash: string | undefined;
}

export function StatePage({ page, state, events, flash }: StatePageProps) {
  const { language } = page;
  const say = STATE[language];
  const { code, facts, aliases } = state;
  const name = nameIn(state.names, language);
  const end = (of: string | undefined) => (of === undefined ? '…' : day(language, of));
  return (
    <DeskPage
      page={page}
      title={name}
      heading={
        <>
          <bdi>{name}</bdi> <code>{code}</code>
        </>
      }
      under={[['/admin/states', say.states]]}
      flash={flash}
      twin={`/api/v1/states/${code}`}
    >
      {facts.from === undefined && facts.until === undefined ? null : (
        <p>{say.existed(end(facts.from), end(facts.until))}</p>
      )}
      {aliases.length === 0 ? null : (
        <p class="soft">
          {say.known}: <NamesListed names={aliases.map((alias) => [undefined, alias])} />
        </p>
      )}
      {page.halves.pages ? (
        <p>
          <a href={`/states/${code}`}>{say.see}</a>
        </p>
      ) : null}
      {mayKeep(page) ? (
        <ul class="actions plain">
          {(Object.keys(STATE_CHANGES) as ChangeName[]).map((change) => (
            <li key={change}>
              <a
                class={change === 'dissolve' ? 'button dangerous' : 'button'}
                href={`/admin/states/${code}/${change}`}
              >
                {say[change]}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <h2>{say.history}</h2>
      <History page={page} events={events} />
    </DeskPage>
  );
}

export function RegisterStatePage(fields: FieldsProps) {
  const { page } = fields;
  const { language } = page;
  const say = STATE[language];
  return (
    <DeskPage page={page} title={say.register} under={[['/admin/states', say.states]]}>
      <p>{say.registerAbout}</p>
      <DeskForm {...fields} back="/admin/states">
        <TextField {...fields} name="code" label={say.code} hint={say.codeHint} dir="ltr" />
        <NamesFields {...fields} />
        <AliasesField {...fields} />
        <div class="facts">
          <TextField {...fields} name="alpha2" label={optional(language, say.alpha2)} dir="ltr" />
          <TextField {...fields} name="numeric" label={optional(language, say.numeric)} dir="ltr" />
        </div>
        <DayField
          {...fields}
          name="from"
          label={optional(language, say.from)}
          hint={say.existence}
          optional
        />
        <DayField
          {...fields}
          name="until"
          label={optional(language, say.until)}
          hint={say.existence}
          optional
        />
      </DeskForm>
    </DeskPage>
  );
}

type RegisteredState = Extract<StateEvent, { type: 'StateRegistered' }>['data'];

export function readState(
  typed: Typed,
  language: Language,
): { readonly state?: RegisteredState; readonly faults: readonly FieldFault[] } {
  const names = readNames(typed, language);
  const from = readDayField(typed, 'from', language, 'optional');
  const until = readDayField(typed, 'until', language, 'optional');
  const aliases = linesOf(typed['aliases'] ?? '');
  const { data, faults } = checked(
    stateSchemas.StateRegistered,
    {
      code: (typed['code'] ?? '').toUpperCase(),
      names: names.names,
      ...whereGiven({ alpha2: (typed['alpha2'] ?? '').toUpperCase(), numeric: typed['numeric'] ?? '' }),
      ...(aliases.length > 0 && { aliases }),
      ...(from.day !== undefined && { from: from.day }),
      ...(until.day !== undefined && { until: until.day }),
    },
    language,
    (path) => fieldAt(path, ['names', 'from', 'until']),
  );
  const all = [...names.faults, ...faults, ...from.faults, ...until.faults];
  return { faults: all, ...(all.length === 0 && data && { state: data }) };
}

interface ChangePageProps extends FieldsProps {
  readonly sources: readonly KnownSource[];
  readonly state: KnownState;
  readonly name: string;
  readonly choices: Choices;
  readonly events: readonly DossierEvent[];
  readonly overtaken?: number | undefined;
}

export function StateChangePage(props: ChangePageProps) {
  const { page, state, name, sources, choices, events, overtaken, typed, faults } = props;
  const { language } = page;
  const say = STATE[language];
  const fields = { page, typed, faults };
  const Fields = changeNamed(name)?.fields;
  const title = say[name as ChangeName];
  const back = `/admin/states/${state.code}`;
  return (
    <DeskPage
      page={page}
      title={title}
      under={[
        ['/admin/states', say.states],
        [back, nameIn(state.names, language)],
      ]}
    >
      {overtaken === undefined ? null : <Meanwhile page={page} events={events} version={overtaken} />}
      <DeskForm {...fields} back={back} dangerous={name === 'dissolve'}>
        {Fields ? <Fields {...fields} choices={choices} /> : null}
        <SourceFields {...fields} known={sources} />
      </DeskForm>
    </DeskPage>
  );
}
