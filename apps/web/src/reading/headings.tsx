// The parts of a long page: what each is called, and the way to it from the top.
import type { PageContext } from '../page/context.js';
import { words } from '../words/language.js';

const HEADINGS = words({
  en: {
    parts: 'On this page',
    members: 'States',
    'over-time': 'How many, over time',
    map: 'On the map',
    organs: 'Organs',
    ceremonies: 'Ceremonies',
    rule: 'The rule',
    standings: 'Its standing in every body',
    history: 'What became of it',
    timeline: 'Timeline',
    contacts: 'Contacts',
    line: 'The line',
    why: 'Why this standing',
    acts: 'Acts',
  },
  ar: {
    parts: 'في هذه الصفحة',
    members: 'الدول',
    'over-time': 'العدد عبر الزمن',
    map: 'على الخريطة',
    organs: 'الأجهزة',
    ceremonies: 'المراسم',
    rule: 'القاعدة',
    standings: 'صفتها في كل هيئة',
    history: 'ما آلت إليه',
    timeline: 'التسلسل الزمني',
    contacts: 'اللقاءات والاتصالات',
    line: 'خط العضوية',
    why: 'لماذا هذه الصفة',
    acts: 'الأعمال',
  },
});

/** A part of a page, which is also its anchor. */
export type Part = Exclude<keyof (typeof HEADINGS)['en'], 'parts'>;

export const Heading = ({ page, part }: { readonly page: PageContext; readonly part: Part }) => (
  <h2 id={part}>{HEADINGS[page.language][part]}</h2>
);

interface PartsProps {
  readonly page: PageContext;
  /** Those that the page has, in their order. */
  readonly parts: readonly Part[];
}

export const Parts = ({ page, parts }: PartsProps) => {
  const say = HEADINGS[page.language];
  return (
    <nav class="sections" aria-label={say.parts}>
      <ul>
        {parts.map((part) => (
          <li key={part}>
            <a href={`#${part}`}>{say[part]}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
