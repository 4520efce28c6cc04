// Forms of the desk that the register refuses: of bodies, states, sources and contacts.
import { randomUUID } from 'node:crypto';
import { bodyCommand } from '#application';
import { formOf } from '../../desk/testing/forms.js';
import { filled, posted, type Codes, type Senders } from './refused-form.js';

const BOARD = '/admin/bodies/board-of-peace';
/** What every act has in common. */
const ACT = { on: '2026-03-01', basis: 'act', attestation: 'declared', 'source-1': 'gazette-1' };

/** Opened before somebody else recorded. */
async function overtaken({ officer, register }: Senders) {
  const path = `${BOARD}/ceremony`;
  const form = formOf(await officer.get(path));
  await register.execute(
    bodyCommand(
      'board-of-peace',
      {
        type: 'CeremonyScheduled',
        data: {
          ...{ purpose: randomUUID(), on: '2026-03-01', basis: 'act', attestation: 'declared' },
          sources: [{ source: 'gazette-1' }],
        },
      },
      { actor: 'officer:badr' },
    ),
  );
  await register.catchUp();
  return officer.post(path, { ...form, ...ACT, purpose: 'A signing', 'scheduledFor-meant': 'unknown' });
}

const CALL = {
  ...{ ...ACT, kind: 'call', 'participant-1-state': 'KAZ', 'participant-2-state': 'USA' },
  subject: 'Trade',
};

/** A key of a form is its own; this one was taken from somebody else's. */
const stolenKey =
  (path: string, fields: Record<string, string>, others: Record<string, string>) =>
  async ({ officer, other }: Senders) => {
    const form = formOf(await other.get(path));
    await other.post(path, { ...form, ...fields });
    return officer.post(path, { ...fields, ...others, key: form['key'] ?? '' });
  };

export const REFUSED_AT_DESK = {
  'day-in-future': {
    send: filled(`${BOARD}/opened`, { ...ACT, on: '2026-05-01' }),
    field: 'on',
    en: 'The day of the act, 1 May 2026, lies in the future (today is 1 April 2026). Record it once it has happened; what is announced for later goes into “takes effect on”.',
    ar: 'سجّله بعد وقوعه؛ أما ما أُعلن لموعد لاحق فمكانه «يسري اعتباراً من».',
  },
  'stale-version': {
    send: overtaken,
    field: '',
    status: 409,
    en: 'Look at what is new, then decide again.',
    ar: 'انظر الجديد ثم قرّر من جديد.',
  },
  'body-exists': {
    send: filled('/admin/bodies/new', {
      ...{ slug: 'board-of-peace', kind: 'organization', 'name-en': 'Another', binding: 'signature' },
      'source-1': 'gazette-1',
    }),
    field: 'slug',
    en: 'A body “board-of-peace” is registered already, with other content. Choose another short name, or open that one.',
    ar: 'اختر اسماً مختصراً آخر، أو افتح تلك الهيئة.',
  },
  'body-not-registered': {
    because: 'the forms of a body are below its address, which is not there before it is registered',
    instead: posted('/admin/bodies/nowhere/opened', ACT),
    status: 404,
    refusal: { code: 'body-not-registered' },
    en: 'Register it first.',
    ar: 'سجّلها أولاً.',
  },
  'already-in-force': {
    send: filled(`${BOARD}/force`, ACT),
    field: 'on',
    en: 'The charter is in force since 22 January 2026 already. If that day is wrong, retract it first.',
    ar: 'الميثاق نافذ منذ 22 يناير 2026 من قبل. إذا كان هذا اليوم خطأً فاسحبه أولاً.',
  },
  'already-dissolved': {
    send: filled('/admin/bodies/league/rename', { ...ACT, 'name-en': 'The Second League' }),
    field: 'on',
    en: 'The body was dissolved on 1 February 2026; nothing happens to it afterwards. Correct the day.',
    ar: 'حُلّت الهيئة في 1 فبراير 2026، فلا يطرأ عليها شيء بعده. صحّح اليوم.',
  },
  'organ-exists': {
    send: filled(`${BOARD}/organ`, { ...ACT, organ: 'gaza-executive-board', 'name-en': 'Another' }),
    field: 'organ',
    en: 'The organ “gaza-executive-board” was established already. Choose another short name.',
    ar: 'سبق إنشاء الجهاز «gaza-executive-board». اختر اسماً مختصراً آخر.',
  },
  'unknown-organ': {
    send: filled(`${BOARD}/appoint`, { ...ACT, organ: 'senate', person: 'Amina' }),
    field: 'organ',
    en: 'The body has no organ “senate”. It has: ',
    ar: 'ليس للهيئة جهاز «senate». أجهزتها: ',
  },
  'not-a-member': {
    send: filled(`${BOARD}/leave`, { ...ACT, organ: 'gaza-executive-board', person: 'Amina' }),
    field: 'person',
    en: 'Amina does not sit on gaza-executive-board on 1 March 2026. Its members then: ',
    ar: 'Amina ليس عضواً في gaza-executive-board في 1 مارس 2026. أعضاؤه حينها: ',
  },
  'state-exists': {
    send: filled('/admin/states/new', { code: 'KAZ', 'name-en': 'Another' }),
    field: 'code',
    en: 'KAZ is registered already, with other content. Open it and add a name instead.',
    ar: 'دولة KAZ مسجّلة من قبل بمحتوى آخر. افتحها وأضف اسماً بدلاً من ذلك.',
  },
  'state-not-registered': {
    because: 'the forms of a state are below its address, which is not there before it is registered',
    instead: posted('/admin/states/QQQ/alias', { name: 'Nowhere' }),
    status: 404,
    refusal: { code: 'state-not-registered' },
    en: 'Register it first.',
    ar: 'سجّلها أولاً.',
  },
  'name-known': {
    send: filled('/admin/states/KAZ/alias', { name: 'Kazakhstan' }),
    field: 'name',
    en: 'The name “Kazakhstan” is known already; there is nothing to add.',
    ar: 'الاسم «Kazakhstan» معروف من قبل، فلا شيء يضاف.',
  },
  'own-successor': {
    send: filled('/admin/states/KAZ/succession', {
      ...{ 'predecessors-1': 'KAZ', kind: 'separation', on: '1991-12-16' },
    }),
    field: 'predecessors-1',
    en: 'Kazakhstan cannot take its own place. Choose another successor.',
    ar: 'لا تخلف دولة كازاخستان نفسها. اختر خلفاً آخر.',
  },
  'state-dissolved': {
    send: filled('/admin/states/SUN/rename', { 'name-en': 'Another', on: '1992-01-01' }),
    field: 'on',
    en: 'The state existed until 26 December 1991; nothing happens to it afterwards. Correct the day.',
    ar: 'كانت الدولة قائمة حتى 26 ديسمبر 1991، فلا يطرأ عليها شيء بعده. صحّح اليوم.',
  },
  'source-exists': {
    send: stolenKey(
      '/admin/sources/new',
      { outlet: 'The Herald', language: 'en', title: 'One' },
      { title: 'Another' },
    ),
    field: '',
    en: 'is registered already, with other content. Choose it in the list instead of registering it anew.',
    ar: 'مسجّل من قبل بمحتوى آخر. اختره من القائمة بدلاً من تسجيله من جديد.',
  },
  'source-not-registered': {
    because: 'what is said of a source is said below its address, which is not there before it is registered',
    instead: posted('/admin/sources/nowhere-1/discredit', { reason: 'Made up.' }),
    status: 404,
    refusal: { code: 'source-not-registered' },
    en: 'Register it first.',
    ar: 'سجّله أولاً.',
  },
  'already-discredited': {
    send: filled('/admin/sources/gazette-2/discredit', { reason: 'Another reason.' }),
    field: '',
    en: 'The source is discredited already: Made up.',
    ar: 'سبق سحب الثقة من هذا المصدر: Made up.',
  },
  'not-discredited': {
    send: filled('/admin/sources/gazette-1/reinstate', { reason: 'It was right.' }),
    field: '',
    en: 'The source is not discredited, so there is nothing to take back.',
    ar: 'لم تُسحب الثقة من هذا المصدر، فلا شيء يُرجع عنه.',
  },
  'contact-exists': {
    send: stolenKey('/admin/contacts/new', CALL, { subject: 'Peace' }),
    field: '',
    en: 'is recorded already, with other content. Open that one.',
    ar: 'مسجّل من قبل بمحتوى آخر. افتح ذلك القيد.',
  },
  'contact-not-recorded': {
    because: 'what is said of a contact is said below its address, which is not there before it is recorded',
    instead: posted('/admin/contacts/nowhere-1/retract', { reason: 'Made up.' }),
    status: 404,
    refusal: { code: 'contact-not-recorded' },
    en: 'Record it first.',
    ar: 'لا يوجد اتصال كهذا في السجل.',
  },
  'contact-retracted': {
    send: filled('/admin/contacts/retracted-1/corroborate', { 'source-1': 'gazette-1' }),
    field: '',
    en: 'The contact was retracted: Made up. Record it anew if it happened.',
    ar: 'سُحب هذا الاتصال: Made up. سجّله من جديد إن كان قد وقع.',
  },
} satisfies Codes;
