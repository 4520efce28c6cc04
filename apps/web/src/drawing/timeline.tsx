import { foldDay, type ActType, type Attestation, type ContactKind, type Day, type Edtf } from '#register';
import type { ComponentChildren } from 'preact';
import { edtf } from '../words/days.js';
import { DRAWING } from '../words/drawing.js';
import type { Language } from '../words/language.js';
import { ACT, ATTESTATION, CONTACT_KIND } from '../words/vocabulary.js';
import { lookOf } from './act-marks.js';
import { isolate } from './figure.js';
import { YearsRail } from './years-rail.js';

interface Entry {
  /** Of the act or contact; its place in the page has the id of the timeline before it: `t-…`. */
  readonly id: string;
  readonly on: Edtf;
  readonly status: 'counts' | 'claim' | 'retracted' | 'denied';
  readonly disputed: boolean;
  readonly attestation: Attestation;
  /** The body that it concerns, if one. */
  readonly body?: { readonly name: string; readonly href: string };
  /** Where the page tells more of it. */
  readonly href?: string;
  /** What else is to be said: place, subject, participants. Text of sources. */
  readonly detail?: ComponentChildren;
}

export type TimelineEntry = Entry &
  (
    | { readonly kind: 'act'; readonly type: ActType }
    | { readonly kind: 'contact'; readonly type: ContactKind }
  );

export interface TimelineProps {
  readonly id: string;
  readonly language: Language;
  readonly state: string;
  readonly entries: readonly TimelineEntry[];
}

/** Acts and contacts of a state by year, in the order of days, with a strip that shows how many there are. */
export function Timeline({ id, language, state, entries }: TimelineProps) {
  const say = DRAWING[language];
  const years = byYear(entries);
  if (years.length === 0) return <p>{say.nothingYet}</p>;
  const inYears = years.map(([year, those]) => ({
    year,
    href: `#${id}-${year}`,
    acts: those.filter(({ kind }) => kind === 'act').length,
    contacts: those.filter(({ kind }) => kind === 'contact').length,
  }));
  return (
    <div class="drawing timeline">
      <YearsRail id={id} language={language} title={say.perYear(isolate(state))} years={inYears} />
      {years.map(([year, those]) => (
        <section key={year} aria-labelledby={`${id}-${year}`}>
          <h3 id={`${id}-${year}`}>
            {year} <span class="soft">{say.entries(those.length)}</span>
          </h3>
          <ol>
            {those.map((entry) => (
              <Line key={entry.id} id={id} language={language} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** Entries with the day at which each is folded; those of one day stay as they came. */
export const inOrderOfDays = (
  entries: readonly TimelineEntry[],
): (readonly [day: Day, entry: TimelineEntry])[] =>
  entries
    .map((entry) => [foldDay(entry.on), entry] as const)
    .sort(([a], [b]) => (a === b ? 0 : a < b ? -1 : 1));

/** By the year of the day at which an entry is folded, in the order of days. */
function byYear(entries: readonly TimelineEntry[]): [year: string, entries: TimelineEntry[]][] {
  const years = new Map<string, TimelineEntry[]>();
  for (const [day, entry] of inOrderOfDays(entries)) {
    const year = String(Number(day.slice(0, 4)));
    years.set(year, [...(years.get(year) ?? []), entry]);
  }
  return [...years];
}

function Line({ id, language, entry }: { id: string; language: Language; entry: TimelineEntry }) {
  const say = DRAWING[language];
  const { kind, status, disputed, attestation, body, detail } = entry;
  const word = kind === 'act' ? ACT[language][entry.type] : CONTACT_KIND[language][entry.type];
  return (
    <li id={`${id}-${entry.id}`} class={status === 'counts' ? undefined : 'void'}>
      <Node look={kind === 'act' ? lookOf(entry) : status === 'counts' ? 'contact' : 'void'} />
      <span class="when">{edtf(language, entry.on)}</span>{' '}
      {entry.href === undefined ? <b>{word}</b> : <a href={entry.href}>{word}</a>}
      {body === undefined ? null : (
        <>
          {' · '}
          <a href={body.href}>
            <bdi>{body.name}</bdi>
          </a>
        </>
      )}
      <span class="soft"> · {kind === 'act' ? ATTESTATION[language][attestation] : say.contact}</span>
      {status === 'counts' ? null : <span class="mark">{say[status]}</span>}
      {disputed ? <span class="mark">{say.disputed}</span> : null}
      {detail === undefined ? null : <div class="detail">{detail}</div>}
    </li>
  );
}

const SHAPES = {
  filled: 'M6 0A6 6 0 1 1-6 0A6 6 0 1 1 6 0Z',
  hollow: 'M5 0A5 5 0 1 1-5 0A5 5 0 1 1 5 0Z',
  contact: 'M-5-5H5V5H-5Z',
  void: 'M-5-5L5 5M5-5L-5 5',
} as const;

/** What kind of entry it is, on the rail: a disc for an act, hollow by another's word; a square for a contact; a cross for what does not count. */
const Node = ({ look }: { look: keyof typeof SHAPES }) => (
  <svg class="node" width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
    <path class={look} d={SHAPES[look]} />
  </svg>
);
