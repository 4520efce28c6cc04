import type { ResolvedClocks } from '#application';
import type { KnownAct, KnownContact, KnownSource, KnownState, KnownStep, MembershipRow } from '#read-models';
import { Marks, nameIn, StandingWord } from '../page/parts.js';
import { onSameClocks } from '../page/context.js';
import { day } from '../words/days.js';
import { words } from '../words/language.js';
import { Facts, NamesListed, type Fact } from '../page/facts.js';
import { Heading, Parts, type Part } from './headings.js';
import { bodyName } from './names.js';
import { ReadingPage, type Reads } from './reading-page.js';
import { StateChanges } from './state-changes.js';
import { StateTimeline } from './state-timeline.js';
import { Table } from '../page/table.js';

const WORDS = words({
  en: {
    code: 'Code',
    alpha2: 'Two letters',
    numeric: 'Number',
    names: 'In other languages',
    aliases: 'Also written',
    from: 'Exists from',
    until: 'Existed until',
    caption: 'Its standing in every body on the day shown',
    body: 'Body',
    standing: 'By its own word',
    since: 'Since',
    reported: 'By every word',
    noStanding:
      'It has no standing in any body on these clocks. What was recorded of it at any time is below.',
  },
  ar: {
    code: 'الرمز',
    alpha2: 'بحرفين',
    numeric: 'الرقم',
    names: 'بلغات أخرى',
    aliases: 'يُكتب أيضاً',
    from: 'قائمة من',
    until: 'كانت حتى',
    caption: 'صفتها في كل هيئة في اليوم المعروض',
    body: 'الهيئة',
    standing: 'بقولها هي',
    since: 'منذ',
    reported: 'بحسب كل قول',
    noStanding: 'لا صفة لها في أي هيئة في هذا الزمن. وما سُجِّل عنها في أي وقت مذكور أدناه.',
  },
});

export interface StatePageProps extends Reads {
  readonly clocks: ResolvedClocks;
  readonly state: KnownState;
  /** Its lines in every body. */
  readonly lines: readonly MembershipRow[];
  readonly acts: readonly KnownAct[];
  readonly contacts: readonly KnownContact[];
  /** Those that the contacts cite. */
  readonly sources: ReadonlyMap<string, KnownSource>;
  readonly steps: readonly KnownStep[];
}

/** A state: what it is called, where it stands in every body, and all that is known of it in time. */
export function StatePage(props: StatePageProps) {
  const { page, known, clocks, state, lines, steps, contacts } = props;
  const say = WORDS[page.language];
  const today = lines.filter(
    ({ from, to, own, reported }) =>
      from <= clocks.asOf &&
      (to === null || clocks.asOf < to) &&
      (own.standing !== 'none' || reported.standing !== 'none'),
  );
  const parts: readonly Part[] = [
    ...(state.changes.length > 0 ? (['history'] as const) : []),
    ...(['standings', 'timeline'] as const),
    ...(contacts.length > 0 ? (['contacts'] as const) : []),
  ];
  return (
    <ReadingPage
      page={page}
      clocks={clocks}
      title={nameIn(state.names, page.language)}
      twin={`/api/v1/states/${state.code}/memberships`}
      further={[{ says: 'timeline', path: `/api/v1/states/${state.code}/timeline`, knownOnly: true }]}
      files
      days={lines.map(({ from }) => from)}
      steps={steps}
    >
      <Named page={page} state={state} />
      <Parts page={page} parts={parts} />
      <StateChanges page={page} known={known} state={state} />
      <Heading page={page} part="standings" />
      {today.length === 0 ? <p class="empty">{say.noStanding}</p> : <Standings {...{ page, known, today }} />}
      <StateTimeline {...props} />
    </ReadingPage>
  );
}

function Standings({ page, known, today }: Reads & { readonly today: readonly MembershipRow[] }) {
  const { language } = page;
  const say = WORDS[language];
  return (
    <Table
      id="standings"
      caption={say.caption}
      quiet
      heads={[say.body, say.standing, say.since, say.reported]}
    >
      {today.map(({ body, state, own, reported }) => {
        const kind = known.bodies.get(body)?.kind;
        return (
          <tr key={body}>
            <th scope="row">
              <a href={onSameClocks(page, `/memberships/${body}/${state}`)}>
                <bdi>{bodyName(known, body, page)}</bdi>
              </a>
            </th>
            <td>
              <StandingWord language={language} standing={own.standing} kind={kind} />{' '}
              {own.standing === 'none' ? null : <Marks language={language} {...own} />}
            </td>
            <td class="when">{own.since === null ? null : day(language, own.since)}</td>
            <td>
              <StandingWord language={language} standing={reported.standing} kind={kind} />{' '}
              {reported.standing === own.standing || reported.standing === 'none' ? null : (
                <Marks language={language} {...reported} />
              )}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}

function Named({
  page,
  state: { code, alpha2, numeric, names, aliases, facts },
}: Pick<StatePageProps, 'page' | 'state'>) {
  const { language } = page;
  const say = WORDS[language];
  const others = Object.entries(names).filter(([tag]) => tag !== language);
  const known: (Fact | false)[] = [
    [say.code, <code>{code}</code>],
    alpha2 !== null && [say.alpha2, <code>{alpha2}</code>],
    numeric !== null && [say.numeric, <code>{numeric}</code>],
    facts.from !== undefined && [say.from, day(language, facts.from)],
    facts.until !== undefined && [say.until, day(language, facts.until)],
    [say.names, <NamesListed names={others} />],
    aliases.length > 0 && [say.aliases, <NamesListed names={aliases.map((name) => [undefined, name])} />],
  ];
  return <Facts facts={known} />;
}
