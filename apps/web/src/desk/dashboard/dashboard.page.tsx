// The first page of the desk: what is to be done, and whether the tables keep up with the log.
import type { Draft } from '#application';
import {
  CONCERNS,
  MOST_COUNTED,
  type Concern,
  type Concerning,
  type KnownAct,
  type KnownBody,
  type KnownState,
  type MembershipRow,
  type Progress,
} from '#read-models';
import { ActDays, ActName } from '../../page/acts.js';
import type { AccountRole, PageContext } from '../../page/context.js';
import { Page } from '../../page/page.js';
import { nameIn, StandingWord } from '../../page/parts.js';
import { Table } from '../../page/table.js';
import { instant } from '../../words/days.js';
import { number, type Language } from '../../words/language.js';
import { standingNames } from '../../words/vocabulary.js';
import { has } from '../who-may.js';
import { DASHBOARD } from './dashboard-words.js';

interface Named {
  readonly bodies: ReadonlyMap<string, KnownBody>;
  readonly states: ReadonlyMap<string, KnownState>;
}

interface DashboardProps extends Named {
  readonly page: PageContext;
  readonly progress: readonly Progress[];
  /** Position of the log. */
  readonly head: number;
  readonly drafts: readonly Draft[];
  readonly concerns: Readonly<Record<Concern, Concerning>>;
  readonly acts: readonly KnownAct[];
}

export function DashboardPage(props: DashboardProps) {
  const { page, concerns, drafts } = props;
  const say = DASHBOARD[page.language];
  return (
    <Page page={page} title={say.title}>
      <h1>{say.title}</h1>
      <Ways page={page} />
      {has(page, ['recorder']) ? <Drafts {...props} drafts={drafts} /> : <WhoRecords page={page} />}
      <Tables {...props} />
      {CONCERNS.map((concern) => (
        <Attention key={concern} {...props} concern={concern} found={concerns[concern]} />
      ))}
      <Latest {...props} />
    </Page>
  );
}

const WAYS: readonly (readonly [
  path: string,
  word: keyof (typeof DASHBOARD)['en'],
  ...roles: AccountRole[],
])[] = [
  ['/admin/record', 'record', 'recorder'],
  ['/admin/sources/new', 'newSource', 'recorder', 'admin'],
  ['/admin/contacts/new', 'contact', 'recorder', 'admin'],
  ['/admin/bodies', 'bodies', 'recorder', 'admin'],
  ['/admin/sources', 'sources', 'recorder', 'admin'],
  ['/admin/states', 'states', 'recorder', 'admin'],
  ['/admin/audit', 'audit', 'auditor'],
  ['/admin/users', 'users', 'admin'],
];

/** Where the signed-in account may go. */
function Ways({ page }: { readonly page: PageContext }) {
  const say = DASHBOARD[page.language];
  return (
    <ul class="actions plain">
      {WAYS.filter(([, , ...roles]) => has(page, roles)).map(([path, word]) => (
        <li key={path}>
          <a href={path} class={path === '/admin/record' ? 'button primary' : 'button'}>
            {say[word] as string}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Told to whoever does not record, so that nobody looks for the form. */
function WhoRecords({ page }: { readonly page: PageContext }) {
  const say = DASHBOARD[page.language];
  return (
    <p>
      {say.whoRecords} {has(page, ['admin']) ? <a href="/admin/users">{say.grantIt}</a> : say.askForIt}
    </p>
  );
}

function Drafts({ page, drafts, bodies, states }: Pick<DashboardProps, 'page' | 'drafts'> & Named) {
  const { language } = page;
  const say = DASHBOARD[language];
  return (
    <section>
      <h2>{say.drafts}</h2>
      {drafts.length === 0 ? <p class="soft">{say.draftsNone}</p> : null}
      <ul>
        {drafts.map(({ id, data, updatedAt }) => (
          <li key={id}>
            <a href={`/admin/record/${id}`}>
              <bdi>{draftName(language, data, { bodies, states }) ?? say.unnamed}</bdi>
            </a>{' '}
            <span class="soft">{say.changed(instant(language, updatedAt))}</span>
          </li>
        ))}
      </ul>
      {drafts.length === 0 ? null : <a href="/admin/record/drafts">{say.draftsAll}</a>}
    </section>
  );
}

/** State and body of a draft, as far as they were chosen. */
export function draftedIn(data: unknown): { readonly state: string; readonly body: string } {
  const { state, body } = Object(data) as Readonly<Record<string, unknown>>;
  return { state: typeof state === 'string' ? state : '', body: typeof body === 'string' ? body : '' };
}

function draftName(language: Language, data: unknown, { states, bodies }: Named): string | undefined {
  const { state, body } = draftedIn(data);
  const parts = [
    nameIn(states.get(state)?.names ?? { en: state }, language),
    nameIn(bodies.get(body)?.names ?? { en: body }, language),
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join(' · ');
}

function Tables({ page, progress, head }: Pick<DashboardProps, 'page' | 'progress' | 'head'>) {
  const { language } = page;
  const say = DASHBOARD[language];
  const stopped = progress.some(({ failure }) => failure !== null);
  const abreast = progress.every(({ position, failure }) => position >= head && failure === null);
  return (
    <section>
      <h2>{say.tables}</h2>
      <p>
        {say.logAt(number(language, head))} {abreast ? say.allAbreast : ''}
      </p>
      <details open={!abreast}>
        <summary>{say.eachTable}</summary>
        <TableList {...{ page, progress, head }} />
      </details>
      {stopped ? <p class="warning">{say.stoppedMend}</p> : null}
      {has(page, ['auditor']) ? <a href="/admin/audit/replay">{say.replay}</a> : null}
    </section>
  );
}

function TableList({ page, progress, head }: Pick<DashboardProps, 'page' | 'progress' | 'head'>) {
  const { language } = page;
  const say = DASHBOARD[language];
  return (
    <Table id="tables" caption={say.tables} quiet heads={[say.table, say.position, say.condition]}>
      {progress.map(({ name, position, failure }) => (
        <tr key={name}>
          <th scope="row">
            <bdi>{name}</bdi>
          </th>
          <td>{number(language, position)}</td>
          <td>
            {failure === null ? (
              position >= head ? (
                say.abreast
              ) : (
                <span class="mark">{say.behind(head - position)}</span>
              )
            ) : (
              <span class="fault">
                <bdi>{say.stopped(number(language, failure.position), failure.message)}</bdi>
              </span>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

interface AttentionProps extends Named {
  readonly page: PageContext;
  readonly concern: Concern;
  readonly found: Concerning;
}

function Attention({ page, concern, found: { rows, count }, bodies, states }: AttentionProps) {
  const { language } = page;
  const say = DASHBOARD[language];
  const all = count > MOST_COUNTED ? say.manyMore(number(language, MOST_COUNTED)) : number(language, count);
  if (rows.length === 0) {
    return (
      <section>
        <h2>{say[concern]}</h2>
        <p class="soft">{say[`${concern}None`]}</p>
      </section>
    );
  }
  return (
    <section>
      <h2>{say[concern]}</h2>
      <p>{say[`${concern}Mend`]}</p>
      <Table
        id={concern}
        caption={say.shown(number(language, rows.length), all)}
        heads={[say.membership, say.standing, say.mend]}
      >
        {rows.map((row) => (
          <tr key={`${row.body} ${row.state}`}>
            <th scope="row">
              <Membership {...{ page, bodies, states }} body={row.body} state={row.state} />
            </th>
            <td>
              <Standings {...{ page, bodies, row }} />
            </td>
            <td>
              <Mend page={page} row={row} />
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

function Membership({
  page: { language, halves },
  bodies,
  states,
  body,
  state,
}: Named & { readonly page: PageContext; readonly body: string; readonly state: string }) {
  const name = (
    <>
      <bdi>{nameIn(states.get(state)?.names ?? { en: state }, language)}</bdi>
      {' · '}
      <bdi>{nameIn(bodies.get(body)?.names ?? { en: body }, language)}</bdi>
    </>
  );
  return halves.pages ? <a href={`/memberships/${body}/${state}`}>{name}</a> : name;
}

function Standings({
  page: { language },
  bodies,
  row: { body, own, reported },
}: Pick<Named, 'bodies'> & {
  readonly page: PageContext;
  readonly row: MembershipRow;
}) {
  const kind = bodies.get(body)?.kind;
  return (
    <>
      <StandingWord {...{ language, kind }} standing={own.standing} />
      {reported.standing === own.standing ? null : (
        <span class="soft">{` · ${DASHBOARD[language].reported(standingNames(language, kind)[reported.standing])}`}</span>
      )}
    </>
  );
}

/** Whoever records is led to the form; others to what there is to see, where there is. */
function Mend({ page, row: { body, state } }: { readonly page: PageContext; readonly row: MembershipRow }) {
  const say = DASHBOARD[page.language];
  if (has(page, ['recorder']))
    return <a href={`/admin/record?body=${body}&state=${state}`}>{say.corroborate}</a>;
  return page.halves.pages ? <a href={`/memberships/${body}/${state}`}>{say.look}</a> : null;
}

function Latest({ page, acts, bodies, states }: DashboardProps) {
  const { language } = page;
  const say = DASHBOARD[language];
  return (
    <section>
      <h2>{say.latest}</h2>
      {acts.length === 0 ? <p class="soft">{say.latestNone}</p> : null}
      {acts.length === 0 ? null : (
        <Table id="latest" caption={say.latest} quiet heads={[say.act, say.membership, say.recorded, say.by]}>
          {acts.map((act) => (
            <tr key={act.row.eventId}>
              <th scope="row">
                <ActName page={page} act={act} /> <ActDays page={page} act={act} />
              </th>
              <td>
                <Membership {...{ page, bodies, states }} body={act.row.body} state={act.row.state} />
              </td>
              <td>{instant(language, act.row.recordedAt)}</td>
              <td>
                <bdi>{act.row.actor}</bdi>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
