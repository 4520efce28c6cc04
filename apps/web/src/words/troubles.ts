// What an error page says: what happened, and what to do now.
import { words } from './language.js';

export const TROUBLES = {
  'bad-request': {
    status: 400,
    en: [
      'This address cannot be read',
      'Something in it is not as it should be. Correct it, or start from a list.',
    ],
    ar: ['لا يمكن قراءة هذا العنوان', 'فيه ما ليس كما ينبغي. صحّحه أو ابدأ من إحدى القوائم.'],
  },
  'signed-out': {
    status: 401,
    en: [
      'Your session has ended',
      'Nothing was recorded. Sign in in another tab, then come back here and open the form again; your browser still has what you typed.',
    ],
    ar: [
      'انتهت جلستك',
      'لم يُسجَّل شيء. سجّل الدخول في نافذة أخرى، ثم عد إلى هنا وافتح النموذج من جديد؛ ما كتبته لا يزال لدى متصفحك.',
    ],
  },
  'not-allowed': {
    status: 403,
    en: [
      'This is not open to you',
      'Your roles do not include it. Whoever manages the accounts can grant it.',
    ],
    ar: ['هذا غير متاح لك', 'لا تشمله أدوارك. يستطيع من يدير الحسابات منحك إياه.'],
  },
  'not-from-here': {
    status: 403,
    en: [
      'The form was not sent from here',
      'It came from another site, or your session has changed since it was opened. Open the page again and repeat; nothing was recorded.',
    ],
    ar: [
      'لم يُرسل النموذج من هنا',
      'جاء من موقع آخر، أو تغيّرت جلستك منذ فتحه. افتح الصفحة مرة أخرى وأعد المحاولة؛ لم يُسجَّل شيء.',
    ],
  },
  'not-found': {
    status: 404,
    en: [
      'There is no such page',
      'Perhaps the address was mistyped, or what it names is not known on these clocks.',
    ],
    ar: ['لا توجد صفحة كهذه', 'لعل في العنوان خطأ، أو أن ما يسميه غير معروف في هذا الزمن.'],
  },
  conflict: {
    status: 409,
    en: [
      'Someone recorded meanwhile',
      'Look at what is there now, then decide whether yours still stands. Nothing of yours was recorded.',
    ],
    ar: [
      'سجّل شخص آخر في هذه الأثناء',
      'انظر ما هو مسجّل الآن، ثم قرّر هل ما زال تسجيلك قائماً. لم يُسجَّل شيء منك.',
    ],
  },
  'too-large': {
    status: 413,
    en: [
      'That is too much',
      'A form takes up to 1 MB of text, and a copy of a source up to 10 MB. Nothing was recorded. Go back: your browser still has what you typed. Shorten the text to what matters here, or keep the whole of it as a copy of its source.',
    ],
    ar: [
      'هذا أكثر من اللازم',
      'يقبل النموذج نصاً حتى 1 ميغابايت، ونسخة المصدر حتى 10 ميغابايت. لم يُسجَّل شيء. عد إلى الصفحة السابقة؛ ما كتبته لا يزال لدى متصفحك. اختصر النص إلى ما يهم هنا، أو احفظه كاملاً نسخةً من مصدره.',
    ],
  },
  'unsupported-form': {
    status: 415,
    en: [
      'This form cannot be read',
      'It was sent in a format that no page here sends. Nothing was recorded.',
    ],
    ar: ['لا يمكن قراءة هذا النموذج', 'أُرسل بصيغة لا ترسلها أي صفحة هنا. لم يُسجَّل شيء.'],
  },
  'not-possible': {
    status: 422,
    en: ['This cannot be recorded', 'The register refused it. Nothing was recorded.'],
    ar: ['لا يمكن تسجيل هذا', 'رفضه السجل. لم يُسجَّل شيء.'],
  },
  'too-many': {
    status: 429,
    en: ['Too many requests', 'Wait a minute, then try again.'],
    ar: ['طلبات كثيرة جداً', 'انتظر دقيقة ثم أعد المحاولة.'],
  },
  broken: {
    status: 500,
    en: [
      'Something broke here',
      'It is not your fault, and it is in the log. Nothing was half-recorded; try again.',
    ],
    ar: ['حدث خلل هنا', 'ليس الخطأ منك، وقد دُوِّن في سجل الأخطاء. لم يُسجَّل شيء منقوصاً؛ أعد المحاولة.'],
  },
  away: {
    status: 503,
    en: [
      'The register is away for a moment',
      'Its database does not answer, or has not caught up. Try again in a few seconds.',
    ],
    ar: ['السجل غائب للحظة', 'قاعدة بياناته لا تجيب، أو لم تلحق بعد. أعد المحاولة بعد ثوانٍ.'],
  },
} as const satisfies Record<
  string,
  {
    status: number;
    en: readonly [title: string, advice: string];
    ar: readonly [title: string, advice: string];
  }
>;

export type TroubleCode = keyof typeof TROUBLES;

/** What can be wrong with the parameters of an address. */
export const QUERY_FAULTS = words({
  en: {
    'unknown-parameter': ({ parameter }: Facts) =>
      `This page does not take the parameter “${String(parameter)}”.`,
    'no-parameters': ({ parameter }: Facts) =>
      `This page takes no parameters, and so not “${String(parameter)}”.`,
    'repeated-parameter': ({ parameter }: Facts) =>
      `The parameter “${String(parameter)}” may be given only once.`,
    'two-known-clocks': () => 'Give either “knownAt” or “atPosition”, not both.',
    'known-at-in-future': ({ parameter }: Facts) =>
      `“${String(parameter)}” lies in the future; nobody can say what will be known then.`,
    'position-ahead': ({ head }: Facts) =>
      `The log ends at position ${String(head)}; that one lies beyond it.`,
    'bad-as-of': () => '“asOf” must be a day that exists, such as 2026-01-19.',
    'bad-known-at': () => '“knownAt” must be an instant with its time zone, such as 2026-01-19T14:24:00Z.',
    'bad-position': ({ parameter }: Facts) => `“${String(parameter)}” must be a whole number from 0.`,
    'bad-limit': ({ most }: Facts) => `“limit” must be a whole number from 1 to ${String(most)}.`,
    'bad-cursor': () => 'This is not a page that the list has given out; start from its beginning.',
    'bad-q': () => 'Look for a name or a part of one, of 1 to 200 characters.',
    'bad-standing': ({ known }: Facts) => `“standing” must be one or more of: ${String(known)}.`,
    'bad-sort': ({ known }: Facts) => `“sort” must be one of: ${String(known)}.`,
    'bad-format': ({ known }: Facts) => `“format” must be one of: ${String(known)}.`,
    'bad-type': ({ known }: Facts) => `“type” must be one or more of: ${String(known)}.`,
    'bad-event-type': ({ known }: Facts) => `“type” must be one or more of: ${String(known)}.`,
    'bad-body': () => '“body” must be the short name of a body, such as board-of-peace.',
    'bad-state': () => '“state” must be the code of a state, such as KAZ.',
    'missing-parameter': ({ parameter }: Facts) => `This page needs the parameter “${String(parameter)}”.`,
    'bad-axis': ({ known }: Facts) => `“axis” must be one of: ${String(known)}.`,
    'bad-day': ({ parameter }: Facts) =>
      `“${String(parameter)}” must be a day that exists, such as 2026-01-19.`,
    'bad-point': ({ parameter }: Facts) =>
      `“${String(parameter)}” must be a position of the log, or an instant such as 2026-01-19T14:24:00Z.`,
    'from-after-to': () => '“to” must not lie before “from”.',
  },
  ar: {
    'unknown-parameter': ({ parameter }: Facts) => `لا تقبل هذه الصفحة المعامل «${String(parameter)}».`,
    'no-parameters': ({ parameter }: Facts) => `لا تقبل هذه الصفحة معاملات، ولا تقبل «${String(parameter)}».`,
    'repeated-parameter': ({ parameter }: Facts) =>
      `لا يجوز إعطاء المعامل «${String(parameter)}» أكثر من مرة.`,
    'two-known-clocks': () => 'استخدم «knownAt» أو «atPosition»، لا كليهما.',
    'known-at-in-future': ({ parameter }: Facts) =>
      `تقع «${String(parameter)}» في المستقبل، ولا أحد يعلم ما سيكون معروفاً حينها.`,
    'position-ahead': ({ head }: Facts) => `ينتهي السجل عند الموضع ${String(head)}، وما طُلب يقع بعده.`,
    'bad-as-of': () => 'يجب أن يكون «asOf» يوماً موجوداً، مثل \u20662026-01-19\u2069.',
    'bad-known-at': () =>
      'يجب أن يكون «knownAt» لحظة مع منطقتها الزمنية، مثل \u20662026-01-19T14:24:00Z\u2069.',
    'bad-position': ({ parameter }: Facts) => `يجب أن يكون «${String(parameter)}» عدداً صحيحاً يبدأ من 0.`,
    'bad-limit': ({ most }: Facts) => `يجب أن يكون «limit» عدداً صحيحاً من 1 إلى ${String(most)}.`,
    'bad-cursor': () => 'ليست هذه صفحة من صفحات القائمة؛ ابدأ من أولها.',
    'bad-q': () => 'ابحث عن اسم أو جزء من اسم، من 1 إلى 200 حرف.',
    'bad-standing': ({ known }: Facts) => `يجب أن يكون «standing» واحدة أو أكثر من: ${String(known)}.`,
    'bad-sort': ({ known }: Facts) => `يجب أن يكون «sort» واحداً من: ${String(known)}.`,
    'bad-format': ({ known }: Facts) => `يجب أن يكون «format» واحداً من: ${String(known)}.`,
    'bad-type': ({ known }: Facts) => `يجب أن يكون «type» واحداً أو أكثر من: ${String(known)}.`,
    'bad-event-type': ({ known }: Facts) => `يجب أن يكون «type» واحداً أو أكثر من: ${String(known)}.`,
    'bad-body': () => 'يجب أن يكون «body» الاسم المختصر لهيئة، مثل board-of-peace.',
    'bad-state': () => 'يجب أن يكون «state» رمز دولة، مثل KAZ.',
    'missing-parameter': ({ parameter }: Facts) => `تحتاج هذه الصفحة إلى المعامل «${String(parameter)}».`,
    'bad-axis': ({ known }: Facts) => `يجب أن يكون «axis» واحداً من: ${String(known)}.`,
    'bad-day': ({ parameter }: Facts) =>
      `يجب أن يكون «${String(parameter)}» يوماً موجوداً، مثل \u20662026-01-19\u2069.`,
    'bad-point': ({ parameter }: Facts) =>
      `يجب أن يكون «${String(parameter)}» موضعاً في السجل، أو لحظة مثل \u20662026-01-19T14:24:00Z\u2069.`,
    'from-after-to': () => 'يجب ألا يقع «to» قبل «from».',
  },
});

type Facts = Readonly<Record<string, string | number>>;
