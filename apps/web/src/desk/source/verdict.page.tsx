// Discrediting a source, and taking that back: what it does to every standing is shown before it is done.
import type { ChangedMembership, KnownBody, KnownSource, KnownState, Views } from '#read-models';
import type { PageContext } from '../../page/context.js';
import { TextField, type FieldsProps } from '../../page/forms.js';
import { nameIn, StandingWord } from '../../page/parts.js';
import { sourceLabel } from '../../page/source-fields.js';
import { Table } from '../../page/table.js';
import { number } from '../../words/language.js';
import { DeskForm } from '../desk-form.js';
import { DeskPage } from '../desk-page.js';
import { DESK, optional } from '../desk-words.js';
import { SOURCE } from './source-words.js';

interface VerdictPageProps extends FieldsProps {
  readonly source: KnownSource;
  readonly verdict: 'discredit' | 'reinstate';
  readonly effect: VerdictEffectProps['effect'];
}

export function VerdictPage({ page, source, verdict, effect, typed, faults }: VerdictPageProps) {
  const { language } = page;
  const say = SOURCE[language];
  const label = sourceLabel(source, language);
  const fields = { page, typed, faults };
  return (
    <DeskPage
      page={page}
      title={say[verdict]}
      under={[
        ['/admin/sources', say.sources],
        [`/admin/sources/${source.id}`, label],
      ]}
    >
      <p>{label}</p>
      <p>{verdict === 'discredit' ? say.discreditAbout : say.reinstateAbout}</p>
      <VerdictEffect page={page} effect={effect} />
      <DeskForm
        {...fields}
        back={`/admin/sources/${source.id}`}
        submit={say[verdict]}
        dangerous={verdict === 'discredit'}
      >
        <TextField
          {...fields}
          name="reason"
          label={DESK[language].reason}
          hint={DESK[language].reasonHint}
          rows={3}
        />
        <TextField {...fields} name="url" label={optional(language, say.evidence)} type="url" dir="ltr" />
      </DeskForm>
    </DeskPage>
  );
}

interface VerdictEffectProps {
  readonly page: PageContext;
  readonly effect: {
    readonly changes: readonly ChangedMembership[];
    readonly states: ReadonlyMap<string, KnownState>;
    readonly bodies: ReadonlyMap<string, KnownBody>;
  };
}

interface Change {
  readonly body: string;
  readonly state: string;
  readonly view: keyof Views;
  readonly before: Views['own'];
  readonly after: Views['own'];
}

/** Both standings of a membership may change; one that is the same by own and by every word is told once. */
function changesOf({ body, state, today: { before, after } }: ChangedMembership): Change[] {
  const same = JSON.stringify([before.own, after.own]) === JSON.stringify([before.reported, after.reported]);
  const views = same ? (['own'] as const) : (['own', 'reported'] as const);
  return views
    .map((view) => ({ body, state, view, before: before[view], after: after[view] }))
    .filter(
      (one) => one.before.discredited !== one.after.discredited || one.before.sources !== one.after.sources,
    );
}

function VerdictEffect({ page, effect: { changes, states, bodies } }: VerdictEffectProps) {
  const { language } = page;
  const say = SOURCE[language];
  const all = changes.flatMap(changesOf).sort((a, b) => Number(isMarked(b)) - Number(isMarked(a)));
  const marked = all.filter(({ before, after }) => !before.discredited && after.discredited).length;
  const unmarked = all.filter(({ before, after }) => before.discredited && !after.discredited).length;
  const others = all.length - marked - unmarked;
  return (
    <section>
      <h2>{say.effect}</h2>
      {all.length === 0 ? <p>{say.effectNone}</p> : null}
      {marked > 0 ? <p>{say.alone(marked)}</p> : null}
      {unmarked > 0 ? <p>{say.noLonger(unmarked)}</p> : null}
      {others > 0 ? <p>{say.weaker(others)}</p> : null}
      {all.length === 0 ? null : (
        <Table
          id="effect"
          caption={say.effect}
          heads={[say.membership, say.standing, say.independent, say.marked]}
        >
          {all.map((change) => {
            const { body, state, view, before, after } = change;
            return (
              <tr key={`${body} ${state} ${view}`}>
                <th scope="row">
                  <a href={`/memberships/${body}/${state}`}>
                    <bdi>{nameIn(states.get(state)?.names ?? { en: state }, language)}</bdi>
                    {' · '}
                    <bdi>{nameIn(bodies.get(body)?.names ?? { en: body }, language)}</bdi>
                  </a>
                </th>
                <td>
                  <StandingWord language={language} standing={before.standing} />{' '}
                  <span class="soft">{view === 'own' ? say.own : say.everyWord}</span>
                </td>
                <td>{say.changes(number(language, before.sources), number(language, after.sources))}</td>
                <td>{isMarked(change) ? (after.discredited ? say.yes : say.no) : ''}</td>
              </tr>
            );
          })}
        </Table>
      )}
    </section>
  );
}

const isMarked = ({ before, after }: Change): boolean => before.discredited !== after.discredited;
