// Two points of one clock to be chosen.
import type { ResolvedClocks } from '#application';
import type { KnownBody, KnownState } from '#read-models';
import { isolate } from '../drawing/figure.js';
import type { PageContext } from '../page/context.js';
import { SelectField, TextField } from '../page/forms.js';
import { nameIn } from '../page/parts.js';
import { byName } from './names.js';
import { number, words } from '../words/language.js';
import { AUDIT_AT } from './audit-page.js';
import { AUDIT } from './audit-words.js';

const WORDS = words({
  en: {
    valid: 'Between two days',
    known: 'Between two states of knowledge',
    fromDay: 'From the day',
    toDay: 'to the day',
    from: 'From position or instant',
    to: 'to position or instant',
    pointHint: (head: string) => `0 to ${head}, or an instant such as 2026-01-19T14:24:00Z.`,
    atPosition: 'As known at position',
    asOf: 'For the day',
    nowHint: 'Left empty: now.',
    compare: 'Compare',
  },
  ar: {
    valid: 'بين يومين',
    known: 'بين حالين من المعرفة',
    fromDay: 'من يوم',
    toDay: 'إلى يوم',
    from: 'من موضع أو لحظة',
    to: 'إلى موضع أو لحظة',
    pointHint: (head: string) => `من 0 إلى ${head}، أو لحظة مثل \u20662026-01-19T14:24:00Z\u2069.`,
    atPosition: 'بحسب المعلوم عند الموضع',
    asOf: 'ليوم',
    nowHint: 'إن تُرك فارغاً: الآن.',
    compare: 'قارن',
  },
});

interface FormProps {
  readonly page: PageContext;
  readonly head: ResolvedClocks;
  readonly bodies: readonly KnownBody[];
  readonly states: readonly KnownState[];
}

export function DifferencesForm({ page, head, bodies, states }: FormProps) {
  const { language } = page;
  const say = WORDS[language];
  const axis = page.query['axis'] === 'known' ? 'known' : 'valid';
  const isValid = axis === 'valid';
  const given = (name: string): string | undefined => {
    const value = page.query[name];
    return typeof value === 'string' ? value : undefined;
  };
  const point = isValid
    ? ({ type: 'date' } as const)
    : { hint: say.pointHint(number(language, head.position)), maxLength: 40 };
  const of = (all: string, items: { value: string; label: string }[]) => [
    { value: '', label: all },
    ...items,
  ];
  return (
    <form method="get" action={AT} class="card">
      <p>
        <Axis axis="valid" chosen={axis} name={say.valid} /> ·{' '}
        <Axis axis="known" chosen={axis} name={say.known} />
      </p>
      <input type="hidden" name="axis" value={axis} />
      <div class="columns">
        <TextField
          name="from"
          label={isValid ? say.fromDay : say.from}
          value={given('from')}
          {...point}
          required
          dir="ltr"
        />
        <TextField
          name="to"
          label={isValid ? say.toDay : say.to}
          value={given('to')}
          {...point}
          required
          dir="ltr"
        />
        {isValid ? (
          <TextField
            name="atPosition"
            label={say.atPosition}
            hint={say.nowHint}
            value={given('atPosition')}
            maxLength={15}
            dir="ltr"
          />
        ) : (
          <TextField
            name="asOf"
            type="date"
            label={say.asOf}
            hint={say.nowHint}
            value={given('asOf')}
            dir="ltr"
          />
        )}
        <SelectField
          name="body"
          label={AUDIT[language].body}
          value={given('body')}
          options={of(
            AUDIT[language].allBodies,
            byName(
              language,
              bodies.map(({ slug, names }) => ({ value: slug, label: isolate(nameIn(names, language)) })),
            ),
          )}
        />
        <SelectField
          name="state"
          label={AUDIT[language].state}
          value={given('state')}
          options={of(
            AUDIT[language].allStates,
            byName(
              language,
              states.map(({ code, names }) => ({ value: code, label: isolate(nameIn(names, language)) })),
            ),
          )}
        />
      </div>
      <p class="actions">
        <button class="primary">{say.compare}</button>
      </p>
    </form>
  );
}

const AT = `${AUDIT_AT}/differences`;

/** The way to the form of a clock; each asks for other things. */
function Axis({
  axis,
  chosen,
  name,
}: {
  readonly axis: string;
  readonly chosen: string;
  readonly name: string;
}) {
  return axis === chosen ? <strong>{name}</strong> : <a href={`${AT}?axis=${axis}`}>{name}</a>;
}
