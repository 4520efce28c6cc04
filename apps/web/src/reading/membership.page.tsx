import type { ResolvedClocks } from '#application';
import type { Explained, KnownBody, KnownState, KnownStep, MembershipRow } from '#read-models';
import { awaited, type View } from '#register';
import { BothClocks } from '../drawing/both-clocks.js';
import { lineScale, MembershipLine } from '../drawing/membership-line.js';
import { onSameClocks } from '../page/context.js';
import { Marks, nameIn, StandingWord } from '../page/parts.js';
import { day } from '../words/days.js';
import { number, words } from '../words/language.js';
import { BINDING_ACT, ROLE } from '../words/vocabulary.js';
import { ActCard } from './act.js';
import { Facts, type Fact } from '../page/facts.js';
import { Heading, Parts } from './headings.js';
import { ReadingPage, type Reads } from './reading-page.js';
import { Steps } from './steps.js';

const WORDS = words({
  en: {
    in: 'in',
    title: (state: string, body: string) => `${state} in ${body}`,
    own: 'Standing, by the words of those concerned',
    reported: 'By every word, the press included',
    since: (day: string) => `since ${day}`,
    awaiting: 'Still to come before it is bound',
    roles: 'Roles',
    sources: 'Independent sources',
    lineEmpty: 'Nothing that counts is known of it: no act is recorded, or none of them moves a standing.',
    noActs: 'No act between the two is known on these clocks.',
  },
  ar: {
    in: 'في',
    title: (state: string, body: string) => `${state} في ${body}`,
    own: 'الصفة، بحسب أقوال أصحاب الشأن',
    reported: 'بحسب كل قول، بما فيه الصحافة',
    since: (day: string) => `منذ ${day}`,
    awaiting: 'ما بقي قبل أن تلتزم',
    roles: 'صفات خاصة',
    sources: 'مصادر مستقلة',
    lineEmpty: 'لا يُعرف عنها شيء محتسب: لم يُسجَّل عمل، أو لا يغيّر أيٌّ منها الصفة.',
    noActs: 'لا يُعرف عمل بين الطرفين في هذا الزمن.',
  },
});

interface MembershipPageProps extends Reads {
  readonly clocks: ResolvedClocks;
  readonly body: KnownBody;
  readonly state: KnownState;
  /** All that was ever held of it, on both clocks. */
  readonly rows: readonly MembershipRow[];
  readonly steps: readonly KnownStep[];
  readonly explained: Explained;
}

/** A state in a body: its standing on the day, the line in which it lies, why, and each act. */
export function MembershipPage(props: MembershipPageProps) {
  const { page, known, clocks, body, state, rows, steps, explained } = props;
  const line = rows
    .filter(
      ({ knownFrom, knownTo }) =>
        knownFrom <= clocks.position && (knownTo === null || clocks.position < knownTo),
    )
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const say = WORDS[page.language];
  const [stateName, bodyName] = [nameIn(state.names, page.language), nameIn(body.names, page.language)];
  const at = `/api/v1/memberships/${body.slug}/${state.code}`;
  const today = line.find(({ from, to }) => from <= clocks.asOf && (to === null || clocks.asOf < to));
  const heading = (
    <>
      <a href={onSameClocks(page, `/states/${state.code}`)}>
        <bdi>{stateName}</bdi>
      </a>{' '}
      <span class="light">{say.in}</span>{' '}
      <a href={onSameClocks(page, `/bodies/${body.slug}`)}>
        <bdi>{bodyName}</bdi>
      </a>
    </>
  );
  return (
    <ReadingPage
      {...{ page, clocks, heading }}
      title={say.title(stateName, bodyName)}
      twin={at}
      further={[
        { says: 'explain', path: `${at}/explain` },
        { says: 'history', path: `${at}/history`, knownOnly: true },
      ]}
      days={line.map(({ from }) => from)}
      steps={steps}
    >
      <StandingNow {...{ page, known, body, today }} />
      <Parts page={page} parts={explained.steps.length === 0 ? ['line', 'acts'] : ['line', 'why', 'acts']} />
      <Heading page={page} part="line" />
      {rows.length === 0 ? <p class="empty">{say.lineEmpty}</p> : <Drawings {...props} line={line} />}
      {explained.steps.length === 0 ? null : (
        <>
          <Heading page={page} part="why" />
          <Steps page={page} body={body} explained={explained} asOf={clocks.asOf} />
        </>
      )}
      <Heading page={page} part="acts" />
      {explained.steps.length === 0 ? <p class="empty">{say.noActs}</p> : null}
      {explained.steps.map(({ act }) => (
        <ActCard key={act.row.eventId} {...{ page, known, act }} sources={explained.sources} />
      ))}
    </ReadingPage>
  );
}

/** The line as it is known, and what was believed when. */
function Drawings({
  page: { language },
  clocks: { asOf, position },
  body,
  state,
  rows,
  steps,
  explained,
  line,
}: MembershipPageProps & { readonly line: readonly MembershipRow[] }) {
  const between = {
    state: nameIn(state.names, language),
    body: nameIn(body.names, language),
    kind: body.kind,
  };
  const acts = explained.steps.map(({ act: { row, resolved } }) => ({
    ...{ eventId: row.eventId, type: resolved.act.type, on: resolved.act.data.on },
    ...{ attestation: resolved.act.data.attestation, status: resolved.status, disputed: resolved.disputed },
    ...(resolved.effectiveDay !== resolved.day && { effectiveDay: resolved.effectiveDay }),
    href: `#${row.eventId}`,
  }));
  const scale = lineScale([...line, ...rows], acts, asOf, language);
  return (
    <>
      <MembershipLine {...{ language, acts, asOf, ...between }} id="line" intervals={line} />
      <BothClocks {...{ language, steps, asOf, position, scale, ...between }} id="clocks-of" beliefs={rows} />
    </>
  );
}

interface NowProps extends Reads {
  readonly body: KnownBody;
  readonly today: MembershipRow | undefined;
}

/** The standing in large, and what else holds on the day. */
function StandingNow({ page, body, today }: NowProps) {
  const { language } = page;
  const say = WORDS[language];
  const own = today?.own;
  const awaiting = own ? awaited(own.standing, body.rule) : null;
  const roles = (today?.roles ?? []).map(({ role, since }): Fact => [
    ROLE[language][role],
    say.since(day(language, since)),
  ]);
  return (
    <section class="now">
      <p class="soft">{say.own}</p>
      <Held page={page} body={body} view={own} large />
      {today && today.reported.standing !== today.own.standing ? (
        <>
          <p class="soft">{say.reported}</p>
          <Held page={page} body={body} view={today.reported} />
        </>
      ) : null}
      <Facts
        facts={[
          ...(own && own.acts.length > 0 ? [[say.sources, number(language, own.sources)] as const] : []),
          ...(awaiting === null ? [] : [[say.awaiting, BINDING_ACT[language][awaiting]] as const]),
          ...roles,
        ]}
      />
    </section>
  );
}

function Held({
  page: { language },
  body,
  view,
  large,
}: Pick<NowProps, 'page' | 'body'> & { readonly view: View | undefined; readonly large?: boolean }) {
  const say = WORDS[language];
  return (
    <p class={large ? 'held large' : 'held'}>
      <StandingWord language={language} standing={view?.standing ?? 'none'} kind={body.kind} />{' '}
      {view?.since && view.standing !== 'none' ? (
        <span class="soft">{say.since(day(language, view.since))} · </span>
      ) : null}
      {view && view.standing !== 'none' ? <Marks language={language} {...view} /> : null}
    </p>
  );
}
