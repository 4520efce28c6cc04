// What the REST surface says against a request, in English and Arabic. Facts go into {braces}.

export interface Sentence {
  readonly status: number;
  readonly en: readonly [title: string, detail: string];
  readonly ar: readonly [title: string, detail: string];
}

export const SENTENCES = {
  'unknown-parameter': {
    status: 400,
    en: ['Unknown parameter', 'This address does not take the parameter “{parameter}”. It takes: {known}.'],
    ar: ['معامل غير معروف', 'هذا العنوان لا يقبل المعامل «{parameter}». يقبل: {known}.'],
  },
  'no-parameters': {
    status: 400,
    en: ['Unknown parameter', 'This address takes no parameters, and so not “{parameter}”.'],
    ar: ['معامل غير معروف', 'هذا العنوان لا يقبل معاملات، ولا يقبل «{parameter}».'],
  },
  'bad-as-of': {
    status: 400,
    en: ['Not a day', '“asOf” must be a day that exists, such as 2026-01-19.'],
    ar: ['ليس يوماً', 'يجب أن يكون «asOf» يوماً موجوداً، مثل 2026-01-19.'],
  },
  'bad-known-at': {
    status: 400,
    en: ['Not an instant', '“knownAt” must be an instant with its time zone, such as 2026-01-19T14:24:00Z.'],
    ar: ['ليست لحظة زمنية', 'يجب أن يكون «knownAt» لحظة مع منطقتها الزمنية، مثل 2026-01-19T14:24:00Z.'],
  },
  'known-at-in-future': {
    status: 400,
    en: ['In the future', '“{parameter}” lies in the future; nobody can say what will be known then.'],
    ar: ['في المستقبل', 'تقع «{parameter}» في المستقبل، ولا أحد يعلم ما سيكون معروفاً حينها.'],
  },
  'bad-position': {
    status: 400,
    en: ['Not a position', '“{parameter}” must be a whole number from 0.'],
    ar: ['ليس موضعاً', 'يجب أن يكون «{parameter}» عدداً صحيحاً يبدأ من 0.'],
  },
  'position-ahead': {
    status: 400,
    en: ['Beyond the log', '“{parameter}” lies beyond the end of the log, which is {head}.'],
    ar: ['بعد نهاية السجل', 'يقع «{parameter}» بعد نهاية السجل، وهي {head}.'],
  },
  'two-known-clocks': {
    status: 400,
    en: ['Two answers to one question', 'Give either “knownAt” or “atPosition”, not both.'],
    ar: ['جوابان لسؤال واحد', 'استخدم «knownAt» أو «atPosition»، لا كليهما.'],
  },
  'bad-limit': {
    status: 400,
    en: ['Not a page size', '“limit” must be a whole number from 1 to {most}.'],
    ar: ['ليس حجم صفحة', 'يجب أن يكون «limit» عدداً صحيحاً من 1 إلى {most}.'],
  },
  'bad-cursor': {
    status: 400,
    en: ['Not a cursor', '“cursor” is not one that this register gave out; take it from a “next” link.'],
    ar: ['ليس مؤشر صفحة', '«cursor» ليس مما أصدره هذا السجل؛ خذه من رابط «next».'],
  },
  'bad-q': {
    status: 400,
    en: ['Nothing to look for', '“q” must be a name or a part of one, of 1 to 200 characters.'],
    ar: ['لا شيء للبحث عنه', 'يجب أن يكون «q» اسماً أو جزءاً من اسم، من 1 إلى 200 حرف.'],
  },
  'bad-standing': {
    status: 400,
    en: ['Unknown standing', '“standing” must be one or more, with commas between, of: {known}.'],
    ar: ['صفة غير معروفة', 'يجب أن يكون «standing» واحدة أو أكثر، تفصل بينها فواصل، من: {known}.'],
  },
  'bad-sort': {
    status: 400,
    en: ['Unknown order', '“sort” must be one of: {known}.'],
    ar: ['ترتيب غير معروف', 'يجب أن يكون «sort» واحداً من: {known}.'],
  },
  'bad-format': {
    status: 400,
    en: ['Unknown format', '“format” must be one of: {known}.'],
    ar: ['صيغة غير معروفة', 'يجب أن يكون «format» واحداً من: {known}.'],
  },
  'too-many-rows': {
    status: 400,
    en: [
      'Too long for a workbook',
      'A workbook takes at most {most} rows of a list. Narrow the list, or take the whole of it with format=csv or format=ndjson.',
    ],
    ar: [
      'أطول من مصنف',
      'لا يتسع المصنف لأكثر من {most} صف من القائمة. ضيّق القائمة، أو خذها كاملة بـ format=csv أو format=ndjson.',
    ],
  },
  'bad-type': {
    status: 400,
    en: ['Unknown type of act', '“type” must be one or more, with commas between, of: {known}.'],
    ar: ['نوع عمل غير معروف', 'يجب أن يكون «type» واحداً أو أكثر، تفصل بينها فواصل، من: {known}.'],
  },
  'bad-event-type': {
    status: 400,
    en: ['Unknown type of event', '“type” must be one or more, with commas between, of: {known}.'],
    ar: ['نوع حدث غير معروف', 'يجب أن يكون «type» واحداً أو أكثر، تفصل بينها فواصل، من: {known}.'],
  },
  'bad-body': {
    status: 400,
    en: ['Not the short name of a body', '“body” must be the short name of a body, such as board-of-peace.'],
    ar: ['ليس اسماً مختصراً لهيئة', 'يجب أن يكون «body» الاسم المختصر لهيئة، مثل board-of-peace.'],
  },
  'bad-state': {
    status: 400,
    en: ['Not the code of a state', '“state” must be the code of a state, such as KAZ.'],
    ar: ['ليس رمز دولة', 'يجب أن يكون «state» رمز دولة، مثل KAZ.'],
  },
  'missing-parameter': {
    status: 400,
    en: ['Something is missing', 'This address needs the parameter “{parameter}”.'],
    ar: ['ينقص شيء', 'يحتاج هذا العنوان إلى المعامل «{parameter}».'],
  },
  'bad-axis': {
    status: 400,
    en: ['Unknown clock', '“axis” must be one of: {known}.'],
    ar: ['محور زمني غير معروف', 'يجب أن يكون «axis» واحداً من: {known}.'],
  },
  'bad-day': {
    status: 400,
    en: ['Not a day', '“{parameter}” must be a day that exists, such as 2026-01-19.'],
    ar: ['ليس يوماً', 'يجب أن يكون «{parameter}» يوماً موجوداً، مثل 2026-01-19.'],
  },
  'bad-point': {
    status: 400,
    en: [
      'Not a point of the log',
      '“{parameter}” must be a position of the log, or an instant with its time zone, such as 2026-01-19T14:24:00Z.',
    ],
    ar: [
      'ليست نقطة في السجل',
      'يجب أن يكون «{parameter}» موضعاً في السجل، أو لحظة مع منطقتها الزمنية، مثل 2026-01-19T14:24:00Z.',
    ],
  },
  'from-after-to': {
    status: 400,
    en: ['The wrong way round', '“to” must not lie before “from”.'],
    ar: ['بالترتيب المعكوس', 'يجب ألا يقع «to» قبل «from».'],
  },
  'repeated-parameter': {
    status: 400,
    en: ['Given twice', 'The parameter “{parameter}” may be given only once.'],
    ar: ['مكرّر', 'لا يجوز إعطاء المعامل «{parameter}» أكثر من مرة.'],
  },
  'unknown-state': {
    status: 404,
    en: [
      'Unknown state',
      'The register has no state with the code “{state}” as known at position {position}.',
    ],
    ar: ['دولة غير معروفة', 'لا توجد في السجل دولة رمزها «{state}» بحسب المعلوم عند الموضع {position}.'],
  },
  'unknown-body': {
    status: 404,
    en: ['Unknown body', 'The register has no body “{body}” as known at position {position}.'],
    ar: ['هيئة غير معروفة', 'لا توجد في السجل هيئة «{body}» بحسب المعلوم عند الموضع {position}.'],
  },
  'unknown-source': {
    status: 404,
    en: ['Unknown source', 'The register has no source “{source}” as known at position {position}.'],
    ar: ['مصدر غير معروف', 'لا يوجد في السجل مصدر «{source}» بحسب المعلوم عند الموضع {position}.'],
  },
  'unknown-copy': {
    status: 404,
    en: ['No such copy', 'The source “{source}” has no stored copy {sha256}.'],
    ar: ['لا توجد نسخة كهذه', 'لا توجد للمصدر «{source}» نسخة محفوظة {sha256}.'],
  },
  'unknown-event': {
    status: 404,
    en: ['Unknown event', 'The log has no event “{event}”.'],
    ar: ['حدث غير معروف', 'لا يوجد في السجل حدث «{event}».'],
  },
  'unknown-problem': {
    status: 404,
    en: ['Unknown problem', 'There is no problem with the code “{problem}”.'],
    ar: ['مشكلة غير معروفة', 'لا توجد مشكلة رمزها «{problem}».'],
  },
  'not-found': {
    status: 404,
    en: ['Nothing here', 'There is nothing at {path}. The landing page {landing} lists what there is.'],
    ar: ['لا شيء هنا', 'لا يوجد شيء في {path}. تجد ما هو موجود في {landing}.'],
  },
  'method-not-allowed': {
    status: 405,
    en: ['Reading only', 'These addresses are read with GET or HEAD; acts are recorded through the forms.'],
    ar: ['للقراءة فقط', 'تُقرأ هذه العناوين بطريقة GET أو HEAD؛ وتُسجَّل الأعمال عبر النماذج.'],
  },
  'address-too-long': {
    status: 414,
    en: [
      'Address too long',
      'No code in this register is that long, and so there is nothing at this address.',
    ],
    ar: ['العنوان طويل جداً', 'لا يوجد في هذا السجل رمز بهذا الطول، فلا شيء في هذا العنوان.'],
  },
  'too-many-requests': {
    status: 429,
    en: [
      'Too many requests',
      'This address has asked more often than one may in a minute. Ask again in {seconds} seconds; RateLimit says beforehand what is left.',
    ],
    ar: [
      'طلبات كثيرة جداً',
      'تجاوز هذا العنوان عدد الطلبات المسموح به في الدقيقة. أعد المحاولة بعد {seconds} ثانية؛ وتبيّن الترويسة RateLimit مسبقاً ما بقي.',
    ],
  },
  'headers-too-long': {
    status: 431,
    en: ['Too much at once', 'The address and the headers of the request are too long together.'],
    ar: ['أكثر مما يُقرأ', 'عنوان الطلب وترويساته معاً أطول مما يُقبل.'],
  },
  'bad-request': {
    status: 400,
    en: ['Bad request', 'The request could not be read.'],
    ar: ['طلب غير صالح', 'تعذّرت قراءة الطلب.'],
  },
  behind: {
    status: 503,
    en: [
      'Still catching up',
      'The register has not yet taken in position {wanted}; it is at {position}. Try again shortly.',
    ],
    ar: ['قيد اللحاق', 'لم يستوعب السجل بعد الموضع {wanted}؛ هو الآن عند {position}. أعد المحاولة بعد قليل.'],
  },
  'database-away': {
    status: 503,
    en: ['Database away', 'The database does not answer just now. Try again shortly.'],
    ar: ['قاعدة البيانات غير متاحة', 'قاعدة البيانات لا تستجيب الآن. أعد المحاولة بعد قليل.'],
  },
  'internal-error': {
    status: 500,
    en: ['Our mistake', 'Something went wrong on our side; it is in our log.'],
    ar: ['خطأ من جانبنا', 'حدث خطأ من جانبنا وقد سُجِّل لدينا.'],
  },
} as const satisfies Record<string, Sentence>;

/** What goes into a sentence. */
export type Facts = Readonly<Record<string, string | number>>;

export type ProblemCode = keyof typeof SENTENCES;
export type Language = 'en' | 'ar';

/** Title and detail of a problem, with its facts filled in. */
export function explain(code: ProblemCode, facts: Facts, language: Language) {
  const [title, detail] = SENTENCES[code][language];
  return { title, detail: detail.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '')) };
}
