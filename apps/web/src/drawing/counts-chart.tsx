import type { BodyKind, Day, Standing } from '#register';
import { Table } from '../page/table.js';
import { day } from '../words/days.js';
import { DRAWING } from '../words/drawing.js';
import { DIRECTION, number, type Language } from '../words/language.js';
import { standingNames, type StandingNames } from '../words/vocabulary.js';
import { blocksOf, isAway, levelsOf, stepOn, stepsOf, type CountFrom, type CountsStep } from './counts.js';
import { AsTable, isolate, Picture, Plot } from './figure.js';
import { byCloseness, fillOf, STANDING_GROUP, Swatch, Textures } from './standing-look.js';
import { AsOfLine, TimeAxis } from './time-axis.js';
import { percent, stretch, timeScale } from './time-scale.js';

export interface CountsChartProps {
  readonly id: string;
  readonly language: Language;
  readonly body: string;
  readonly kind: BodyKind;
  /** As `countsOverTime` gives them. */
  readonly counts: readonly CountFrom[];
  readonly asOf: Day;
}

const TOP = 26;
const HEIGHT = 220;
const MARGIN = 9;

/** How many states stand how towards a body, over valid time: a stack of steps, the closest standing at its foot, what leads away below. */
export function CountsChart({ id, language, body, kind, counts, asOf }: CountsChartProps) {
  const say = DRAWING[language];
  const called = standingNames(language, kind);
  const steps = stepsOf(counts);
  const standings = [...new Set(counts.map(({ standing }) => standing))].sort(byCloseness);
  const title = say.countsTitle(isolate(body));
  const scale = timeScale([...steps.map(({ from }) => from), asOf], language);
  const blocks = blocksOf(steps);
  const levels = levelsOf(
    Math.min(0, ...blocks.map(({ low }) => low)),
    Math.max(0, ...blocks.map(({ high }) => high)),
  );
  const [lowest = 0, highest = 1] = [levels[0], levels.at(-1)];
  const bottom = TOP + HEIGHT;
  const yOf = (states: number) => bottom - ((states - lowest) / (highest - lowest)) * HEIGHT;
  const now = stepOn(steps, asOf);
  return (
    <figure class="drawing">
      <figcaption>{title}</figcaption>
      <Picture id={id} title={title} desc={sentenceOf(now, asOf, language, called)} height={bottom + 26}>
        <Textures id={id} standings={standings} />
        {levels.map((level) => (
          <Level key={level} language={language} level={level} y={yOf(level)} />
        ))}
        <Plot mirrored={scale.mirrored} margin={MARGIN}>
          {blocks.map(({ standing, from, to, low, high }) => {
            const { x, width } = stretch(scale, from, to);
            return (
              <rect
                key={`${standing} ${from}`}
                class={`field block ${STANDING_GROUP[standing]}`}
                x={percent(x)}
                width={percent(width)}
                y={yOf(high)}
                height={yOf(low) - yOf(high)}
                fill={fillOf(id, standing)}
              >
                <title>{`${day(language, from)}: ${called[standing]} ${number(language, high - low)}`}</title>
              </rect>
            );
          })}
          <TimeAxis scale={scale} language={language} top={bottom} bottom={bottom} />
          <AsOfLine scale={scale} language={language} asOf={asOf} top={TOP - 8} bottom={bottom} />
        </Plot>
      </Picture>
      <CountsKey {...{ id, language, called, standings, now }} />
      {standings.some(isAway) ? <p class="reading">{say.countsReading}</p> : null}
      <AsTable language={language}>
        <Table
          id={`${id}-steps`}
          caption={title}
          heads={[say.day, ...standings.map((standing) => called[standing]), say.total]}
        >
          {steps.map((step) => (
            <tr key={step.from}>
              <th scope="row">{day(language, step.from)}</th>
              {standings.map((standing) => (
                <td key={standing}>{number(language, step.counts.get(standing) ?? 0)}</td>
              ))}
              <td>{number(language, step.total)}</td>
            </tr>
          ))}
        </Table>
      </AsTable>
    </figure>
  );
}

const Level = ({ language, level, y }: { language: Language; level: number; y: number }) => {
  const rtl = DIRECTION[language] === 'rtl';
  return (
    <g class="axis">
      <line class={level === 0 ? 'grid zero' : 'grid'} x1="0%" x2="100%" y1={y} y2={y} />
      <text class="tick" x={rtl ? '100%' : '0%'} y={y - 3} direction={DIRECTION[language]}>
        {number(language, Math.abs(level))}
      </text>
    </g>
  );
};

interface CountsKeyProps {
  readonly id: string;
  readonly language: Language;
  readonly called: StandingNames;
  readonly standings: readonly Standing[];
  readonly now: CountsStep | undefined;
}

/** What each texture stands for, and how many that is on the day of the page; in the order of the stack, from its head. */
const CountsKey = ({ id, language, called, standings, now }: CountsKeyProps) => (
  <ul class="key">
    {inStack(standings).map((standing) => (
      <li key={standing}>
        <Swatch id={id} standing={standing} /> {called[standing]}{' '}
        <b>{number(language, now?.counts.get(standing) ?? 0)}</b>
      </li>
    ))}
  </ul>
);

/** From the head of the stack down to its foot, and on to what hangs below. */
const inStack = (standings: readonly Standing[]): Standing[] => [
  ...standings.filter((standing) => !isAway(standing)).toReversed(),
  ...standings.filter(isAway),
];

function sentenceOf(
  now: CountsStep | undefined,
  asOf: Day,
  language: Language,
  called: StandingNames,
): string {
  const say = DRAWING[language];
  const list = [...(now?.counts ?? [])].map(
    ([standing, states]) => `${called[standing]} ${number(language, states)}`,
  );
  return say.countsDesc(day(language, asOf), list.join(language === 'ar' ? '، ' : ', ') || say.none);
}
