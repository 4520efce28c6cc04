import type { ResolvedClocks } from '#application';
import {
  countsOf,
  organsAndCeremonies,
  type Count,
  type KnownBody,
  type KnownStep,
  type Member,
} from '#read-models';
import { CountsChart } from '../drawing/counts-chart.js';
import { inOrder } from '../drawing/standing-look.js';
import { here, type PageContext } from '../page/context.js';
import { nameIn, StandingWord } from '../page/parts.js';
import { number, words } from '../words/language.js';
import { BODY_KIND } from '../words/vocabulary.js';
import { inForce } from './bodies.page.js';
import { BodyMap } from './body-map.js';
import { BodyRules } from './body-rules.js';
import { Facts, NamesListed, type Fact } from '../page/facts.js';
import { Heading, Parts, type Part } from './headings.js';
import { MAP_PARAMETERS } from './map-choice.js';
import { Members } from './members.js';
import { Ceremonies, Organs } from './organs.js';
import { ReadingPage } from './reading-page.js';

const WORDS = words({
  en: {
    kind: 'Kind',
    inForce: 'In force',
    names: 'In other languages',
    aliases: 'Also written',
    noCounts: 'No state has or had a standing in it by its own word, so there is nothing to count yet.',
  },
  ar: {
    kind: 'النوع',
    inForce: 'النفاذ',
    names: 'بلغات أخرى',
    aliases: 'تُكتب أيضاً',
    noCounts: 'ليست لأي دولة صفة فيها بقولها هي، ولم تكن، فلا شيء يُعدّ بعد.',
  },
});

export interface BodyPageProps {
  readonly page: PageContext;
  readonly clocks: ResolvedClocks;
  readonly body: KnownBody;
  /** Every state with a standing in it. */
  readonly everyone: readonly Member[];
  /** The page of them that is asked for. */
  readonly members: readonly Member[];
  readonly counts: readonly Count[];
  readonly steps: readonly KnownStep[];
  readonly next: string | undefined;
}

/** A body: its states by standing, how many over time, its organs, its ceremonies, its rule. */
export function BodyPage({ page, clocks, body, everyone, members, counts, steps, next }: BodyPageProps) {
  const { language } = page;
  const say = WORDS[language];
  const name = nameIn(body.names, language);
  const at = `/api/v1/bodies/${body.slug}`;
  const known = {
    bodies: new Map([[body.slug, body]]),
    states: new Map(everyone.map(({ state }) => [state.code, state])),
  };
  const { organs, overlap, ceremonies } = organsAndCeremonies(body, clocks);
  const parts: readonly Part[] = [
    ...(['members', 'over-time'] as const),
    ...(everyone.some(({ row }) => row.own.standing !== 'none') ? (['map'] as const) : []),
    ...(organs.length > 0 ? (['organs'] as const) : []),
    ...(ceremonies.length > 0 ? (['ceremonies'] as const) : []),
    'rule',
  ];
  return (
    <ReadingPage
      page={page}
      clocks={clocks}
      title={name}
      twin={`${at}/members?sort=name`}
      further={[
        { says: 'organs', path: `${at}/organs` },
        { says: 'counts', path: `${at}/counts`, knownOnly: true },
      ]}
      files
      ownParameters={MAP_PARAMETERS}
      days={counts.map(({ from }) => from)}
      steps={steps}
    >
      <Named page={page} body={body} asOf={clocks.asOf} />
      <Standings page={page} body={body} everyone={everyone} />
      <Parts page={page} parts={parts} />
      <Heading page={page} part="members" />
      <Members {...{ page, body, everyone, members, next }} />
      <Heading page={page} part="over-time" />
      {counts.length === 0 ? (
        <p class="empty">{say.noCounts}</p>
      ) : (
        <CountsChart {...{ language, counts }} id="counts" body={name} kind={body.kind} asOf={clocks.asOf} />
      )}
      <BodyMap page={page} body={body} asOf={clocks.asOf} everyone={everyone} />
      <Organs {...{ page, known, organs, overlap }} />
      <Ceremonies page={page} ceremonies={ceremonies} />
      <BodyRules page={page} body={body} asOf={clocks.asOf} />
    </ReadingPage>
  );
}

function Named({ page, body, asOf }: Pick<BodyPageProps, 'page' | 'body'> & { readonly asOf: string }) {
  const { language } = page;
  const say = WORDS[language];
  const others = Object.entries(body.names).filter(([tag]) => tag !== language);
  const facts: (Fact | false)[] = [
    [say.kind, BODY_KIND[language][body.kind]],
    [say.inForce, inForce(page, body, asOf)],
    [say.names, <NamesListed names={others} />],
    body.aliases.length > 0 && [
      say.aliases,
      <NamesListed names={body.aliases.map((name) => [undefined, name])} />,
    ],
  ];
  return <Facts facts={facts} />;
}

/** How many have each standing; each leads to the list of them. */
function Standings({ page, body, everyone }: Pick<BodyPageProps, 'page' | 'body' | 'everyone'>) {
  const { language } = page;
  return (
    <ul class="row tally">
      {inOrder(countsOf(everyone)).map(({ standing, states }) => (
        <li key={standing}>
          <a
            href={`${here(page, { standing, cursor: undefined })}#members`}
            aria-current={page.query['standing'] === standing ? 'true' : undefined}
          >
            <strong>{number(language, states)}</strong>{' '}
            <StandingWord language={language} standing={standing} kind={body.kind} />
          </a>
        </li>
      ))}
    </ul>
  );
}
