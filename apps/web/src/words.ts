// What the pages say, in English and Arabic.

export const WORDS = {
  en: {
    dir: 'ltr',
    title: 'Chancery',
    about:
      'A register of which states belong to which international bodies: since when, by whose word, and what was known when.',
    bodies: 'Bodies',
    body: 'Body',
    standings: 'Standings today, by the states’ own words',
    none: 'Nothing is registered yet.',
    rest: 'Read by programs: the REST interface',
    other: 'العربية',
    otherLanguage: 'ar',
  },
  ar: {
    dir: 'rtl',
    title: 'Chancery',
    about: 'سجل لعضوية الدول في الهيئات الدولية: منذ متى، وعلى قول مَن، وما الذي كان معروفاً ومتى.',
    bodies: 'الهيئات',
    body: 'الهيئة',
    standings: 'الصفات اليوم، بحسب أقوال الدول نفسها',
    none: 'لم يُسجَّل شيء بعد.',
    rest: 'للبرامج: واجهة REST',
    other: 'English',
    otherLanguage: 'en',
  },
} as const;

export type Language = keyof typeof WORDS;

const STANDING_WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {},
  ar: {
    none: 'لا صفة',
    invited: 'مدعوة',
    declined: 'رافضة',
    intending: 'تعتزم الانضمام',
    accepted: 'قابلة',
    joined: 'منضمة',
    signatory: 'موقِّعة',
    consented: 'ملتزمة',
    party: 'طرف',
    suspended: 'معلَّقة',
    withdrawing: 'منسحبة قيد النفاذ',
    former: 'سابقة',
    'not-proceeding': 'متراجعة',
  },
};

/** A standing in a language. */
export const standingWord = (standing: string, language: Language): string =>
  STANDING_WORDS[language][standing] ?? standing;
