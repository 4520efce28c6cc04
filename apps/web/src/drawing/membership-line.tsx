import type { BodyKind, Day } from '#register';
import { day } from '../words/days.js';
import { DRAWING } from '../words/drawing.js';
import { DIRECTION, type Language } from '../words/language.js';
import { standingNames, type StandingNames } from '../words/vocabulary.js';
import { ActKey, ActMarks, marksOf } from './act-marks.js';
import { AsTable, isolate, Picture, Plot } from './figure.js';
import { Lane } from './lane.js';
import { boundsOf, runsOf, type LineAct, type LineInterval, type Run } from './line.js';
import { ActsTable, IntervalsTable } from './line-tables.js';
import { byCloseness, Swatch, Textures } from './standing-look.js';
import { AsOfLine, TimeAxis } from './time-axis.js';
import { timeScale, type TimeScale } from './time-scale.js';

export interface MembershipLineProps {
  /** Begins the ids of this drawing; another for each drawing of a page. */
  readonly id: string;
  readonly language: Language;
  readonly state: string;
  readonly body: string;
  readonly kind: BodyKind;
  /** The line as known at one position. */
  readonly intervals: readonly LineInterval[];
  readonly acts: readonly LineAct[];
  /** The day that the page shows. */
  readonly asOf: Day;
}

/** Room for the names of lanes, in percent. */
export const MARGIN = 24;
const LANES = { own: 38, reported: 86 } as const;
const ACTS = 130;

/** A state's standing in a body over valid time: by its own word, by every word, and the acts that made it so. */
export function MembershipLine(props: MembershipLineProps) {
  const { id, language, state, body, intervals, acts, asOf } = props;
  const say = DRAWING[language];
  const called = standingNames(language, props.kind);
  const lanes = { own: runsOf(intervals, 'own'), reported: runsOf(intervals, 'reported') };
  const runs = [...lanes.own, ...lanes.reported];
  const scale = lineScale(intervals, acts, asOf, language);
  const marks = marksOf(acts, scale);
  const bottom = ACTS + Math.max(1, ...marks.map(({ row }) => row + 1)) * 16 + 4;
  const standings = [...new Set(runs.map(({ standing }) => standing))].sort(byCloseness);
  const title = say.lineTitle(isolate(state), isolate(body));
  return (
    <figure class="drawing">
      <figcaption>{title}</figcaption>
      <Picture id={id} title={title} desc={sentenceOf(lanes.own, language, called)} height={bottom + 26}>
        <Textures id={id} standings={standings} />
        <LaneNames language={language} />
        <Plot mirrored={scale.mirrored} margin={MARGIN}>
          <TimeAxis scale={scale} language={language} top={16} bottom={bottom} />
          <AsOfLine scale={scale} language={language} asOf={asOf} top={16} bottom={bottom} />
          {(['own', 'reported'] as const).map((side) => (
            <Lane key={side} {...{ id, language, called, scale }} runs={lanes[side]} y={LANES[side]} />
          ))}
          <ActMarks language={language} marks={marks} mirrored={scale.mirrored} y={ACTS} />
        </Plot>
      </Picture>
      <ul class="key">
        {standings.map((standing) => (
          <li key={standing}>
            <Swatch id={id} standing={standing} /> {called[standing]}
          </li>
        ))}
        <ActKey language={language} marks={marks} />
        {runs.some(({ disputed }) => disputed) ? <li>(!) {say.disputed}</li> : null}
      </ul>
      <p class="reading">{say.lineReading}</p>
      <AsTable language={language}>
        <IntervalsTable {...{ language, called, intervals }} id={`${id}-intervals`} caption={title} />
        <ActsTable
          id={`${id}-acts`}
          language={language}
          caption={say.actsCaption(isolate(state), isolate(body))}
          acts={acts}
        />
      </AsTable>
    </figure>
  );
}

/** The axis of a line, which `BothClocks` shares when it stands below. */
export function lineScale(
  intervals: readonly { readonly from: Day; readonly to: Day | null }[],
  acts: readonly LineAct[],
  asOf: Day,
  language: Language,
): TimeScale {
  const ends = intervals.flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
  return timeScale([...ends, ...acts.flatMap(boundsOf), asOf], language);
}

const sentenceOf = (runs: readonly Run[], language: Language, called: StandingNames): string => {
  const say = DRAWING[language];
  const parts = runs
    .filter(({ begins }) => begins)
    .map(({ from, standing }) => say.sinceStanding(day(language, from), called[standing]));
  return parts.length === 0 ? say.noStanding : `${say.ownStanding}: ${parts.join('; ')}.`;
};

const LaneNames = ({ language }: { language: Language }) => {
  const say = DRAWING[language];
  const names = [
    [say.ownShort, say.ownStanding, LANES.own],
    [say.reportedShort, say.reportedStanding, LANES.reported],
    [say.acts, say.acts, ACTS - 10],
  ] as const;
  return (
    <g class="lane-names" direction={DIRECTION[language]}>
      {names.map(([short, whole, y]) => (
        <text key={short} x={DIRECTION[language] === 'rtl' ? '100%' : '0%'} y={y + 15}>
          <tspan class="narrow">{short}</tspan>
          <tspan class="wide">{whole}</tspan>
        </text>
      ))}
    </g>
  );
};
