// What all reading pages share: the clocks that they show, the way to other days and positions, and the same for programs.
import type { ComponentChildren } from 'preact';
import type { ResolvedClocks } from '#application';
import type { KnownStep } from '#read-models';
import { TimeBar } from '../drawing/time-bar.js';
import { here, onSameClocks, type PageContext } from '../page/context.js';
import { Page } from '../page/page.js';
import { ClockBanner } from '../page/parts.js';
import { day } from '../words/days.js';
import { words } from '../words/language.js';
import type { Known } from './names.js';

const WORDS = words({
  en: { asOf: (day: string) => `As of ${day}`, other: 'another day, or what was known earlier' },
  ar: { asOf: (day: string) => `كما في ${day}`, other: 'يوم آخر، أو ما كان معروفاً من قبل' },
});

const FURTHER = words({
  en: {
    acts: 'Acts as JSON',
    members: 'Map as JSON',
    timeline: 'Timeline as JSON',
    explain: 'Why, as JSON',
    history: 'History as JSON',
    organs: 'Organs as JSON',
    counts: 'Counts as JSON',
  },
  ar: {
    acts: 'الأعمال بصيغة JSON',
    members: 'الخريطة بصيغة JSON',
    timeline: 'التسلسل الزمني بصيغة JSON',
    explain: 'التعليل بصيغة JSON',
    history: 'التاريخ بصيغة JSON',
    organs: 'الأجهزة بصيغة JSON',
    counts: 'الأعداد بصيغة JSON',
  },
});

/** What the parts of a reading page read from. */
export interface Reads {
  readonly page: PageContext;
  readonly known: Known;
}

interface Further {
  readonly says: keyof (typeof FURTHER)['en'];
  readonly path: string;
  /** It knows no valid time. */
  readonly knownOnly?: true;
}

interface ReadingPageProps {
  readonly page: PageContext;
  readonly clocks: ResolvedClocks;
  readonly title: string;
  /** Where the title alone does not do. */
  readonly heading?: ComponentChildren;
  /** Path of the REST read that takes the same parameters and says the same. */
  readonly twin: string;
  /** Where that does not say all that the page says: paths of the reads that say the rest. */
  readonly further?: readonly Further[];
  /** Whether it is a list, which it gives as files too. */
  readonly files?: boolean;
  /** Parameters of the page that the REST read does not take. */
  readonly ownParameters?: readonly string[];
  /** Days on which something changed, and positions at which something was learned: the way along both clocks. */
  readonly days?: readonly string[];
  readonly steps?: readonly KnownStep[];
  readonly children: ComponentChildren;
}

export function ReadingPage(props: ReadingPageProps) {
  const { page, clocks, title, heading, twin, files, ownParameters = [], further = [], children } = props;
  const same = { ...page, path: twin };
  const without = Object.fromEntries(ownParameters.map((name) => [name, undefined]));
  const say = WORDS[page.language];
  const as = (format: string) => here(same, { ...without, format, cursor: undefined, limit: undefined });
  return (
    <Page
      page={page}
      title={title}
      twin={here(same, without)}
      further={further.map(({ says, path, knownOnly }) => ({
        word: FURTHER[page.language][says],
        href: onSameClocks(knownOnly ? { ...page, query: { ...page.query, asOf: undefined } } : page, path),
      }))}
      {...(files && { csv: as('csv'), xlsx: as('xlsx') })}
    >
      <ClockBanner page={page} clocks={clocks} />
      <h1>{heading ?? <bdi>{title}</bdi>}</h1>
      <p class="soft">
        {say.asOf(day(page.language, clocks.asOf))}{' '}
        <span class="no-print">
          · <a href="#time">{say.other}</a>
        </span>
      </p>
      {children}
      <div id="time" class="clocks">
        <Clocks {...props} />
      </div>
    </Page>
  );
}

/** The bar at the foot, where it is at hand and in nobody's way. */
function Clocks({ page, clocks, days = [], steps = [] }: ReadingPageProps) {
  const { asOf, knownAt, atPosition } = page.query;
  const query = Object.fromEntries(
    Object.entries(page.query).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== 'cursor',
    ),
  );
  const live = knownAt === undefined && atPosition === undefined;
  return (
    <TimeBar
      id="clocks"
      language={page.language}
      path={page.path}
      query={query}
      asOf={clocks.asOf}
      today={asOf === undefined ? clocks.asOf : ''}
      days={days}
      position={clocks.position}
      head={live ? clocks.position : Number.MAX_SAFE_INTEGER}
      steps={steps}
    />
  );
}
