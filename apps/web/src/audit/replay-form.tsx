// Which replay an auditor wants: up to a position or an instant, of all bodies or one, told for a day.
import {
  BadQuery,
  readQuery,
  type ClockReader,
  type EventStore,
  type QueryFault,
  type ReplayParams,
} from '#application';
import { findBody, type KnownBody, type Reader } from '#read-models';
import { bodySlug } from '#register';
import { isolate } from '../drawing/figure.js';
import type { PageContext } from '../page/context.js';
import {
  ErrorSummary,
  Field,
  FormKey,
  SelectField,
  TextField,
  type FieldFault,
  type Typed,
} from '../page/forms.js';
import { nameIn } from '../page/parts.js';
import { number, words, type Language } from '../words/language.js';
import { AUDIT_AT } from './audit-page.js';
import { AUDIT } from './audit-words.js';

const WORDS = words({
  en: {
    position: 'Up to position',
    positionHint: (head: string) => `0 to ${head}; left empty: all that is recorded.`,
    instant: 'or up to an instant (UTC)',
    instantHint: 'What was recorded up to then.',
    body: 'Body',
    bodyHint: 'Of one, its memberships alone are compared; the root is that of the whole log.',
    asOf: 'Standings on the day',
    asOfHint: 'Left empty: the day on which the position was recorded.',
    begin: 'Replay and compare',
    badPosition: 'Give the position as a whole number from 0.',
    ahead: (head: string) => `The log ends at position ${head}; choose one up to there.`,
    badInstant: 'Give the instant as 2026-01-19 14:24, in UTC.',
    future: 'That instant is still to come: choose one that has passed.',
    both: 'Give either a position or an instant, not both.',
    badDay: 'Give a day that exists, such as 2026-01-19.',
    badBody: 'Choose a body of the list, or all.',
    unknownBody: 'This body was not registered yet at that position.',
  },
  ar: {
    position: 'حتى الموضع',
    positionHint: (head: string) => `من 0 إلى ${head}؛ وإن تُرك فارغاً فكل ما سُجِّل.`,
    instant: 'أو حتى لحظة (بالتوقيت العالمي)',
    instantHint: 'ما سُجِّل حتى ذلك الحين.',
    body: 'الهيئة',
    bodyHint: 'لهيئة واحدة تُقارن عضوياتها وحدها؛ أما الجذر فللسجل كله.',
    asOf: 'الصفات في اليوم',
    asOfHint: 'إن تُرك فارغاً: اليوم الذي سُجِّل فيه الموضع.',
    begin: 'أعد الاحتساب وقارن',
    badPosition: 'اكتب الموضع عدداً صحيحاً يبدأ من 0.',
    ahead: (head: string) => `ينتهي السجل عند الموضع ${head}؛ اختر موضعاً لا يتجاوزه.`,
    badInstant: 'اكتب اللحظة هكذا \u20662026-01-19 14:24\u2069 بالتوقيت العالمي.',
    future: 'هذه اللحظة لم تأت بعد: اختر لحظة مضت.',
    both: 'اكتب موضعاً أو لحظة، لا كليهما.',
    badDay: 'اكتب يوماً موجوداً، مثل \u20662026-01-19\u2069.',
    badBody: 'اختر هيئة من القائمة، أو كل الهيئات.',
    unknownBody: 'لم تكن هذه الهيئة مسجَّلة بعد عند ذلك الموضع.',
  },
});

interface ReplayFormProps {
  readonly page: PageContext;
  readonly head: number;
  readonly bodies: readonly KnownBody[];
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
}

export function ReplayForm({ page, head, bodies, typed, faults }: ReplayFormProps) {
  const { language } = page;
  const say = WORDS[language];
  const options = [
    { value: '', label: AUDIT[language].allBodies },
    ...bodies.map(({ slug, names }) => ({ value: slug, label: isolate(nameIn(names, language)) })),
  ];
  return (
    <form method="post" action={`${AUDIT_AT}/replay`}>
      <ErrorSummary page={page} faults={faults} />
      <FormKey page={page} />
      <div class="columns">
        <TextField
          name="position"
          label={say.position}
          hint={say.positionHint(number(language, head))}
          value={typed['position']}
          faults={faults}
          maxLength={15}
          dir="ltr"
        />
        <Field name="instant" label={say.instant} hint={say.instantHint} faults={faults}>
          {(control) => (
            <input {...control} type="datetime-local" step={1} value={typed['instant']} dir="ltr" />
          )}
        </Field>
        <SelectField
          name="body"
          label={say.body}
          hint={say.bodyHint}
          value={typed['body'] ?? ''}
          faults={faults}
          options={options}
        />
        <TextField
          name="asOf"
          type="date"
          label={say.asOf}
          hint={say.asOfHint}
          value={typed['asOf']}
          faults={faults}
          dir="ltr"
        />
      </div>
      <p class="actions">
        <button class="primary">{say.begin}</button>
      </p>
    </form>
  );
}

interface Surroundings {
  readonly clocks: ClockReader;
  readonly store: EventStore;
  readonly reader: Reader;
}

/** What was typed as the replay that it asks for, or what is wrong with it. May throw `Behind`. */
export async function readReplay(
  language: Language,
  typed: Typed,
  around: Surroundings,
): Promise<{ readonly params: ReplayParams } | { readonly faults: readonly FieldFault[] }> {
  const { position, instant, body = '', asOf } = typed;
  try {
    const given = { atPosition: position, knownAt: instant && inUtc(instant), asOf };
    const filled = Object.entries(given).filter(([, value]) => value !== undefined && value !== '');
    const query = readQuery(Object.fromEntries(filled), ['atPosition', 'knownAt', 'asOf']);
    const at = await around.clocks.resolve(query);
    const fault = await faultOfBody(language, body, around.reader, at);
    if (fault) return { faults: [fault] };
    const day = query.asOf ?? (await recordedOn(around.store, at.position)) ?? at.asOf;
    return {
      params: { position: at.position, knownAt: at.knownAt, body: body === '' ? null : body, asOf: day },
    };
  } catch (error) {
    if (error instanceof BadQuery) return { faults: error.faults.map((fault) => told(language, fault)) };
    throw error;
  }
}

/** As a browser gives it, `2026-01-19T14:24`, or as people write it; other texts as they are, to be refused. */
const inUtc = (text: string): string => {
  const [, day, time, seconds = ':00'] =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?Z?$/.exec(text) ?? [];
  return day === undefined ? text : `${day}T${String(time)}${seconds}Z`;
};

async function faultOfBody(
  language: Language,
  body: string,
  reader: Reader,
  at: { readonly asOf: string; readonly position: number },
): Promise<FieldFault | undefined> {
  if (body === '') return undefined;
  const say = WORDS[language];
  if (!bodySlug.safeParse(body).success) return { field: 'body', sentence: say.badBody };
  return (await findBody(reader, at, body)) ? undefined : { field: 'body', sentence: say.unknownBody };
}

/** The day on which a position was recorded; of none before the first. */
async function recordedOn(store: EventStore, position: number): Promise<string | undefined> {
  if (position === 0) return undefined;
  for await (const [event] of store.readAll({ after: position - 1, upTo: position })) {
    return event?.recordedAt.slice(0, '2026-01-19'.length);
  }
  return undefined;
}

function told(language: Language, { code, parameter, facts }: QueryFault): FieldFault {
  const say = WORDS[language];
  switch (code) {
    case 'position-ahead':
      return { field: 'position', sentence: say.ahead(number(language, Number(facts['head']))) };
    case 'two-known-clocks':
      return { field: 'position', sentence: say.both };
    case 'known-at-in-future':
      return { field: 'instant', sentence: say.future };
    default:
      if (parameter === 'knownAt') return { field: 'instant', sentence: say.badInstant };
      return parameter === 'asOf'
        ? { field: 'asOf', sentence: say.badDay }
        : { field: 'position', sentence: say.badPosition };
  }
}
