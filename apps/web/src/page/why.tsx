// Why a standing is what it is: the two standings of the day, and each act with what it led to. Shown to readers and to
// auditors alike; `explained` is what `explainMembership` gives.
import type { Explained, ExplainedStep, KnownSource } from '#read-models';
import type { View } from '#register';
import { day } from '../words/days.js';
import { ATTESTATION } from '../words/vocabulary.js';
import { WHY } from '../words/why.js';
import { ActDays, ActName, Citations, SaidOf } from './acts.js';
import type { PageContext } from './context.js';
import { Marks, StandingWord } from './parts.js';

interface WhyProps {
  readonly page: PageContext;
  /** The day asked about, `2026-01-19`. */
  readonly asOf: string;
  readonly explained: Explained;
}

/** Both standings of a day and every act behind them, in the order of folding. */
export function Why({ page, asOf, explained: { interval, steps, sources } }: WhyProps) {
  const say = WHY[page.language];
  if (steps.length === 0) return <p>{say.nothing}</p>;
  return (
    <>
      {interval ? (
        <dl class="facts">
          <StandingOf page={page} term={say.own} view={interval.own} />
          <StandingOf page={page} term={say.reported} view={interval.reported} />
        </dl>
      ) : (
        <p>{say.noStanding(day(page.language, asOf))}</p>
      )}
      <ol class="steps" aria-label={say.steps}>
        {steps.map((step) => (
          <Step key={step.act.row.eventId} page={page} step={step} sources={sources} />
        ))}
      </ol>
    </>
  );
}

interface StandingProps {
  readonly page: PageContext;
  readonly term: string;
  readonly view: View;
}

function StandingOf({ page: { language }, term, view }: StandingProps) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <StandingWord language={language} standing={view.standing} />{' '}
        {view.since === null ? null : (
          <span class="soft">{WHY[language].since(day(language, view.since))}</span>
        )}{' '}
        {view.standing === 'none' ? null : <Marks language={language} {...view} />}
      </dd>
    </div>
  );
}

interface StepProps {
  readonly page: PageContext;
  readonly step: ExplainedStep;
  readonly sources: ReadonlyMap<string, KnownSource>;
}

function Step({ page, step, sources }: StepProps) {
  const { language } = page;
  const say = WHY[language];
  const { act, counts, flagged } = step;
  const { resolved } = act;
  return (
    <li class={counts ? undefined : 'aside'} id={`act-${act.row.eventId}`}>
      <p>
        <ActName page={page} act={act} /> <ActDays page={page} act={act} />{' '}
        <span class="soft">{ATTESTATION[language][resolved.act.data.attestation]}</span>
      </p>
      {resolved.status === 'counts' ? (
        <LedTo page={page} step={step} />
      ) : (
        <p class="soft">{say[resolved.status]}</p>
      )}
      {resolved.disputed && counts ? <p class="soft">{say.disputed}</p> : null}
      {flagged ? <p class="soft">{say.flagged}</p> : null}
      <SaidOf page={page} said={act.said} sources={sources} />
      <Citations page={page} citations={resolved.citations} sources={sources} />
    </li>
  );
}

function LedTo({ page: { language }, step }: Pick<StepProps, 'page' | 'step'>) {
  const say = WHY[language];
  const { ledTo, supports, inEffect } = step;
  return (
    <p>
      {say.ledTo} <StandingWord language={language} standing={ledTo.standing} />
      {ledTo.reported === ledTo.standing ? null : (
        <>
          {' · '}
          {say.elseReported} <StandingWord language={language} standing={ledTo.reported} />
        </>
      )}{' '}
      {supports.includes('standing') ? <span class="mark good">{say.supports}</span> : null}
      {supports.includes('reported') && !supports.includes('standing') ? (
        <span class="mark">{say.supportsReported}</span>
      ) : null}
      {inEffect ? null : <span class="soft">{say.later}</span>}
    </p>
  );
}
