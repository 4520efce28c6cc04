// What the fields of a record are called, and in plain words whose word an act rests on.
import type { Attestation, DayBasis } from '#register';
import { words, type Language } from '../words/language.js';

export const LABELS = words({
  en: {
    state: 'State',
    body: 'Body',
    on: 'Day of the act',
    act: 'What happened',
    by: 'By whom',
    'by-state': 'By which state',
    'by-name': 'By which person or organization',
    capacity: 'In what capacity',
    condition: 'On what condition',
    means: 'By what means',
    signature: 'Kind of signature',
    signedBy: 'Signed by',
    place: 'Place',
    instrument: 'Kind of instrument',
    depositary: 'Depositary',
    ending: 'How it ended',
    reason: 'Reason',
    role: 'Role',
    text: 'Its text',
    'text-language': 'Language of that text',
    provisions: 'Provisions that it concerns',
    withdraws: 'Which one is withdrawn',
    to: 'To which state',
    against: 'Event id of the reservation objected to',
    effectiveOn: 'Takes effect on',
    announcedOn: 'Day of the announcement',
    announcedBy: 'Who said it',
    basis: 'That day is the day of',
    attestation: 'Whose word is it?',
    claim: 'Record it as a claim only',
    note: 'Note for the file',
    source: 'Source',
    'source-search': 'Find a registered source',
    quote: 'What the source says of it',
    'new-url': 'Address (URL)',
    'new-outlet': 'Outlet',
    'new-title': 'Title',
    'new-language': 'Language of the text',
    'new-published': 'Day of publication',
    'new-byline': 'By whom it is signed',
    'new-relies': 'Whom it relies on',
    'new-note': 'Note',
    why: 'Why it is another act all the same',
  },
  ar: {
    state: 'الدولة',
    body: 'الهيئة',
    on: 'يوم الفعل',
    act: 'ما الذي حدث',
    by: 'من جانب',
    'by-state': 'من جانب أي دولة',
    'by-name': 'من جانب أي شخص أو منظمة',
    capacity: 'بأي صفة',
    condition: 'بأي شرط',
    means: 'بأي وسيلة',
    signature: 'نوع التوقيع',
    signedBy: 'الموقِّع',
    place: 'المكان',
    instrument: 'نوع الصك',
    depositary: 'الوديع',
    ending: 'كيف انتهت',
    reason: 'السبب',
    role: 'الصفة',
    text: 'نصه',
    'text-language': 'لغة ذلك النص',
    provisions: 'الأحكام التي يتناولها',
    withdraws: 'أيها يُسحب',
    to: 'إلى أي دولة',
    against: 'معرّف قيد التحفظ المعترَض عليه',
    effectiveOn: 'يسري اعتباراً من',
    announcedOn: 'يوم الإعلان',
    announcedBy: 'من قال ذلك',
    basis: 'ذلك اليوم هو يوم',
    attestation: 'قول مَن هذا؟',
    claim: 'سجّله بوصفه ادعاءً فقط',
    note: 'ملاحظة للملف',
    source: 'المصدر',
    'source-search': 'ابحث عن مصدر مسجّل',
    quote: 'ما يقوله المصدر عنه',
    'new-url': 'العنوان الشبكي (URL)',
    'new-outlet': 'الجهة الناشرة',
    'new-title': 'العنوان',
    'new-language': 'لغة النص',
    'new-published': 'يوم النشر',
    'new-byline': 'من وقّعه',
    'new-relies': 'على مَن يعتمد',
    'new-note': 'ملاحظة',
    why: 'لماذا هو فعل آخر مع ذلك',
  },
});

export type LabelName = keyof (typeof LABELS)['en'];

/** What a field is called; its name where it has no label of its own. */
export const labelOf = (language: Language, field: string): string =>
  (LABELS[language] as Readonly<Record<string, string>>)[field] ?? field;

/** Whose word it is, as one would ask; `owner` is the one whose act it is. */
export const WHOSE_WORD: Readonly<
  Record<Language, Readonly<Record<Attestation, (owner: string) => string>>>
> = {
  en: {
    reported: () => 'The press says so; no official is named',
    stated: () => 'An official of another party says so',
    declared: (owner) => `${owner} says so itself, officially`,
    documented: () => 'An official list or data set shows it',
    signed: () => 'The signed document shows it',
    deposited: () => 'The depositary has the instrument',
  },
  ar: {
    reported: () => 'تقوله الصحافة دون تسمية مسؤول',
    stated: () => 'يقوله مسؤول لدى طرف آخر',
    declared: (owner) => `القول الرسمي لصاحب الشأن نفسه (${owner})`,
    documented: () => 'تبيّنه قائمة رسمية أو مجموعة بيانات رسمية',
    signed: () => 'تبيّنه الوثيقة الموقَّعة',
    deposited: () => 'الصك مودَع لدى الوديع',
  },
};

export const BASIS: Readonly<Record<Language, Readonly<Record<DayBasis, string>>>> = {
  en: { act: 'the act itself', announcement: 'its announcement', publication: 'the publication' },
  ar: { act: 'الفعل نفسه', announcement: 'إعلانه', publication: 'النشر' },
};
