// The parts of the drawing of both clocks.
import { instant } from '../words/days.js';
import { DRAWING } from '../words/drawing.js';
import { DIRECTION, number, type Language } from '../words/language.js';
import type { StandingNames } from '../words/vocabulary.js';
import { bandAt, type Band, type Belief } from './bands.js';
import { roomFor, runSentence } from './lane.js';
import { fillOf, STANDING_GROUP } from './standing-look.js';
import { percent, stretch, type TimeScale } from './time-scale.js';

/** Where the first band begins, and how high each is, in px. */
export const TOP = 26;
export const BAND = 34;

/** When a step was taken, and its position where there is room. */
export const BandName = ({ language, band, y }: { language: Language; band: Band; y: number }) => {
  const rtl = DIRECTION[language] === 'rtl';
  const x = rtl ? '100%' : '0%';
  const [when = '', hour = ''] = band.at === undefined ? [] : instant(language, band.at).split(/[,،] ?/);
  return (
    <g class="band-name" direction={DIRECTION[language]}>
      <line class="grid" x1="0%" x2="100%" y1={y} y2={y} />
      <text x={x} y={y + 14}>
        {when}
      </text>
      <text class="soft" x={x} y={y + 28}>
        {hour} <tspan class="wide">{DRAWING[language].positionOf(number(language, band.from))}</tspan>
      </text>
    </g>
  );
};

interface FieldProps {
  readonly id: string;
  readonly language: Language;
  readonly called: StandingNames;
  readonly belief: Belief;
  readonly side: 'own' | 'reported';
  readonly scale: TimeScale;
  readonly bands: readonly Band[];
}

/** Whether a belief has the same standing on the days just before, and was formed at once with the other or earlier. */
export const goesOn = (before: Belief, belief: Belief, side: 'own' | 'reported'): boolean =>
  before.to === belief.from &&
  before[side].standing === belief[side].standing &&
  before.knownFrom <= belief.knownFrom &&
  (before.knownTo === null || before.knownTo > belief.knownFrom);

/** A belief over its days, from the step at which it was formed down to the one at which it was given up. */
export function Field({ id, language, called, belief, side, scale, bands }: FieldProps) {
  const view = belief[side];
  const first = bandAt(bands, belief.knownFrom) ?? 0;
  const after = belief.knownTo === null ? bands.length : (bandAt(bands, belief.knownTo) ?? bands.length);
  const { x, width } = stretch(scale, belief.from, belief.to);
  return (
    <rect
      class={`field ${STANDING_GROUP[view.standing]}${view.disputed || view.discredited ? ' doubted' : ''}`}
      x={percent(x)}
      width={percent(Math.max(width, 0.4))}
      y={TOP + first * BAND + 2}
      height={(after - first) * BAND - 4}
      fill={fillOf(id, view.standing)}
    >
      <title>{runSentence({ ...belief, ...view }, language, called)}</title>
    </rect>
  );
}

/** Its standing in words, where there is room. */
export function FieldWord({ language, called, belief, side, scale, bands }: Omit<FieldProps, 'id'>) {
  const word = called[belief[side].standing];
  const room = roomFor(word, stretch(scale, belief.from, belief.to).width);
  if (room === 'never') return null;
  return (
    <svg
      x={percent(scale.at(belief.from))}
      y={TOP + (bandAt(bands, belief.knownFrom) ?? 0) * BAND}
      class="at"
    >
      <text
        class={`word on-field ${room}`}
        x={scale.mirrored ? -6 : 6}
        y="17"
        direction={DIRECTION[language]}
      >
        {word}
      </text>
    </svg>
  );
}

export const Cross = ({ x, y, says }: { x: string; y: number; says: string }) => (
  <g class="cross">
    <title>{says}</title>
    <line class="halo" x1="0%" x2="100%" y1={y} y2={y} />
    <line x1="0%" x2="100%" y1={y} y2={y} />
    <circle cx={x} cy={y} r="6" />
  </g>
);
