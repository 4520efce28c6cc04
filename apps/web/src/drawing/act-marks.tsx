// Where acts fall on a line: each at its day, or over all the days that its day may mean.
import { dayRange, isOwnWord, type Precision } from '#register';
import { day, edtf } from '../words/days.js';
import { DRAWING } from '../words/drawing.js';
import type { Language } from '../words/language.js';
import { ACT, ATTESTATION } from '../words/vocabulary.js';
import type { LineAct } from './line.js';
import { percent, stretch, type Stretch, type TimeScale } from './time-scale.js';

export interface ActMark extends Stretch {
  readonly act: LineAct;
  readonly precision: Precision;
  /** Marks that would lie on one another lie below one another. */
  readonly row: number;
}

const ROW = 16;
/** So close, in percent, two marks do not stand side by side: 12 px on the narrowest plot. */
const APART = 4.8;

export function marksOf(acts: readonly LineAct[], scale: TimeScale): ActMark[] {
  const placed = acts
    .map((act) => {
      const { earliest, latest, precision } = dayRange(act.on);
      return { act, precision, ...stretch(scale, earliest ?? scale.from, latest ?? scale.to) };
    })
    .sort((a, b) => a.width - b.width || a.x - b.x);
  const rows: Stretch[][] = [];
  return placed.map((mark) => {
    const free = rows.findIndex((taken) => taken.every((other) => isApart(mark, other)));
    const row = free === -1 ? rows.length : free;
    rows[row] = [...(rows[row] ?? []), mark];
    return { ...mark, row };
  });
}

const isApart = (a: Stretch, b: Stretch): boolean =>
  a.x + a.width + APART <= b.x || b.x + b.width + APART <= a.x;

export const ActMarks = ({
  language,
  marks,
  mirrored,
  y,
}: {
  readonly language: Language;
  readonly mirrored: boolean;
  readonly marks: readonly ActMark[];
  readonly y: number;
}) => (
  <g>
    {marks.map(({ act, precision, x, width, row }) => {
      const middle = y + row * ROW;
      return (
        <g key={act.eventId} class={`act ${lookOf(act)}`}>
          <title>{actSentence(act, language)}</title>
          {precision === 'day' ? (
            <svg class="at" x={percent(x)} y={middle}>
              <path d={act.status === 'counts' ? DISC : CROSS} />
            </svg>
          ) : (
            <RoughDay x={x} width={width} y={middle} capped={cappedSides(precision, mirrored)} />
          )}
          {act.disputed ? (
            <svg class="at" x={percent(x)} y={middle}>
              <text class="doubt" x="0" y="-5" text-anchor="middle">
                !
              </text>
            </svg>
          ) : null}
        </g>
      );
    })}
  </g>
);

const DISC = 'M4.5 0A4.5 4.5 0 1 1-4.5 0A4.5 4.5 0 1 1 4.5 0Z';
const CROSS = 'M-4-4L4 4M4-4L-4 4';

/** Own words are filled; what does not count is crossed. */
export function lookOf({
  status,
  attestation,
}: Pick<LineAct, 'status' | 'attestation'>): 'filled' | 'hollow' | 'void' {
  if (status !== 'counts') return 'void';
  return isOwnWord(attestation) ? 'filled' : 'hollow';
}

/** Which ends of a bar are known, the left one and the right one. */
function cappedSides(precision: Precision, mirrored: boolean): readonly [left: boolean, right: boolean] {
  if (precision !== 'on-or-before' && precision !== 'on-or-after') return [true, true];
  const right = (precision === 'on-or-before') !== mirrored;
  return [!right, right];
}

interface RoughDayProps extends Stretch {
  readonly y: number;
  readonly capped: readonly [left: boolean, right: boolean];
}

/** A bar with a cap at each end that is known. */
function RoughDay({ x, width, y, capped }: RoughDayProps) {
  const ends = [percent(x), percent(x + Math.max(width, 1.5))] as const;
  return (
    <g class={capped[0] && capped[1] ? 'rough' : 'rough open'}>
      <line x1={ends[0]} x2={ends[1]} y1={y} y2={y} />
      {ends.map((end, side) =>
        capped[side] ? <line key={end} class="cap" x1={end} x2={end} y1={y - 4} y2={y + 4} /> : null,
      )}
    </g>
  );
}

/** "Membership accepted, 19 January 2026, declared by those concerned". */
function actSentence(act: LineAct, language: Language): string {
  const parts = [
    ACT[language][act.type],
    edtf(language, act.on),
    ATTESTATION[language][act.attestation],
    ...notesOf(act, language),
  ];
  return parts.join(language === 'ar' ? '، ' : ', ');
}

/** What else is to be said of an act: when it takes effect, whether it counts, whether it is disputed. */
export function notesOf({ on, effectiveDay, status, disputed }: LineAct, language: Language): string[] {
  const say = DRAWING[language];
  return [
    ...(effectiveDay === undefined || effectiveDay === dayRange(on).foldDay
      ? []
      : [say.effective(day(language, effectiveDay))]),
    ...(status === 'counts' ? [] : [say[status]]),
    ...(disputed ? [say.disputed] : []),
  ];
}

/** The marks that a drawing shows, for its key. */
export function ActKey({
  language,
  marks,
}: {
  readonly language: Language;
  readonly marks: readonly ActMark[];
}) {
  const say = DRAWING[language];
  const words = { filled: say.ownAct, hollow: say.otherAct, void: say.notCounted } as const;
  const looks = (['filled', 'hollow', 'void'] as const).filter((look) =>
    marks.some(({ act }) => lookOf(act) === look),
  );
  return (
    <>
      {looks.map((look) => (
        <li key={look}>
          <svg class="swatch" width="18" height="18" aria-hidden="true">
            <g class={`act ${look}`}>
              <svg class="at" x="9" y="9">
                <path d={look === 'void' ? CROSS : DISC} />
              </svg>
            </g>
          </svg>{' '}
          {words[look]}
        </li>
      ))}
      {marks.some(({ precision }) => precision !== 'day') ? (
        <li>
          <svg class="swatch" width="26" height="18" aria-hidden="true">
            <RoughDay x={0} width={100} y={9} capped={[true, true]} />
          </svg>{' '}
          {say.roughDay}
        </li>
      ) : null}
    </>
  );
}
