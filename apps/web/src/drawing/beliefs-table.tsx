import { Table } from '../page/table.js';
import { day, instant } from '../words/days.js';
import { DRAWING } from '../words/drawing.js';
import { number, type Language } from '../words/language.js';
import type { StandingNames } from '../words/vocabulary.js';
import type { Band, Belief } from './bands.js';
import { viewWords } from './line-tables.js';
import { shiftDay } from './time-scale.js';

interface BeliefsTableProps {
  readonly id: string;
  readonly language: Language;
  readonly called: StandingNames;
  readonly caption: string;
  readonly beliefs: readonly Belief[];
  readonly bands: readonly Band[];
}

/** Every belief with the days that it spoke of and the time for which it was held. */
export const BeliefsTable = ({ id, language, called, caption, beliefs, bands }: BeliefsTableProps) => {
  const say = DRAWING[language];
  const heads = [
    say.knownFrom,
    say.knownUntil,
    say.firstDay,
    say.lastDay,
    say.ownStanding,
    say.reportedStanding,
  ];
  return (
    <Table id={id} caption={caption} heads={heads}>
      {beliefs.map((belief) => (
        <tr key={`${belief.knownFrom} ${belief.from}`}>
          <th scope="row">{knownWords(belief.knownFrom, bands, language)}</th>
          <td>{belief.knownTo === null ? say.now : knownWords(belief.knownTo, bands, language)}</td>
          <td>{day(language, belief.from)}</td>
          <td>{belief.to === null ? say.open : day(language, shiftDay(belief.to, -1))}</td>
          <td>{viewWords(belief.own, language, called)}</td>
          <td>{viewWords(belief.reported, language, called)}</td>
        </tr>
      ))}
    </Table>
  );
};

function knownWords(position: number, bands: readonly Band[], language: Language): string {
  const at = bands.find(({ from }) => from === position)?.at;
  const place = DRAWING[language].positionOf(number(language, position));
  return at === undefined ? place : `${instant(language, at)} (${place})`;
}
