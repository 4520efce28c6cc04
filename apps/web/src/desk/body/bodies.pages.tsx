// The bodies as those see them who keep them.
import type { DossierEvent, KnownBody } from '#read-models';
import { ceremoniesOf, organsOn, overlapOf, type BodyAct, type Organ } from '#register';
import { isolate } from '../../drawing/figure.js';
import type { PageContext } from '../../page/context.js';
import { NamesListed } from '../../page/facts.js';
import { nameIn } from '../../page/parts.js';
import { Pager, Table } from '../../page/table.js';
import { day, edtf } from '../../words/days.js';
import { number } from '../../words/language.js';
import type { Names } from '../../words/refusals.js';
import { ATTESTATION, BINDING_ACT, BODY_KIND } from '../../words/vocabulary.js';
import { DeskPage } from '../desk-page.js';
import { History } from '../history.js';
import { isDaily, mayKeep, mayRecord } from '../who-may.js';
import { BODY_ACTS, type FormName } from './body-acts.js';
import { BODY, BODY_FORMS } from './body-words.js';

export function BodiesPage({
  page,
  bodies,
  next,
}: {
  readonly page: PageContext;
  readonly bodies: readonly KnownBody[];
  readonly next: string | undefined;
}) {
  const { language } = page;
  const say = BODY[language];
  return (
    <DeskPage page={page} title={say.bodies}>
      {mayKeep(page) ? (
        <p class="actions">
          <a class="button" href="/admin/bodies/new">
            {say.register}
          </a>
        </p>
      ) : null}
      {bodies.length === 0 ? (
        <p>{say.empty}</p>
      ) : (
        <Table id="bodies" caption={say.bodies} heads={[say.body, say.kind, say.rule]}>
          {bodies.map((body) => (
            <tr key={body.slug}>
              <th scope="row">
                <a href={`/admin/bodies/${body.slug}`}>
                  <bdi>{nameIn(body.names, language)}</bdi>
                </a>
              </th>
              <td>{BODY_KIND[language][body.kind]}</td>
              <td>
                <Rule page={page} body={body} />
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Pager page={page} next={next} />
    </DeskPage>
  );
}

function Rule({ page: { language }, body }: { readonly page: PageContext; readonly body: KnownBody }) {
  const say = BODY[language];
  const { rule, facts } = body;
  const parts = [
    BINDING_ACT[language][rule.binding],
    rule.invitation ? say.invited : say.open,
    rule.termYears === undefined ? '' : say.term(rule.termYears),
    facts.inForceOn === undefined ? say.pending : say.inForce(day(language, facts.inForceOn)),
    facts.dissolvedOn === undefined ? '' : say.dissolved(day(language, facts.dissolvedOn)),
  ];
  return <>{parts.filter((part) => part !== '').join(' · ')}</>;
}

interface BodyPageProps {
  readonly page: PageContext;
  readonly body: KnownBody;
  readonly events: readonly DossierEvent[];
  readonly today: string;
  /** How states are called. */
  readonly names: Names;
  readonly flash: string | undefined;
}

export function BodyPage({ page, body, events, today, names, flash }: BodyPageProps) {
  const { language } = page;
  const say = BODY[language];
  const name = nameIn(body.names, language);
  const organs = organsOn(body.body, today);
  return (
    <DeskPage
      page={page}
      title={name}
      heading={<bdi>{name}</bdi>}
      under={[['/admin/bodies', say.bodies]]}
      flash={flash}
      twin={`/api/v1/bodies/${body.slug}`}
    >
      <p>
        {BODY_KIND[language][body.kind]} · <Rule page={page} body={body} />
      </p>
      {page.halves.pages ? (
        <p>
          <a href={`/bodies/${body.slug}`}>{say.see}</a>
        </p>
      ) : null}
      <Forms page={page} slug={body.slug} />
      <h2>{say.organs}</h2>
      {organs.length === 0 ? <p>{say.organsNone}</p> : null}
      {organs.map((organ) => (
        <Seats key={organ.organ} page={page} slug={body.slug} organ={organ} names={names} />
      ))}
      <Overlap page={page} organs={organs} />
      <Ceremonies page={page} body={body} />
      <h2>{say.acts}</h2>
      <History page={page} events={events} retractAt={retractAt(page, body)} />
    </DeskPage>
  );
}

/** The forms that the signed-in account may send, those of the day first. */
function Forms({ page, slug }: { readonly page: PageContext; readonly slug: string }) {
  const say = BODY[page.language];
  const names = (Object.keys(BODY_ACTS) as FormName[]).filter((name) =>
    mayRecord(page, BODY_ACTS[name].type),
  );
  const daily = names.filter((name) => isDaily(BODY_ACTS[name].type));
  const keeping = names.filter((name) => !isDaily(BODY_ACTS[name].type));
  return (
    <nav aria-label={say.forms}>
      <FormLinks page={page} slug={slug} title={say.daily} names={daily} />
      <FormLinks page={page} slug={slug} title={say.keeping} names={keeping} />
    </nav>
  );
}

function FormLinks({
  page,
  slug,
  title,
  names,
}: {
  readonly page: PageContext;
  readonly slug: string;
  readonly title: string;
  readonly names: readonly FormName[];
}) {
  if (names.length === 0) return null;
  return (
    <>
      <p class="soft">{title}</p>
      <ul class="actions plain">
        {names.map((name) => (
          <li key={name}>
            <a
              class={name === 'dissolve' ? 'button dangerous' : 'button'}
              href={`/admin/bodies/${slug}/${name}`}
            >
              {BODY_FORMS[page.language][name]}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** An act that still counts, or is a claim, may be taken back by whoever may record its like. */
const retractAt = (page: PageContext, { slug, body }: KnownBody) =>
  function address({ eventId, type }: DossierEvent): string | undefined {
    const act = body.acts.find((one) => one.eventId === eventId);
    const may = act && act.retractedBy === undefined && mayRecord(page, type as BodyAct['type']);
    return may === true ? `/admin/bodies/${slug}/retract/${eventId}` : undefined;
  };

function Seats({
  page,
  slug,
  organ,
  names,
}: {
  readonly page: PageContext;
  readonly slug: string;
  readonly organ: Organ;
  readonly names: Names;
}) {
  const { language } = page;
  const say = BODY[language];
  const { members, seats } = organ;
  const taken =
    seats === undefined
      ? say.seatedUnknown(members.length)
      : say.seated(number(language, members.length), number(language, seats));
  const may = mayRecord(page, 'OrganMemberLeft');
  return (
    <Table
      id={`organ-${organ.organ}`}
      caption={
        <>
          <bdi>{nameIn(organ.names, language)}</bdi> <span class="soft">{taken}</span>{' '}
          {may ? (
            <a href={`/admin/bodies/${slug}/appoint?organ=${organ.organ}`}>{BODY_FORMS[language].appoint}</a>
          ) : null}
        </>
      }
      heads={[say.person, say.portfolio, say.since, say.toDo]}
    >
      {members.map(({ person, portfolio, state, since, attestation }) => (
        <tr key={person}>
          <th scope="row">
            <bdi>{person}</bdi>
          </th>
          <td>
            {[portfolio, state && names.state(state)]
              .flatMap((part) => part ?? [])
              .map(isolate)
              .join(' · ')}
          </td>
          <td>
            {day(language, since)} <span class="soft">{ATTESTATION[language][attestation]}</span>
          </td>
          <td>
            {may ? (
              <a
                href={`/admin/bodies/${slug}/leave?organ=${organ.organ}&person=${encodeURIComponent(person)}`}
                aria-label={say.leavesNamed(isolate(person))}
              >
                {say.leaves}
              </a>
            ) : null}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Overlap({ page, organs }: { readonly page: PageContext; readonly organs: readonly Organ[] }) {
  const both = overlapOf(organs);
  if (both.length === 0) return null;
  return (
    <p class="soft">
      {BODY[page.language].overlap}: <NamesListed names={both.map(({ person }) => [undefined, person])} />
    </p>
  );
}

function Ceremonies({ page, body }: { readonly page: PageContext; readonly body: KnownBody }) {
  const { language } = page;
  const say = BODY[language];
  const ceremonies = ceremoniesOf(body.body);
  return (
    <>
      <h2>{say.ceremonies}</h2>
      {ceremonies.length === 0 ? <p>{say.ceremoniesNone}</p> : null}
      <ul>
        {ceremonies.map(({ eventId, purpose, scheduledFor, place }) => (
          <li key={eventId}>
            <bdi>{purpose}</bdi> · {scheduledFor === null ? say.dayUnknown : edtf(language, scheduledFor)}
            {place === undefined ? null : (
              <>
                {' '}
                · <bdi>{place}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
