import type { Day } from '#register';
import { day, instant } from '../words/days.js';
import { DRAWING } from '../words/drawing.js';
import { number, type Language } from '../words/language.js';
import type { KnownStep } from './bands.js';
import { AllOf, Group, Ticks } from './clock-group.js';
import { placeAmong } from './place-among.js';

export interface TimeBarProps {
  readonly id: string;
  readonly language: Language;
  /** Of the page, without its query. */
  readonly path: string;
  /** The query of the page as it stands; what the bar does not set is kept. */
  readonly query: Readonly<Record<string, string>>;
  /** The day that the page shows, and the day that it is. */
  readonly asOf: Day;
  readonly today: Day;
  /** Days on which something changed, as known at this position. */
  readonly days: readonly Day[];
  /** The position that the page knows up to, and the last that there is. */
  readonly position: number;
  readonly head: number;
  /** Positions at which something became known, with their instants. */
  readonly steps: readonly KnownStep[];
}

/** Moves along both clocks by links and a form, without a script: valid days, and the steps of what was known. */
export function TimeBar(props: TimeBarProps) {
  const { language, asOf, today, position, head } = props;
  const say = DRAWING[language];
  const days = [...new Set(props.days)].sort();
  const steps = props.steps.toSorted((a, b) => a.position - b.position);
  const to = (set: Readonly<Record<string, string | undefined>>) => addressWith(props, set);
  const toDay = (one: Day) => to({ asOf: one });
  const toStep = (step: KnownStep) => to({ knownAt: undefined, atPosition: String(step.position) });
  return (
    <nav class="time-bar" aria-label={say.barLabel}>
      <Group
        language={language}
        title={say.validGroup}
        hint={say.validHint}
        now={day(language, asOf)}
        place={placeAmong(days, asOf)}
        hrefOf={toDay}
        wordOf={(one) => day(language, one)}
        latest={{ word: say.today, href: to({ asOf: undefined }), here: asOf === today }}
      >
        <Ticks days={days} chosen={asOf} language={language} />
        <ChooseDay {...props} name="asOf" instead={['asOf']} label={say.chooseDay} value={asOf} />
        <AllOf
          summary={say.allDays(number(language, days.length))}
          items={days.map((one) => ({ word: day(language, one), href: toDay(one), here: one === asOf }))}
        />
      </Group>
      <Group
        language={language}
        title={say.knownGroup}
        hint={say.knownHint}
        now={nowWord(steps, position, language)}
        place={placeAmong(
          steps.map((step) => step.position),
          position,
        )}
        hrefOf={(one) => to({ knownAt: undefined, atPosition: String(one) })}
        wordOf={(one) => stepWord(steps, one, language)}
        latest={{
          word: say.latest,
          href: to({ knownAt: undefined, atPosition: undefined }),
          here: position >= head,
        }}
      >
        <Ticks
          days={steps.map(({ at }) => at.slice(0, 10))}
          chosen={dayOfStep(steps, position)}
          language={language}
        />
        <ChooseDay
          {...props}
          name="knownOn"
          instead={['knownAt', 'atPosition']}
          label={say.chooseKnown}
          value={dayOfStep(steps, position)}
        />
        <AllOf
          summary={say.allSteps(number(language, steps.length))}
          items={steps.map((step) => ({
            word: stepWord(steps, step.position, language),
            href: toStep(step),
            here: step.position === position,
          }))}
        />
      </Group>
    </nav>
  );
}

interface ChooseDayProps extends Pick<TimeBarProps, 'id' | 'language' | 'path' | 'query'> {
  readonly name: 'asOf' | 'knownOn';
  /** The parameters that it takes the place of. */
  readonly instead: readonly string[];
  readonly label: string;
  readonly value: Day | undefined;
}

function ChooseDay({ id, language, path, query, name, instead, label, value }: ChooseDayProps) {
  const field = `${id}-${name === 'asOf' ? 'day' : 'known-day'}`;
  return (
    <form method="get" action={path}>
      {Object.entries(query)
        .filter(([other]) => !instead.includes(other))
        .map(([other, kept]) => (
          <input key={other} type="hidden" name={other} value={kept} />
        ))}
      <label for={field}>{label}</label>{' '}
      <input id={field} type="date" name={name} value={value} min="0001-01-01" max="9999-12-31" required />{' '}
      <button type="submit">{DRAWING[language].show}</button>
    </form>
  );
}

function addressWith(
  { path, query }: Pick<TimeBarProps, 'path' | 'query'>,
  set: Readonly<Record<string, string | undefined>>,
): string {
  const kept = Object.entries({ ...query, ...set }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  const search = new URLSearchParams(kept).toString();
  return search === '' ? path : `${path}?${search}`;
}

const dayOfStep = (steps: readonly KnownStep[], position: number): Day | undefined =>
  steps.findLast((step) => step.position <= position)?.at.slice(0, 10);

/** The position that the page knows up to; with its instant where something was learned at just this one. */
const nowWord = (steps: readonly KnownStep[], position: number, language: Language): string =>
  steps.some((step) => step.position === position)
    ? stepWord(steps, position, language)
    : DRAWING[language].positionOf(number(language, position));

function stepWord(steps: readonly KnownStep[], position: number, language: Language): string {
  const at = steps.findLast((step) => step.position <= position)?.at;
  const place = DRAWING[language].positionOf(number(language, position));
  return at === undefined ? place : `${instant(language, at)} (${place})`;
}
