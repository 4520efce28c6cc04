// One day of EDTF, as precisely as it is written.
import { daysIn, writeDay } from './calendar.js';
import type { Day, DayFault, DayRange } from './day.js';

const POINT = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([?~%])?$/;

/** First and last month of the seasons as the north has them; EDTF does not say whose they are. Winter ends a year later. */
const SEASONS: Readonly<Record<string, readonly [string, string]>> = {
  '21': ['03', '05'],
  '22': ['06', '08'],
  '23': ['09', '11'],
  '24': ['12', '02'],
};
const WINTER = '24';

type Span = Pick<DayRange, 'precision'> & { readonly earliest: Day; readonly latest: Day };

/** Reads one EDTF day, without a slash: at the precision it has, with its mark. */
export function readPoint(text: string): (DayRange & Span) | DayFault {
  const match = POINT.exec(text);
  if (!match) return 'not-edtf';
  const [, year, month, day, mark] = match as unknown as [string, string, ...(string | undefined)[]];
  const span = year.endsWith('X') ? yearsSpan(year, month) : spanIn(year, month, day);
  if (typeof span === 'string') return span;
  return {
    ...span,
    foldDay: span.earliest,
    uncertain: mark === '?' || mark === '%',
    approximate: mark === '~' || mark === '%',
  };
}

/** `201X` and `20XX`; level 1 knows no month of such a year. */
function yearsSpan(year: string, month: string | undefined): Span | DayFault {
  if (month !== undefined) return 'not-edtf';
  const first = year.replaceAll('X', '0');
  return {
    precision: year.endsWith('XX') ? 'century' : 'decade',
    earliest: `${first === '0000' ? '0001' : first}-01-01`,
    latest: `${year.replaceAll('X', '9')}-12-31`,
  };
}

function spanIn(year: string, month = 'XX', day?: string): Span | DayFault {
  if (month === 'XX' && day !== undefined && day !== 'XX') return 'not-edtf';
  if (year === '0000') return 'no-such-day';
  if (month === 'XX') return { precision: 'year', earliest: `${year}-01-01`, latest: `${year}-12-31` };
  if (month in SEASONS) return day === undefined ? seasonSpan(year, month) : 'no-such-day';
  if (month < '01' || month > '12') return 'no-such-day';
  const last = daysIn(Number(year), Number(month));
  if (day === undefined || day === 'XX') {
    return {
      precision: 'month',
      earliest: `${year}-${month}-01`,
      latest: `${year}-${month}-${String(last)}`,
    };
  }
  if (day < '01' || Number(day) > last) return 'no-such-day';
  return { precision: 'day', earliest: `${year}-${month}-${day}`, latest: `${year}-${month}-${day}` };
}

/** The winter of 9999 is cut off with its year. */
function seasonSpan(year: string, season: string): Span {
  const [first, last] = SEASONS[season] as readonly [string, string];
  const endYear = Number(year) + (season === WINTER ? 1 : 0);
  const latest = writeDay(endYear, Number(last), daysIn(endYear, Number(last)));
  return {
    precision: 'season',
    earliest: `${year}-${first}-01`,
    latest: endYear > 9999 ? '9999-12-31' : latest,
  };
}
