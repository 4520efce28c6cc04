import type { Day } from '#register';
import { STANDING_GROUP } from '../page/parts.js';
import { instant } from '../words/days.js';
import { DRAWING } from '../words/drawing.js';
import { DIRECTION, number, type Language } from '../words/language.js';
import { STANDING } from '../words/vocabulary.js';
import { bandAt, bandsOf, withoutRepeats, type Band, type Belief, type KnownStep } from './bands.js';
import { BeliefsTable } from './beliefs-table.js';
import { AsTable, isolate, Picture, Plot } from './figure.js';
import { roomFor, runSentence } from './lane.js';
import { MARGIN } from './membership-line.js';
import { byCloseness, fillOf, Swatch, Textures } from './standing-look.js';
import { AsOfLine, TimeAxis } from './time-axis.js';
import { percent, stretch, timeScale, type TimeScale } from './time-scale.js';

export interface BothClocksProps {
  readonly id: string;
  readonly language: Language;
  readonly state: string;
  readonly body: string;
  /** Every row of the line, closed ones included. */
  readonly beliefs: readonly Belief[];
  /** When the positions were recorded at which something changed. */
  readonly steps: readonly KnownStep[];
  /** Which of the two standings is drawn. */
  readonly side?: 'own' | 'reported';
  readonly asOf: Day;
  /** The position up to which the page knows. */
  readonly position: number;
  /** Of the line above, so that the days lie below one another. */
  readonly scale?: TimeScale;
}

const TOP = 26;
const BAND = 34;

/** What was believed when: days across, the steps of knowledge downwards, a field for each belief. */
export function BothClocks(props: BothClocksProps) {
  const { id, language, side = 'own', asOf, position } = props;
  const beliefs = withoutRepeats(props.beliefs);
  const say = DRAWING[language];
  const scale = props.scale ?? beliefsScale(beliefs, asOf, language);
  const bands = bandsOf(beliefs, props.steps);
  const bottom = TOP + Math.max(1, bands.length) * BAND;
  const standings = [...new Set(beliefs.map((belief) => belief[side].standing))].sort(byCloseness);
  const title = say.bothTitle(isolate(props.state), isolate(props.body));
  const chosen = bandAt(bands, position);
  return (
    <figure class="drawing">
      <figcaption>{title}</figcaption>
      <Picture id={id} title={title} desc={say.bothReading} height={bottom + 26}>
        <Textures id={id} standings={standings} />
        {bands.map((band, index) => (
          <BandName key={band.from} language={language} band={band} y={TOP + index * BAND} />
        ))}
        <Plot mirrored={scale.mirrored} margin={MARGIN}>
          <TimeAxis scale={scale} language={language} top={TOP} bottom={bottom} />
          {beliefs.map((belief) => (
            <Field
              key={`${belief.knownFrom} ${belief.from}`}
              id={id}
              language={language}
              belief={belief}
              side={side}
              scale={scale}
              bands={bands}
              named={!beliefs.some((before) => goesOn(before, belief, side))}
            />
          ))}
          <AsOfLine scale={scale} language={language} asOf={asOf} top={TOP - 8} bottom={bottom} />
          {chosen === undefined ? null : (
            <Cross x={percent(scale.at(asOf))} y={TOP + chosen * BAND + BAND / 2} says={say.chosen} />
          )}
        </Plot>
      </Picture>
      <ul class="key" aria-label={say.key}>
        {standings.map((standing) => (
          <li key={standing}>
            <Swatch id={id} standing={standing} /> {STANDING[language][standing]}
          </li>
        ))}
      </ul>
      <p class="reading">{say.bothReading}</p>
      <AsTable language={language}>
        <BeliefsTable
          id={`${id}-beliefs`}
          language={language}
          caption={title}
          beliefs={beliefs}
          bands={bands}
        />
      </AsTable>
    </figure>
  );
}

const beliefsScale = (beliefs: readonly Belief[], asOf: Day, language: Language): TimeScale =>
  timeScale([...beliefs.flatMap(({ from, to }) => (to === null ? [from] : [from, to])), asOf], language);

/** When a step was taken, and its position where there is room. */
const BandName = ({ language, band, y }: { language: Language; band: Band; y: number }) => {
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
  readonly belief: Belief;
  readonly side: 'own' | 'reported';
  readonly scale: TimeScale;
  readonly bands: readonly Band[];
  /** Whether its standing is written on it. */
  readonly named: boolean;
}

/** Whether a belief has the same standing on the days just before, and was formed at once with the other or earlier. */
const goesOn = (before: Belief, belief: Belief, side: 'own' | 'reported'): boolean =>
  before.to === belief.from &&
  before[side].standing === belief[side].standing &&
  before.knownFrom <= belief.knownFrom &&
  (before.knownTo === null || before.knownTo > belief.knownFrom);

function Field({ id, language, belief, side, scale, bands, named }: FieldProps) {
  const view = belief[side];
  const first = bandAt(bands, belief.knownFrom) ?? 0;
  const after = belief.knownTo === null ? bands.length : (bandAt(bands, belief.knownTo) ?? bands.length);
  const { x, width } = stretch(scale, belief.from, belief.to);
  const y = TOP + first * BAND;
  const word = STANDING[language][view.standing];
  const room = roomFor(word, width);
  return (
    <g>
      <rect
        class={`field ${STANDING_GROUP[view.standing]}${view.disputed || view.discredited ? ' doubted' : ''}`}
        x={percent(x)}
        width={percent(Math.max(width, 0.4))}
        y={y + 2}
        height={(after - first) * BAND - 4}
        fill={fillOf(id, view.standing)}
      >
        <title>{runSentence({ ...belief, ...view }, language)}</title>
      </rect>
      {!named || room === 'never' ? null : (
        <svg x={percent(scale.at(belief.from))} y={y} class="at">
          <text
            class={`word on-field ${room}`}
            x={scale.mirrored ? -6 : 6}
            y="21"
            direction={DIRECTION[language]}
          >
            {word}
          </text>
        </svg>
      )}
    </g>
  );
}

const Cross = ({ x, y, says }: { x: string; y: number; says: string }) => (
  <g class="cross">
    <title>{says}</title>
    <line class="halo" x1="0%" x2="100%" y1={y} y2={y} />
    <line x1="0%" x2="100%" y1={y} y2={y} />
    <circle cx={x} cy={y} r="6" />
  </g>
);
