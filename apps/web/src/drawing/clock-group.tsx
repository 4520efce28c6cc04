import type { Day } from '#register';
import type { ComponentChildren } from 'preact';
import { DRAWING } from '../words/drawing.js';
import type { Language } from '../words/language.js';
import type { Place } from './place-among.js';
import { percent, timeScale } from './time-scale.js';

interface GroupProps<Value> {
  readonly language: Language;
  readonly title: string;
  readonly hint: string;
  readonly now: string;
  readonly place: Place<Value>;
  readonly hrefOf: (value: Value) => string;
  readonly wordOf: (value: Value) => string;
  readonly latest: { readonly word: string; readonly href: string; readonly here: boolean };
  readonly children: ComponentChildren;
}

/** One of the two clocks: where the page stands on it, and links to where it could stand. */
export function Group<Value>({
  language,
  title,
  hint,
  now,
  place,
  hrefOf,
  wordOf,
  latest,
  children,
}: GroupProps<Value>) {
  const say = DRAWING[language];
  const isMovable = [place.first, place.previous, place.next].some((value) => value !== undefined);
  const step = (word: string, value: Value | undefined) => (
    <li>
      {value === undefined ? (
        <span class="step none">{word}</span>
      ) : (
        <a class="step" href={hrefOf(value)} title={wordOf(value)}>
          {word}
        </a>
      )}
    </li>
  );
  return (
    <div class="clock" role="group" aria-label={`${title}: ${hint}`}>
      <p>
        <b>{title}</b> <span class="soft">{hint}</span> <strong>{now}</strong>
      </p>
      <ul class="steps-of">
        {isMovable ? (
          <>
            {step(say.first, place.first)}
            {step(say.previous, place.previous)}
            {step(say.next, place.next)}
          </>
        ) : null}
        <li>
          {latest.here ? (
            <span class="step" aria-current="true">
              {latest.word}
            </span>
          ) : (
            <a class="step" href={latest.href}>
              {latest.word}
            </a>
          )}
        </li>
      </ul>
      {children}
    </div>
  );
}

/** Where the changes lie in time; the list below says the same in words. */
export function Ticks({
  days,
  chosen,
  language,
}: {
  readonly days: readonly Day[];
  readonly chosen: Day | undefined;
  readonly language: Language;
}) {
  if (days.length === 0) return null;
  const scale = timeScale([...days, ...(chosen === undefined ? [] : [chosen])], language);
  return (
    <svg class="picture" height="22" aria-hidden="true">
      <line class="grid zero" x1="0%" x2="100%" y1="11" y2="11" />
      {[...new Set(days)].map((one) => (
        <line
          key={one}
          class="change"
          x1={percent(scale.at(one))}
          x2={percent(scale.at(one))}
          y1="5"
          y2="17"
        />
      ))}
      {chosen === undefined ? null : <circle class="here" cx={percent(scale.at(chosen))} cy="11" r="6" />}
    </svg>
  );
}

interface AllOfProps {
  readonly summary: string;
  readonly items: readonly { readonly word: string; readonly href: string; readonly here: boolean }[];
}

/** Nothing where there are none. */
export const AllOf = ({ summary, items }: AllOfProps) =>
  items.length === 0 ? null : (
    <details>
      <summary>{summary}</summary>
      <ol class="all">
        {items.map(({ word, href, here }) => (
          <li key={href}>
            <a href={href} aria-current={here ? 'true' : undefined}>
              {word}
            </a>
          </li>
        ))}
      </ol>
    </details>
  );
