// The rule by which a body takes states in, and how it was amended.
import type { KnownBody } from '#read-models';
import type { BodyRule } from '#register';
import type { PageContext } from '../page/context.js';
import { day } from '../words/days.js';
import { countAr, countEn, words } from '../words/language.js';
import { BINDING_ACT } from '../words/vocabulary.js';
import { Heading } from './headings.js';

const WORDS = words({
  en: {
    binds: (act: string) => `A state is bound by ${act}.`,
    invited: 'It must be invited first.',
    open: 'No invitation is needed.',
    term: countEn({ one: 'A membership lasts # year.', other: 'A membership lasts # years.' }),
    noTerm: 'A membership has no term.',
    first: 'From the beginning',
    from: (day: string) => `From ${day}`,
    now: 'holds on the day shown',
  },
  ar: {
    binds: (act: string) => `تلتزم الدولة ب${act}.`,
    invited: 'ولا بد أن تُدعى أولاً.',
    open: 'ولا حاجة إلى دعوة.',
    term: countAr({
      zero: 'لا مدة للعضوية.',
      one: 'مدة العضوية سنة واحدة.',
      two: 'مدة العضوية سنتان.',
      few: 'مدة العضوية # سنوات.',
      many: 'مدة العضوية # سنة.',
      other: 'مدة العضوية # سنة.',
    }),
    noTerm: 'لا مدة للعضوية.',
    first: 'من البداية',
    from: (day: string) => `من ${day}`,
    now: 'سارية في اليوم المعروض',
  },
});

interface RulesProps {
  readonly page: PageContext;
  readonly body: KnownBody;
  readonly asOf: string;
}

export function BodyRules({ page, body: { facts, rule }, asOf }: RulesProps) {
  const { language } = page;
  const say = WORDS[language];
  const only = facts.rules.length === 1;
  return (
    <>
      <Heading page={page} part="rule" />
      {only ? (
        <p>{inWords(rule, language)}</p>
      ) : (
        <ol>
          {facts.rules.map(({ from, rule: one }) => (
            <li key={from ?? ''}>
              <strong>{from === null ? say.first : say.from(day(language, from))}</strong>:{' '}
              {inWords(one, language)}{' '}
              {one === rule && (from === null || from <= asOf) ? (
                <span class="mark good">{say.now}</span>
              ) : null}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function inWords({ binding, invitation, termYears }: BodyRule, language: PageContext['language']): string {
  const say = WORDS[language];
  const term = termYears === undefined ? say.noTerm : say.term(termYears);
  return [say.binds(BINDING_ACT[language][binding]), invitation ? say.invited : say.open, term].join(' ');
}
