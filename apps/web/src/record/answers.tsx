// All that was typed, once more, each with the way back to change it.
import type { MembershipAct, SourceRegistered } from '#register';
import type { OpenMembership } from '#application';
import { languageName } from '../page/language-options.js';
import { edtf } from '../words/days.js';
import type { Language } from '../words/language.js';
import { ACT, ATTESTATION } from '../words/vocabulary.js';
import { OWN_FIELDS, type OwnField } from './act-fields.js';
import { CHECK } from './check-words.js';
import type { Choices } from '../page/choices.js';
import { BASIS, labelOf } from './labels.js';

interface Answer {
  readonly field: string;
  readonly value: string;
  /** In the language of its source. */
  readonly lang?: string;
  /** Where it is changed, if not in the field of its name. */
  readonly at?: string;
}

interface AnswersProps {
  readonly language: Language;
  readonly choices: Choices;
  readonly open: OpenMembership;
  readonly act: MembershipAct;
  /** Address of the form. */
  readonly form?: string;
}

export function Answers({ form, ...props }: AnswersProps) {
  const { language } = props;
  const say = CHECK[language];
  return (
    <dl class="answers">
      {answersOf(props).map(({ field, value, lang, at = field }) => (
        <div key={field}>
          <dt>{labelOf(language, field)}</dt>
          <dd>
            <span dir="auto" lang={lang}>
              {value}
            </span>
          </dd>
          {form === undefined ? null : (
            <dd>
              <a href={`${form}#${at}`} aria-label={say.changeWhat(labelOf(language, field))}>
                {say.change}
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function answersOf({ language, choices, open, act }: AnswersProps): Answer[] {
  const { type, data } = act;
  const [cited] = data.sources;
  const source = open.sources.get(cited?.source ?? '')?.registered;
  const answers: (Answer | undefined)[] = [
    { field: 'state', value: choices.state(open.state) },
    { field: 'body', value: choices.body(open.body) },
    { field: 'on', value: `${edtf(language, data.on)} (${BASIS[language][data.basis]})` },
    { field: 'act', value: ACT[language][type] },
    ...OWN_FIELDS[type].map((field) => ownAnswer(field, act, language, choices)),
    given('effectiveOn', data.effectiveOn, (value) => edtf(language, value)),
    given('announcedOn', data.announcedOn, (value) => edtf(language, value)),
    { field: 'attestation', value: ATTESTATION[language][data.attestation] },
    given('announcedBy', data.announcedBy),
    data.claim ? { field: 'claim', value: '✓' } : undefined,
    given('note', data.note),
    source && {
      field: 'source',
      value: sourceLine(source, language),
      lang: source.language,
      at: 'source-part',
    },
    cited?.quote === undefined
      ? undefined
      : { field: 'quote', value: cited.quote, ...(source && { lang: source.language }) },
  ];
  return answers.filter((answer) => answer !== undefined);
}

const given = (
  field: string,
  value: string | undefined,
  said: (value: string) => string = (text) => text,
): Answer | undefined => (value === undefined ? undefined : { field, value: said(value) });

const sourceLine = (
  { outlet, title, url, publishedOn, language: textLanguage }: SourceRegistered['data'],
  language: Language,
): string =>
  [outlet, title, languageName(language, textLanguage), publishedOn && edtf(language, publishedOn), url]
    .filter((part) => part !== undefined)
    .join(' · ');

function ownAnswer(
  field: OwnField,
  act: MembershipAct,
  language: Language,
  choices: Choices,
): Answer | undefined {
  const key = 'key' in field ? (field.key ?? field.name) : field.name;
  const value = (act.data as unknown as Record<string, unknown>)[key];
  if (field.ask === 'party') {
    const { state, name } = (value ?? {}) as { state?: string; name?: string };
    const said = [state && choices.state(state), name].filter((part) => part !== undefined);
    return said.length === 0
      ? undefined
      : { field: state === undefined ? 'by-name' : 'by-state', value: said.join(', ') };
  }
  if (typeof value !== 'string') return undefined;
  const said =
    field.ask === 'choice'
      ? (field.words[language][value] ?? value)
      : field.ask === 'state'
        ? choices.state(value)
        : value;
  return { field: field.name, value: said };
}
