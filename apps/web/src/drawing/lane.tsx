import type { Attestation } from '#register';
import { day } from '../words/days.js';
import { DRAWING } from '../words/drawing.js';
import { DIRECTION, type Language } from '../words/language.js';
import { ATTESTATION, type StandingNames } from '../words/vocabulary.js';
import type { Run } from './line.js';
import { fillOf, STANDING_GROUP } from './standing-look.js';
import { percent, shiftDay, stretch, type TimeScale } from './time-scale.js';

const BAR = 20;

/** Thickness in px: the more formal the word, the thicker. */
const THICKNESS: Readonly<Record<Attestation, number>> = {
  reported: 6,
  stated: 9,
  declared: 13,
  documented: 13,
  signed: 17,
  deposited: BAR,
};

interface LaneProps {
  /** Of the drawing whose textures it uses. */
  readonly id: string;
  readonly language: Language;
  readonly called: StandingNames;
  readonly runs: readonly Run[];
  readonly scale: TimeScale;
  /** Its upper edge, in px; words stand above it. */
  readonly y: number;
}

/** Bars for what held, over a thin line for the days on which nothing did. */
export const Lane = ({ id, language, called, runs, scale, y }: LaneProps) => (
  <g>
    <line class="nothing" x1="0%" x2="100%" y1={y + BAR / 2} y2={y + BAR / 2} />
    {runs.map((run) => (
      <Bar key={run.from} {...{ id, language, called, run, scale, y }} />
    ))}
    {runs.some(({ to }) => to === null) ? (
      <svg class="at" x={scale.mirrored ? '0%' : '100%'} y={y + BAR / 2}>
        <path class="goes-on" d={scale.mirrored ? 'M-2-5L-7 0L-2 5' : 'M2-5L7 0L2 5'} />
      </svg>
    ) : null}
    {runs.map((run, index) =>
      run.begins ? (
        <Word
          key={run.from}
          {...{ language, called, run }}
          x={percent(scale.at(run.from))}
          y={y - 5}
          width={stretch(scale, run.from, nextBeginning(runs, index)).width}
        />
      ) : null,
    )}
  </g>
);

const nextBeginning = (runs: readonly Run[], index: number) =>
  runs.slice(index + 1).find(({ begins }) => begins)?.from ?? null;

function Bar({ id, language, called, run, scale, y }: Omit<LaneProps, 'runs'> & { readonly run: Run }) {
  const { x, width } = stretch(scale, run.from, run.to);
  const thickness = run.attestation === null ? BAR : THICKNESS[run.attestation];
  return (
    <rect
      class={`field ${STANDING_GROUP[run.standing]}${run.disputed || run.discredited ? ' doubted' : ''}`}
      x={percent(x)}
      width={percent(Math.max(width, 0.4))}
      y={y + (BAR - thickness) / 2}
      height={thickness}
      fill={fillOf(id, run.standing)}
    >
      <title>{runSentence(run, language, called)}</title>
    </rect>
  );
}

interface WordProps {
  readonly language: Language;
  readonly called: StandingNames;
  readonly run: Run;
  readonly x: string;
  readonly y: number;
  /** Room for it, in percent of the plot. */
  readonly width: number;
}

function Word({ language, called, run, x, y, width }: WordProps) {
  const word = `${called[run.standing]}${run.disputed ? ' (!)' : ''}`;
  return (
    <text class={`word ${roomFor(word, width)}`} x={x} y={y} direction={DIRECTION[language]}>
      {word}
    </text>
  );
}

/** A class that hides words which do not fit: 7 px a letter, on a plot of 250 px at the least and of 600 on a wide page. */
export function roomFor(word: string, width: number): 'always' | 'wide' | 'never' {
  const needed = word.length * 7 + 4;
  if (needed <= width * 2.5) return 'always';
  return needed <= width * 6 ? 'wide' : 'never';
}

/** "accepted, from 19 January 2026, declared by those concerned". */
export function runSentence(
  { from, to, standing, attestation, disputed, discredited }: Omit<Run, 'begins'>,
  language: Language,
  called: StandingNames,
): string {
  const say = DRAWING[language];
  const [first, last] = [from, to].map((one, end) => one && day(language, shiftDay(one, -end)));
  const parts = [
    called[standing],
    last == null ? say.spanOpen(first ?? '') : say.span(first ?? '', last),
    attestation === null ? '' : ATTESTATION[language][attestation],
    disputed ? say.disputed : '',
    discredited ? say.discredited : '',
  ];
  return parts.filter((part) => part !== '').join(language === 'ar' ? '، ' : ', ');
}
