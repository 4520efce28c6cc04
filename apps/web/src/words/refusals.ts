// Why something cannot be recorded, and what to do instead: a sentence in both languages for everything that the register
// refuses. Names of states and bodies come in with `Names`, so that a sentence says "Kazakhstan" and not KAZ.
import type { Refusal } from '#application';
import type { ActType } from '#register';
import { day } from './days.js';
import { number, type Language } from './language.js';
import { ACT, standingNames } from './vocabulary.js';

type Code = Refusal['code'];
type Of<C extends Code> = Extract<Refusal, { code: C }>;

/** How the page calls what a refusal names by its code. */
export interface Names {
  readonly state: (code: string) => string;
  readonly body: (slug: string) => string;
}

/** Codes as they are. */
const BY_CODE: Names = { state: (code) => code, body: (slug) => slug };

export const refusalSentence = (language: Language, refusal: Refusal, names: Names = BY_CODE): string =>
  (SENTENCES[language][refusal.code] as (refusal: Refusal, names: Names) => string)(refusal, names);

/** The field of a form that a refusal speaks of, by the name that the register gives it; '' for the form as a whole. */
export const fieldOfRefusal = (refusal: Refusal): string => {
  if (refusal.code === 'day-in-future') return refusal.field;
  return FIELDS[refusal.code] ?? '';
};

const FIELDS: Readonly<Partial<Record<Code, string>>> = {
  'act-not-legal': 'act',
  'body-dissolved': 'on',
  'effect-before-notice': 'effectiveOn',
  'not-own-word': 'attestation',
  'speaker-without-state': 'by-state',
  'state-not-there': 'on',
  'unknown-act': 'withdraws',
  'not-correctable': 'withdraws',
  'unknown-state': 'state',
  'unknown-body': 'body',
  'unknown-source': 'source',
  'source-exists': 'source',
};

const list = (language: Language, items: readonly string[]): string =>
  items.length === 0 ? { en: 'none', ar: 'لا شيء' }[language] : items.join(language === 'ar' ? '، ' : ', ');
const acts = (language: Language, types: readonly ActType[]): string =>
  list(
    language,
    types.map((type) => ACT[language][type]),
  );

const SENTENCES: Readonly<
  Record<Language, { readonly [C in Code]: (refusal: Of<C>, names: Names) => string }>
> = {
  en: {
    'act-not-legal': ({ act, on, standing, legal }) =>
      `“${ACT.en[act]}” cannot follow: on ${day('en', on)} the standing is “${standingNames('en')[standing]}”. Choose another act or another day. Possible there: ${acts('en', legal)}. What happened all the same can be recorded as a claim.`,
    'body-dissolved': ({ act, on, dissolvedOn }) =>
      `The body was dissolved on ${day('en', dissolvedOn)}; “${ACT.en[act]}” on ${day('en', on)} cannot move a standing in it. Correct the day, or record it as a claim.`,
    'day-in-future': ({ field, day: said, today }) =>
      `${field === 'on' ? 'The day of the act' : 'The day of the announcement'}, ${day('en', said)}, lies in the future (today is ${day('en', today)}). Record it once it has happened; what is announced for later goes into “takes effect on”.`,
    'effect-before-notice': ({ on, effectiveOn }) =>
      `A withdrawal is notified before it takes effect, but ${day('en', effectiveOn)} lies before ${day('en', on)}. Correct “takes effect on” or the day of the act.`,
    'not-own-word': ({ speaker, owner }, names) =>
      `${names.state(speaker)} speaks of ${names.state(owner)} here. Its word is “stated by another party” at most; “declared” is for ${names.state(owner)}’s own word.`,
    'speaker-without-state': ({ speaker, owner }, names) =>
      `For which state does ${speaker} speak? Choose it beside the name; “declared” is for ${names.state(owner)}’s own word.`,
    'state-not-there': ({ state, on, from, until }, names) =>
      `${names.state(state)} did not exist on ${day('en', on)}; it did ${[from === null ? '' : `from ${day('en', from)}`, until === null ? '' : `until ${day('en', until)}`].filter(Boolean).join(' ')}. Correct the state or the day.`,
    'unknown-act': () =>
      'The act that this speaks of is not on record in this membership. Choose one that is listed.',
    'not-correctable': () =>
      'This cannot be said of that event. Choose an act of the right kind, or an act that is still on record.',
    'already-corrected': () =>
      'This was corrected already. Correct the correction instead, or retract it first.',
    'unknown-state': ({ state }) => `The register has no state “${state}”. Choose one of the list.`,
    'unknown-body': ({ body }) => `The register has no body “${body}”. Choose one of the list.`,
    'unknown-source': ({ source }) =>
      `The register has no source “${source}”. Choose a registered source, or register it with this act.`,
    'stale-version': ({ expected, actual }) =>
      `Someone recorded meanwhile: you have seen version ${number('en', expected)}, and it is at ${number('en', actual)}. Look at what is new, then decide again.`,
    'body-exists': ({ slug }) =>
      `A body “${slug}” is registered already, with other content. Choose another short name, or open that one.`,
    'body-not-registered': () => 'This body is not registered yet. Register it first.',
    'already-in-force': ({ since }) =>
      `The charter is in force since ${day('en', since)} already. If that day is wrong, retract it first.`,
    'already-dissolved': ({ since }) =>
      `The body was dissolved on ${day('en', since)}; nothing happens to it afterwards. Correct the day.`,
    'organ-exists': ({ organ }) => `The organ “${organ}” was established already. Choose another short name.`,
    'unknown-organ': ({ organ, organs }) =>
      `The body has no organ “${organ}”. It has: ${list('en', organs)}. Establish it first.`,
    'not-a-member': ({ person, organ, on, members }) =>
      `${person} does not sit on ${organ} on ${day('en', on)}. Its members then: ${list('en', members)}. Correct the name or the day.`,
    'state-exists': ({ state }, names) =>
      `${names.state(state)} is registered already, with other content. Open it and add a name instead.`,
    'state-not-registered': () => 'This state is not registered yet. Register it first.',
    'name-known': ({ name }) => `The name “${name}” is known already; there is nothing to add.`,
    'own-successor': ({ state }, names) =>
      `${names.state(state)} cannot take its own place. Choose another successor.`,
    'state-dissolved': ({ until }) =>
      `The state existed until ${day('en', until)}; nothing happens to it afterwards. Correct the day.`,
    'source-exists': ({ source }) =>
      `A source “${source}” is registered already, with other content. Choose it in the list instead of registering it anew.`,
    'source-not-registered': () => 'This source is not registered yet. Register it first.',
    'already-discredited': ({ reason }) => `The source is discredited already: ${reason}`,
    'not-discredited': () => 'The source is not discredited, so there is nothing to take back.',
    'contact-exists': ({ contact }) =>
      `The contact “${contact}” is recorded already, with other content. Open that one.`,
    'contact-not-recorded': () => 'There is no such contact on record. Record it first.',
    'contact-retracted': ({ reason }) =>
      `The contact was retracted: ${reason} Record it anew if it happened.`,
  },
  ar: {
    'act-not-legal': ({ act, on, standing, legal }) =>
      `لا يمكن أن يلي «${ACT.ar[act]}» ما سبقه: فالصفة في ${day('ar', on)} هي «${standingNames('ar')[standing]}». اختر عملاً آخر أو يوماً آخر. الممكن هناك: ${acts('ar', legal)}. وما وقع مع ذلك يمكن تسجيله بوصفه ادعاءً.`,
    'body-dissolved': ({ act, on, dissolvedOn }) =>
      `حُلّت الهيئة في ${day('ar', dissolvedOn)}، فلا يغيّر «${ACT.ar[act]}» في ${day('ar', on)} صفةً فيها. صحّح اليوم، أو سجّله بوصفه ادعاءً.`,
    'day-in-future': ({ field, day: said, today }) =>
      `${field === 'on' ? 'يوم العمل' : 'يوم الإعلان'}، ${day('ar', said)}، يقع في المستقبل (اليوم هو ${day('ar', today)}). سجّله بعد وقوعه؛ أما ما أُعلن لموعد لاحق فمكانه «يسري اعتباراً من».`,
    'effect-before-notice': ({ on, effectiveOn }) =>
      `يُخطَر بالانسحاب قبل نفاذه، لكن ${day('ar', effectiveOn)} يسبق ${day('ar', on)}. صحّح «يسري اعتباراً من» أو يوم العمل.`,
    'not-own-word': ({ speaker, owner }, names) =>
      `المتحدث هنا عن ${names.state(owner)} هو ${names.state(speaker)}. أقصى ما لقوله «صرّح به طرف آخر»، أما «أعلنه صاحب الشأن» فلقول دولة ${names.state(owner)} نفسها.`,
    'speaker-without-state': ({ speaker, owner }, names) =>
      `باسم أي دولة يتحدث ${speaker}؟ اخترها بجانب الاسم؛ أما «أعلنه صاحب الشأن» فلقول دولة ${names.state(owner)} نفسها.`,
    'state-not-there': ({ state, on, from, until }, names) =>
      `لم تكن دولة ${names.state(state)} قائمة في ${day('ar', on)}، بل ${[from === null ? '' : `منذ ${day('ar', from)}`, until === null ? '' : `حتى ${day('ar', until)}`].filter(Boolean).join(' ')}. صحّح الدولة أو اليوم.`,
    'unknown-act': () => 'العمل المقصود غير مسجّل في هذه العضوية. اختر عملاً من القائمة.',
    'not-correctable': () => 'لا يصح قول هذا عن ذلك القيد. اختر عملاً من النوع المناسب، أو عملاً ما زال مسجّلاً.',
    'already-corrected': () => 'سبق تصحيح هذا القيد. صحّح التصحيح نفسه، أو اسحبه أولاً.',
    'unknown-state': ({ state }) => `لا توجد في السجل دولة «${state}». اختر من القائمة.`,
    'unknown-body': ({ body }) => `لا توجد في السجل هيئة «${body}». اختر من القائمة.`,
    'unknown-source': ({ source }) =>
      `لا يوجد في السجل مصدر «${source}». اختر مصدراً مسجّلاً، أو سجّله مع هذا العمل.`,
    'stale-version': ({ expected, actual }) =>
      `سجّل شخص آخر في هذه الأثناء: رأيت الإصدار ${number('ar', expected)} وهو الآن ${number('ar', actual)}. انظر الجديد ثم قرّر من جديد.`,
    'body-exists': ({ slug }) =>
      `الهيئة «${slug}» مسجّلة من قبل بمحتوى آخر. اختر اسماً مختصراً آخر، أو افتح تلك الهيئة.`,
    'body-not-registered': () => 'هذه الهيئة غير مسجّلة بعد. سجّلها أولاً.',
    'already-in-force': ({ since }) =>
      `الميثاق نافذ منذ ${day('ar', since)} من قبل. إذا كان هذا اليوم خطأً فاسحبه أولاً.`,
    'already-dissolved': ({ since }) =>
      `حُلّت الهيئة في ${day('ar', since)}، فلا يطرأ عليها شيء بعده. صحّح اليوم.`,
    'organ-exists': ({ organ }) => `سبق إنشاء الجهاز «${organ}». اختر اسماً مختصراً آخر.`,
    'unknown-organ': ({ organ, organs }) =>
      `ليس للهيئة جهاز «${organ}». أجهزتها: ${list('ar', organs)}. أنشئه أولاً.`,
    'not-a-member': ({ person, organ, on, members }) =>
      `${person} ليس عضواً في ${organ} في ${day('ar', on)}. أعضاؤه حينها: ${list('ar', members)}. صحّح الاسم أو اليوم.`,
    'state-exists': ({ state }, names) =>
      `دولة ${names.state(state)} مسجّلة من قبل بمحتوى آخر. افتحها وأضف اسماً بدلاً من ذلك.`,
    'state-not-registered': () => 'هذه الدولة غير مسجّلة بعد. سجّلها أولاً.',
    'name-known': ({ name }) => `الاسم «${name}» معروف من قبل، فلا شيء يضاف.`,
    'own-successor': ({ state }, names) => `لا تخلف دولة ${names.state(state)} نفسها. اختر خلفاً آخر.`,
    'state-dissolved': ({ until }) =>
      `كانت الدولة قائمة حتى ${day('ar', until)}، فلا يطرأ عليها شيء بعده. صحّح اليوم.`,
    'source-exists': ({ source }) =>
      `المصدر «${source}» مسجّل من قبل بمحتوى آخر. اختره من القائمة بدلاً من تسجيله من جديد.`,
    'source-not-registered': () => 'هذا المصدر غير مسجّل بعد. سجّله أولاً.',
    'already-discredited': ({ reason }) => `سبق سحب الثقة من هذا المصدر: ${reason}`,
    'not-discredited': () => 'لم تُسحب الثقة من هذا المصدر، فلا شيء يُرجع عنه.',
    'contact-exists': ({ contact }) => `الاتصال «${contact}» مسجّل من قبل بمحتوى آخر. افتح ذلك القيد.`,
    'contact-not-recorded': () => 'لا يوجد اتصال كهذا في السجل. سجّله أولاً.',
    'contact-retracted': ({ reason }) => `سُحب هذا الاتصال: ${reason} سجّله من جديد إن كان قد وقع.`,
  },
};

/** All that can be refused. */
export const REFUSAL_CODES = Object.keys(SENTENCES.en) as readonly Code[];
