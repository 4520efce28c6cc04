import type { Day } from '#register';
import { day, dayFormat } from '../words/days.js';
import { DRAWING } from '../words/drawing.js';
import { DIRECTION, type Language } from '../words/language.js';
import { percent, ticksOf, type Tick, type TimeScale } from './time-scale.js';

interface TimeAxisProps {
  readonly scale: TimeScale;
  readonly language: Language;
  /** From top to bottom of the lines, and where the words stand, in px. */
  readonly top: number;
  readonly bottom: number;
}

/** Fine lines at round days, named below them. */
export function TimeAxis({ scale, language, top, bottom }: TimeAxisProps) {
  return (
    <g class="axis">
      {ticksOf(scale).map((tick) => {
        const x = percent(scale.at(tick.day));
        return (
          <g key={tick.day} class={tick.spare ? 'spare' : undefined}>
            <line class="grid" x1={x} x2={x} y1={top} y2={bottom} />
            <text class="tick" x={x} y={bottom + 16} text-anchor="middle" direction={DIRECTION[language]}>
              {tickWord(tick, language)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** The day that the page shows. */
export const AsOfLine = ({
  scale,
  language,
  asOf,
  top,
  bottom,
}: Omit<TimeAxisProps, 'top'> & { readonly asOf: Day; readonly top: number }) => {
  const share = scale.at(asOf);
  const x = percent(share);
  return (
    <g class="as-of">
      <line class="halo" x1={x} x2={x} y1={top} y2={bottom} />
      <line x1={x} x2={x} y1={top} y2={bottom} />
      <text x={x} y={top - 4} text-anchor={anchorAt(share, scale.mirrored)} direction={DIRECTION[language]}>
        {DRAWING[language].chosenDay(day(language, asOf))}
      </text>
    </g>
  );
};

/** Words near an edge stand on the inner side. `start` is the right end of text that runs from right to left. */
function anchorAt(share: number, mirrored: boolean): 'start' | 'middle' | 'end' {
  if (share > 25 && share < 75) return 'middle';
  return share >= 75 === mirrored ? 'start' : 'end';
}

const TICK = {
  year: dayFormat({ year: 'numeric' }),
  month: dayFormat({ month: 'short', year: 'numeric' }),
  day: dayFormat({ day: 'numeric', month: 'short' }),
};

const tickWord = ({ day, unit }: Tick, language: Language): string =>
  TICK[unit][language].format(new Date(`${day}T12:00:00Z`));
