// What others recorded of a membership since somebody looked at it.
import type { StoredEvent } from '#application';
import type { MembershipEvent } from '#register';
import { edtf, instant } from '../words/days.js';
import type { Language } from '../words/language.js';
import { ACT } from '../words/vocabulary.js';
import { CHECK } from './check-words.js';

export function NewSince({
  language,
  events,
}: {
  readonly language: Language;
  readonly events: readonly StoredEvent[];
}) {
  const say = CHECK[language];
  return (
    <section class="warning" role="alert" aria-labelledby="stale">
      <h2 id="stale">{say.stale}</h2>
      <p>{say.staleHint}</p>
      <ul>
        {events.map((event) => {
          const { type, data } = event as unknown as MembershipEvent;
          return (
            <li key={event.eventId}>
              <strong>{ACT[language][type]}</strong>
              {'on' in data ? ` · ${edtf(language, data.on)}` : ''}{' '}
              <span class="soft">
                <bdi>{say.recordedOn(instant(language, event.recordedAt), event.metadata.actor)}</bdi>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
