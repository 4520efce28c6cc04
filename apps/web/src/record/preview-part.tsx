// What a command would change, told in a sentence, in numbers and as the line before and after.
import type { OpenMembership } from '#application';
import { STANDINGS, type BodyKind, type Interval, type MembershipEvent, type Preview } from '#register';
import { Marks, StandingWord } from '../page/parts.js';
import { day, edtf } from '../words/days.js';
import { number, type Language } from '../words/language.js';
import { ACT, standingNames } from '../words/vocabulary.js';
import { CHECK } from './check-words.js';
import type { Choices } from '../page/choices.js';
import type { Warning } from './warnings.js';

interface PreviewProps {
  readonly language: Language;
  readonly choices: Choices;
  readonly open: OpenMembership;
  readonly preview: Preview;
  /** Kept beside the standings and never counted. */
  readonly claim?: boolean;
}

export function PreviewPart(props: PreviewProps) {
  return (
    <>
      <Sentences {...props} />
      <Numbers {...props} />
      <LaterActs {...props} />
      <Lines {...props} />
    </>
  );
}

/** What becomes of the standing. */
export function outcomeSentence({ language, choices, open, preview: { change } }: PreviewProps): string {
  const say = CHECK[language];
  const [state, body] = [choices.state(open.state), choices.body(open.body)];
  if (change === null) return say.noChange(state, body);
  const called = standingNames(language, choices.kindOf(open.body));
  const [before, after] = [change.before, change.after].map(({ standing }) => called[standing]);
  return say.changes(state, body, before ?? '', after ?? '', day(language, change.from));
}

function Sentences(props: PreviewProps) {
  const { language, choices, open, preview, claim = false } = props;
  const say = CHECK[language];
  const { change, reportedChange, events } = preview;
  if (events.length === 0) return <p class="warning">{say.alreadyThere}</p>;
  const standing = standingNames(language, choices.kindOf(open.body));
  return (
    <div class="outcome">
      <p class="change">{outcomeSentence(props)}</p>
      {reportedChange === null || reportedChange.after.standing === change?.after.standing ? null : (
        <p>
          {say.changesReported(
            standing[reportedChange.before.standing],
            standing[reportedChange.after.standing],
            day(language, reportedChange.from),
          )}
        </p>
      )}
      {claim ? <p>{say.asClaim}</p> : null}
      {change === null && reportedChange === null && !claim ? <Beside {...props} /> : null}
    </div>
  );
}

/** What changes beside a standing that stays. */
function Beside({ language, preview: { events, otherChanges } }: PreviewProps) {
  const say = CHECK[language];
  const dispute = otherChanges.find(({ what }) => what === 'disputed');
  if (dispute?.what === 'disputed') {
    const said = dispute.after.disputed ? say.disputed : say.undisputed;
    return <p>{said(day(language, dispute.from))}</p>;
  }
  const takesAway = events.some(({ type }) => TAKES_AWAY.includes(type));
  return otherChanges.length === 0 || takesAway ? null : <p>{say.supports}</p>;
}

const TAKES_AWAY: readonly MembershipEvent['type'][] = ['ActRetracted', 'ActDenied', 'ActCorrected'];

/** How many states of the body have a standing, where that changes. */
function Numbers({ language, choices, open, preview: { counts } }: PreviewProps) {
  const changed = STANDINGS.filter(
    (standing) => standing !== 'none' && (counts.before[standing] ?? 0) !== (counts.after[standing] ?? 0),
  );
  if (changed.length === 0) return null;
  const say = CHECK[language];
  return (
    <ul class="plain">
      {changed.map((standing) => (
        <li key={standing}>
          {say.counts(
            standingNames(language, choices.kindOf(open.body))[standing],
            number(language, counts.before[standing] ?? 0),
            number(language, counts.after[standing] ?? 0),
          )}
        </li>
      ))}
    </ul>
  );
}

function LaterActs({ language, open, preview: { laterActs, events } }: PreviewProps) {
  const say = CHECK[language];
  if (events.length === 0) return null;
  if (laterActs.length === 0) return <p>{say.noLater}</p>;
  return (
    <>
      <p class="warning">{say.later(laterActs.length)}</p>
      <ul>
        {laterActs.map((eventId) => {
          const act = open.acts.find((one) => one.eventId === eventId)?.act;
          return (
            <li key={eventId}>
              {act === undefined ? eventId : `${ACT[language][act.type]} · ${edtf(language, act.data.on)}`}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Both lines beside each other, by day; what is new or gone is marked by a word and not by colour alone. */
function Lines({ language, choices, open, preview: { before, after } }: PreviewProps) {
  const say = CHECK[language];
  const kind = choices.kindOf(open.body);
  return (
    <div class="lines">
      <Line {...{ language, kind }} caption={`${say.line}: ${say.before}`} line={before} />
      <Line {...{ language, kind }} caption={`${say.line}: ${say.after}`} line={after} other={before} />
    </div>
  );
}

interface LineProps {
  readonly language: Language;
  readonly kind: BodyKind | undefined;
  readonly caption: string;
  readonly line: readonly Interval[];
  readonly other?: readonly Interval[];
}

function Line({ language, caption, line, other }: LineProps) {
  const say = CHECK[language];
  const isNew = (interval: Interval) =>
    other !== undefined &&
    !other.some((one) => JSON.stringify({ ...one, to: null }) === JSON.stringify({ ...interval, to: null }));
  return (
    <div class="scroll">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say.from}</th>
            <th scope="col">{say.own}</th>
            <th scope="col">{say.reported}</th>
          </tr>
        </thead>
        <tbody>
          {line.length === 0 ? (
            <tr>
              <td colSpan={3}>{say.nothing}</td>
            </tr>
          ) : null}
          {line.map((interval) => (
            <tr key={interval.from} class={isNew(interval) ? 'new' : undefined}>
              <th scope="row">
                {day(language, interval.from)}{' '}
                {isNew(interval) ? <strong class="mark">{say.changed}</strong> : null}
              </th>
              {[interval.own, interval.reported].map((view, at) => (
                <td key={at}>
                  <StandingWord language={language} standing={view.standing} />{' '}
                  {view.standing === 'none' ? null : <Marks language={language} {...view} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What to look at first; apart from what stands in the way. */
export function Warnings({
  language,
  warnings,
}: {
  readonly language: Language;
  readonly warnings: readonly Warning[];
}) {
  if (warnings.length === 0) return null;
  const say = CHECK[language];
  return (
    <section class="warning" aria-label={say.warnings}>
      <strong>{say.warnings}</strong>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{say[warning]}</li>
        ))}
      </ul>
    </section>
  );
}
