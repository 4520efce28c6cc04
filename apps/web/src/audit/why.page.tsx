// Why a standing is what it is, on both clocks: chosen by the day and by the position up to which the register knew.
import type { ResolvedClocks } from '#application';
import type { Explained, KnownBody, KnownState } from '#read-models';
import { onSameClocks, type PageContext } from '../page/context.js';
import { TextField } from '../page/forms.js';
import { ClockBanner, Marks, nameIn, StandingWord } from '../page/parts.js';
import { Steps } from '../reading/steps.js';
import { ActDays, ActName, Citations, SaidOf } from '../page/acts.js';
import { number } from '../words/language.js';
import { AUDIT_AT, AuditPage } from './audit-page.js';
import { AUDIT } from './audit-words.js';
import { Ways } from './record.page.js';
import { RECORD } from './record-words.js';

interface WhyProps {
  readonly page: PageContext;
  readonly clocks: ResolvedClocks;
  readonly body: KnownBody;
  readonly state: KnownState;
  readonly explained: Explained;
}

export function WhyPage({ page, clocks, body, state, explained }: WhyProps) {
  const { language } = page;
  const say = RECORD[language];
  const { interval } = explained;
  const at = `/memberships/${body.slug}/${state.code}`;
  return (
    <AuditPage
      page={page}
      title={`${say.whyTitle}: ${nameIn(state.names, language)} – ${nameIn(body.names, language)}`}
      twin={onSameClocks(page, `/api/v1${at}/explain`)}
    >
      <ClockBanner page={page} clocks={clocks} />
      <form method="get">
        <div class="columns">
          <TextField name="asOf" type="date" label={say.asOf} value={clocks.asOf} dir="ltr" />
          <TextField
            name="atPosition"
            label={say.atPosition}
            value={String(clocks.position)}
            maxLength={15}
            dir="ltr"
          />
        </div>
        <p class="actions">
          <button>{say.look}</button>
        </p>
      </form>
      <Ways page={page} body={body.slug} state={state.code} except="why" />
      <dl class="facts">
        {(
          [
            ['standing', interval?.own],
            ['reported', interval?.reported],
          ] as const
        ).map(([name, view]) => (
          <div key={name}>
            <dt>{AUDIT[language][name]}</dt>
            <dd>
              <StandingWord language={language} standing={view?.standing ?? 'none'} kind={body.kind} />{' '}
              {view && view.standing !== 'none' ? <Marks language={language} {...view} /> : null}
            </dd>
          </div>
        ))}
      </dl>
      {explained.steps.length === 0 ? (
        <p>{say.noActs}</p>
      ) : (
        <Steps page={page} body={body} explained={explained} asOf={clocks.asOf} />
      )}
      <h2>{say.whyEvents}</h2>
      <ul>
        {explained.steps.map(({ act }) => (
          <li key={act.row.eventId} id={act.row.eventId}>
            <a href={`${AUDIT_AT}/events/${act.row.eventId}`}>
              {AUDIT[language].positionOf(number(language, act.row.position))}
            </a>{' '}
            <ActName page={page} act={act} /> <ActDays page={page} act={act} />
            <SaidOf page={page} said={act.said} sources={explained.sources} />
            <Citations page={page} citations={act.resolved.act.data.sources} sources={explained.sources} />
          </li>
        ))}
      </ul>
    </AuditPage>
  );
}
