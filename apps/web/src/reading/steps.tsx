// Why a standing is what it is: each act in the order of folding, whether it counts, and what it led to.
import type { Anomaly } from '#register';
import type { Explained, ExplainedStep, KnownBody } from '#read-models';
import type { PageContext } from '../page/context.js';
import { StandingWord } from '../page/parts.js';
import { ACTS } from '../words/acts.js';
import { day } from '../words/days.js';
import { words } from '../words/language.js';
import { ACT, ATTESTATION } from '../words/vocabulary.js';
import { Table } from '../page/table.js';

const WORDS = words({
  en: {
    about: (day: string) =>
      `The acts in the order in which they take effect. What supports the standing of ${day} is marked; only the word of those concerned, or a stronger one, moves the first of the two standings.`,
    caption: 'Each act in order, whether it counts, and the standings from its day on',
    effective: 'In effect',
    act: 'Act',
    word: 'By whose word',
    counts: 'Counts?',
    own: 'Led to',
    reported: 'By every word',
    yes: 'counts',
    later: 'counts, not yet in effect',
    supports: 'supports the standing',
    supportsReported: 'supports what is said',
  },
  ar: {
    about: (day: string) =>
      `الأعمال بترتيب نفاذها. ما تستند إليه الصفة في ${day} معلَّم؛ ولا يغيّر الأولى من الصفتين إلا قول أصحاب الشأن أو ما هو أقوى منه.`,
    caption: 'كل عمل بالترتيب، وهل يُحتسب، والصفتان منذ يومه',
    effective: 'نافذ في',
    act: 'العمل',
    word: 'على قول مَن',
    counts: 'هل يُحتسب؟',
    own: 'أدى إلى',
    reported: 'بحسب كل قول',
    yes: 'يُحتسب',
    later: 'يُحتسب ولم ينفذ بعد',
    supports: 'تستند إليه الصفة',
    supportsReported: 'يستند إليه ما يقال',
  },
});

/** For what an act is flagged: no person could have recorded it there, an import did. */
const FLAGS = words<Record<Anomaly['why'], string>>({
  en: {
    'act-not-legal': 'out of order',
    'body-dissolved': 'after the body ended',
    'state-not-there': 'the state was not there',
    'day-in-future': 'recorded before its day',
    'effect-before-notice': 'in effect before its notice',
    'not-own-word': 'the word of another',
    'speaker-without-state': 'a speaker without a state',
  },
  ar: {
    'act-not-legal': 'خارج الترتيب',
    'body-dissolved': 'بعد انتهاء الهيئة',
    'state-not-there': 'لم تكن الدولة قائمة',
    'day-in-future': 'سُجِّل قبل يومه',
    'effect-before-notice': 'نافذ قبل الإخطار به',
    'not-own-word': 'قول طرف آخر',
    'speaker-without-state': 'متحدث بلا دولة',
  },
});

interface StepsProps {
  readonly page: PageContext;
  readonly body: KnownBody;
  readonly explained: Explained;
  readonly asOf: string;
}

export function Steps({ page, body, explained: { steps }, asOf }: StepsProps) {
  const { language } = page;
  const say = WORDS[language];
  return (
    <>
      <p>{say.about(day(language, asOf))}</p>
      <Table
        id="steps"
        caption={say.caption}
        quiet
        heads={[say.effective, say.act, say.word, say.counts, say.own, say.reported]}
      >
        {steps.map((step) => {
          const { row, resolved } = step.act;
          return (
            <tr key={row.eventId} class={step.counts && step.inEffect ? undefined : 'aside'}>
              <th scope="row" class="when">
                {day(language, resolved.effectiveDay)}
              </th>
              <td>
                <a href={`#${row.eventId}`}>{ACT[language][resolved.act.type]}</a>{' '}
                <StepMarks step={step} page={page} />
              </td>
              <td>{ATTESTATION[language][resolved.act.data.attestation]}</td>
              <td>{reasonOf(step, page)}</td>
              <td>
                <StandingWord language={language} standing={step.ledTo.standing} kind={body.kind} />
              </td>
              <td>
                <StandingWord language={language} standing={step.ledTo.reported} kind={body.kind} />
              </td>
            </tr>
          );
        })}
      </Table>
    </>
  );
}

function StepMarks({ page, step }: { readonly page: PageContext; readonly step: ExplainedStep }) {
  const say = WORDS[page.language];
  return (
    <span class="marks">
      {step.supports.includes('standing') ? <span class="mark good">{say.supports}</span> : null}
      {step.supports.length === 1 && step.supports[0] === 'reported' ? (
        <span class="mark">{say.supportsReported}</span>
      ) : null}
      {step.flaggedFor === null ? null : <span class="mark">{FLAGS[page.language][step.flaggedFor]}</span>}
      {step.act.resolved.disputed ? <span class="mark">{ACTS[page.language].disputed}</span> : null}
    </span>
  );
}

function reasonOf({ counts, inEffect, act }: ExplainedStep, { language }: PageContext): string {
  if (!counts && act.resolved.status !== 'counts') return ACTS[language][act.resolved.status];
  return inEffect ? WORDS[language].yes : WORDS[language].later;
}
