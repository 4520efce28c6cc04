// What the drawing of a line shows, as tables.
import { Table } from '../page/table.js';
import { day, edtf } from '../words/days.js';
import { DRAWING } from '../words/drawing.js';
import type { Language } from '../words/language.js';
import { ACT, ATTESTATION, ROLE, type StandingNames } from '../words/vocabulary.js';
import { notesOf } from './act-marks.js';
import type { LineAct, LineInterval } from './line.js';
import { shiftDay } from './time-scale.js';

interface TableProps {
  readonly id: string;
  readonly language: Language;
  readonly caption: string;
}

export const IntervalsTable = ({
  id,
  language,
  called,
  caption,
  intervals,
}: TableProps & { readonly called: StandingNames; readonly intervals: readonly LineInterval[] }) => {
  const say = DRAWING[language];
  const heads = [say.firstDay, say.lastDay, say.ownStanding, say.reportedStanding, say.roles];
  return (
    <Table id={id} caption={caption} heads={heads}>
      {intervals.map(({ from, to, own, reported, roles }) => (
        <tr key={from}>
          <th scope="row">
            <time dateTime={from}>{day(language, from)}</time>
          </th>
          <td>
            {to === null ? (
              say.open
            ) : (
              <time dateTime={shiftDay(to, -1)}>{day(language, shiftDay(to, -1))}</time>
            )}
          </td>
          <td>{viewWords(own, language, called)}</td>
          <td>{viewWords(reported, language, called)}</td>
          <td>{roles.map(({ role }) => ROLE[language][role]).join(language === 'ar' ? '، ' : ', ')}</td>
        </tr>
      ))}
    </Table>
  );
};

/** "accepted (declared by those concerned; disputed)". */
export function viewWords(
  { standing, attestation, disputed, discredited }: LineInterval['own'],
  language: Language,
  called: StandingNames,
): string {
  const say = DRAWING[language];
  const more = [
    ...(attestation === null ? [] : [ATTESTATION[language][attestation]]),
    ...(disputed ? [say.disputed] : []),
    ...(discredited ? [say.discredited] : []),
  ];
  const word = called[standing];
  return more.length === 0 ? word : `${word} (${more.join(language === 'ar' ? '؛ ' : '; ')})`;
}

export const ActsTable = ({
  id,
  language,
  caption,
  acts,
}: TableProps & { readonly acts: readonly LineAct[] }) => {
  const say = DRAWING[language];
  const heads = [say.day, say.act, say.attestation, say.notes];
  return (
    <Table id={id} caption={caption} heads={heads}>
      {acts.map((act) => (
        <tr key={act.eventId}>
          <td>{edtf(language, act.on)}</td>
          <th scope="row">
            {act.href === undefined ? (
              ACT[language][act.type]
            ) : (
              <a href={act.href}>{ACT[language][act.type]}</a>
            )}
          </th>
          <td>{ATTESTATION[language][act.attestation]}</td>
          <td>{notesOf(act, language).join(language === 'ar' ? '؛ ' : '; ')}</td>
        </tr>
      ))}
    </Table>
  );
};
