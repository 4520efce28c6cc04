import { DRAWING } from '../words/drawing.js';
import { DIRECTION, number, type Language } from '../words/language.js';
import { Picture } from './figure.js';
import { percent } from './time-scale.js';

export interface YearCount {
  readonly year: string;
  readonly href: string;
  readonly acts: number;
  readonly contacts: number;
}

interface YearsRailProps {
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  /** Years with anything in them, ascending. */
  readonly years: readonly YearCount[];
}

const BASE = 56;
const TALLEST = 44;

/** A bar for each year, acts below and contacts above, and below the picture the years as links. */
export function YearsRail({ id, language, title, years }: YearsRailProps) {
  const say = DRAWING[language];
  const most = Math.max(1, ...years.map(({ acts, contacts }) => acts + contacts));
  const height = (entries: number) => (entries / most) * TALLEST;
  const columns = columnsOf(years);
  const step = 100 / columns.length;
  const mirrored = DIRECTION[language] === 'rtl';
  const leftOf = (column: number) => (mirrored ? columns.length - 1 - column : column) * step;
  const desc = years.map(({ year, acts, contacts }) => `${year}: ${say.entries(acts + contacts)}`);
  return (
    <>
      <Picture
        id={`${id}-rail`}
        title={title}
        desc={desc.join(language === 'ar' ? '، ' : ', ')}
        height={BASE + 22}
      >
        <line class="grid zero" x1="0%" x2="100%" y1={BASE} y2={BASE} />
        {columns.map((column, index) => {
          const x = leftOf(index);
          if (column === 'gap')
            return (
              <text
                key={`gap ${index}`}
                class="tick"
                x={percent(x + step / 2)}
                y={BASE - 6}
                text-anchor="middle"
              >
                …
              </text>
            );
          const { year, acts, contacts } = column;
          return (
            <g key={year}>
              <rect
                class="acts"
                x={percent(x + step * 0.2)}
                width={percent(step * 0.6)}
                y={BASE - height(acts)}
                height={height(acts)}
              />
              <rect
                class="contacts"
                x={percent(x + step * 0.2)}
                width={percent(step * 0.6)}
                y={BASE - height(acts + contacts)}
                height={height(contacts)}
              />
              <text class="tick" x={percent(x + step / 2)} y={BASE + 16} text-anchor="middle">
                {year}
              </text>
              <text
                class="tick"
                x={percent(x + step / 2)}
                y={BASE - height(acts + contacts) - 4}
                text-anchor="middle"
              >
                {number(language, acts + contacts)}
              </text>
            </g>
          );
        })}
      </Picture>
      <ul class="key">
        <li>
          <svg class="swatch" width="18" height="18" aria-hidden="true">
            <rect class="acts" x="2" y="2" width="14" height="14" />
          </svg>{' '}
          {say.acts}
        </li>
        <li>
          <svg class="swatch" width="18" height="18" aria-hidden="true">
            <rect class="contacts" x="2" y="2" width="14" height="14" />
          </svg>{' '}
          {say.contacts}
        </li>
      </ul>
      <ol class="years">
        {years.map(({ year, href }) => (
          <li key={year}>
            <a href={href}>{year}</a>
          </li>
        ))}
      </ol>
    </>
  );
}

/** A column for each year, and one that stands for the years between where there are any without entries. */
function columnsOf(years: readonly YearCount[]): (YearCount | 'gap')[] {
  return years.flatMap((one, index) => {
    const before = years[index - 1];
    return before !== undefined && Number(one.year) > Number(before.year) + 1 ? ['gap', one] : [one];
  });
}
