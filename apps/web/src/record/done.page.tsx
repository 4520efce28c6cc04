// After recording: where it stands for good, and what one does next.
import type { KnownAct } from '#read-models';
import type { Citation } from '#register';
import type { PageContext } from '../page/context.js';
import { Page } from '../page/page.js';
import { edtf } from '../words/days.js';
import { number } from '../words/language.js';
import { ACT } from '../words/vocabulary.js';
import { CHECK } from './check-words.js';
import type { Choices } from '../page/choices.js';

interface DoneProps {
  readonly page: PageContext;
  readonly choices: Choices;
  readonly eventId: string;
  /** The act that the event recorded, or of which it said something. */
  readonly act: KnownAct;
  readonly flash: string | undefined;
}

export function DonePage({ page, choices, eventId, act: { row, said, resolved }, flash }: DoneProps) {
  const { language } = page;
  const say = CHECK[language];
  const correction = said.find((one) => one.eventId === eventId);
  const type = correction?.event.type ?? row.type;
  const position = correction?.position ?? row.position;
  const membership = `/memberships/${row.body}/${row.state}`;
  // The page of a membership has a place for each act, with what was said of it.
  const permalink = `${membership}#${row.eventId}`;
  const [source] = citationsOf(correction?.event ?? { data: row.data });
  const isRetracted = resolved.status === 'retracted';
  return (
    <Page page={page} title={say.recordedTitle} flash={flash ?? say.recorded}>
      <h1>{say.recordedTitle}</h1>
      <p>
        <strong>{ACT[language][type]}</strong> ·{' '}
        <bdi>
          {choices.state(row.state)} – {choices.body(row.body)}
        </bdi>{' '}
        · {edtf(language, resolved.act.data.on)}
      </p>
      <dl class="facts">
        <div>
          <dt>{say.permalink}</dt>
          <dd>
            <a href={permalink}>
              <code>{permalink}</code>
            </a>
          </dd>
        </div>
        <div>
          <dt>{say.position}</dt>
          <dd>{number(language, position)}</dd>
        </div>
        <div>
          <dt>{say.eventId}</dt>
          <dd>
            <code>{eventId}</code>
          </dd>
        </div>
      </dl>
      <h2>{say.next}</h2>
      <ul class="plain next">
        {source === undefined ? null : (
          <li>
            <a class="button" href={`/admin/record?source=${encodeURIComponent(source.source)}`}>
              {say.another}
            </a>
          </li>
        )}
        {correction || isRetracted ? null : (
          <li>
            <a href={`/admin/acts/${eventId}/corroborate`}>{say.corroborateThis}</a>
          </li>
        )}
        <li>
          <a href={membership}>{say.membership}</a>
        </li>
        <li>
          <a href={`/admin/acts/${eventId}/retract`}>{say.undo}</a>
        </li>
        <li>
          <a href="/admin/record">{say.fresh}</a>
        </li>
      </ul>
    </Page>
  );
}

const citationsOf = ({ data }: { readonly data: object }): readonly Citation[] =>
  (data as { sources?: readonly Citation[] }).sources ?? [];
