// What an act of a body does to its memberships, told before it is recorded.
import type { ChangedMembership, KnownState } from '#read-models';
import type { PageContext } from '../../page/context.js';
import { nameIn, StandingWord } from '../../page/parts.js';
import { Table } from '../../page/table.js';
import { day } from '../../words/days.js';
import { BODY } from './body-words.js';

/** So many are listed one by one. */
const LISTED = 50;

interface EffectProps {
  readonly page: PageContext;
  readonly changes: readonly ChangedMembership[];
  readonly states: ReadonlyMap<string, KnownState>;
  /** It is the body's own word: another moves nothing. */
  readonly own: boolean;
}

export function Effect({ page, changes, states, own }: EffectProps) {
  const { language } = page;
  const say = BODY[language];
  const lifted = changes.filter(
    ({ before, after }) => before.own.standing === 'consented' && after.own.standing === 'party',
  );
  return (
    <section>
      <h2>{say.effect}</h2>
      {own ? null : <p class="warning">{say.weak}</p>}
      {changes.length === 0 ? <p>{say.effectNone}</p> : <p>{say.effectOf(changes.length)}</p>}
      {lifted.length === 0 ? null : <p>{say.lifted(lifted.length)}</p>}
      {changes.length === 0 ? null : (
        <Table id="effect" caption={say.effect} heads={[say.state, say.from, say.was, say.becomes]}>
          {changes.slice(0, LISTED).map(({ state, from, before, after }) => (
            <tr key={state}>
              <th scope="row">
                <bdi>{nameIn(states.get(state)?.names ?? { en: state }, language)}</bdi>
              </th>
              <td>{from === null ? '' : day(language, from)}</td>
              <td>
                <StandingWord language={language} standing={before.own.standing} />
              </td>
              <td>
                <StandingWord language={language} standing={after.own.standing} />
              </td>
            </tr>
          ))}
        </Table>
      )}
      {changes.length > LISTED ? <p>{say.andMore(changes.length - LISTED)}</p> : null}
    </section>
  );
}
