// What the pages about accounts say.
import type { AccountRefusal, AccountRole, LogEvent } from '#application';
import { countAr, countEn, words, type Language } from './language.js';

export const SIGN_IN = words({
  en: {
    title: 'Sign in',
    name: 'Name',
    password: 'Password',
    button: 'Sign in',
    with: (provider: string) => `Sign in with ${provider}`,
    refused:
      'The name or the password is not right, or the account is disabled. Check both, or ask whoever manages the accounts for a link.',
    throttled: countEn({
      one: 'Too many attempts. Wait # minute, then try again.',
      other: 'Too many attempts. Wait # minutes, then try again.',
    }),
    unknownToUs:
      'The provider knows you, but no account here is yours. Ask whoever manages the accounts to enter your e-mail address.',
    providerSilent: 'The provider does not answer as it should. Sign in with a password, or try again later.',
    stale: 'That took too long, or was begun in another browser. Sign in again.',
    insecure:
      'This address is not secure, so your browser will not keep you signed in. Open the register over https, or on the machine that it runs on.',
    wantsName: 'Enter your name.',
    wantsPassword: 'Enter your password.',
  },
  ar: {
    title: 'تسجيل الدخول',
    name: 'الاسم',
    password: 'كلمة المرور',
    button: 'تسجيل الدخول',
    with: (provider: string) => `تسجيل الدخول عبر ${provider}`,
    refused: 'الاسم أو كلمة المرور غير صحيحة، أو الحساب معطَّل. تحقق منهما، أو اطلب رابطاً ممن يدير الحسابات.',
    throttled: countAr({
      zero: 'محاولات كثيرة جداً. انتظر قليلاً ثم أعد المحاولة.',
      one: 'محاولات كثيرة جداً. انتظر دقيقة واحدة ثم أعد المحاولة.',
      two: 'محاولات كثيرة جداً. انتظر دقيقتين ثم أعد المحاولة.',
      few: 'محاولات كثيرة جداً. انتظر # دقائق ثم أعد المحاولة.',
      many: 'محاولات كثيرة جداً. انتظر # دقيقة ثم أعد المحاولة.',
      other: 'محاولات كثيرة جداً. انتظر # دقيقة ثم أعد المحاولة.',
    }),
    unknownToUs:
      'يعرفك مزوّد الهوية، لكن لا حساب لك هنا. اطلب ممن يدير الحسابات أن يُدخل عنوان بريدك الإلكتروني.',
    providerSilent: 'لا يجيب مزوّد الهوية كما ينبغي. سجّل الدخول بكلمة مرور، أو أعد المحاولة لاحقاً.',
    stale: 'استغرق ذلك وقتاً أطول من اللازم، أو بدأ في متصفح آخر. سجّل الدخول من جديد.',
    insecure:
      'هذا العنوان غير آمن، ولذلك لن يُبقيك متصفحك مسجَّل الدخول. افتح السجل عبر https، أو على الجهاز الذي يعمل عليه.',
    wantsName: 'أدخل اسمك.',
    wantsPassword: 'أدخل كلمة مرورك.',
  },
});

export const LINK = words({
  en: {
    setUpTitle: 'Set Chancery up',
    setUpAbout:
      'Make the first account. It manages accounts; it records nothing unless you grant it that as well.',
    invitationTitle: 'Welcome',
    resetTitle: 'Choose a new password',
    about: (name: string) => `You sign in as ${name} from now on.`,
    name: 'Name to sign in with',
    nameHint:
      'Letters, digits and . _ @ + - of any script, without blanks. It never changes: what you do is recorded under it.',
    displayName: 'Name to show',
    password: 'Password',
    passwordHint: 'At least 12 characters; a few words are good. Nothing else is asked of it.',
    again: 'The same password again',
    button: 'Save and sign in',
    deadTitle: 'This link no longer works',
    dead: 'It was used already, is too old, or was never given out. Ask whoever manages the accounts for another.',
    different: 'The two passwords are not the same.',
  },
  ar: {
    setUpTitle: 'إعداد Chancery',
    setUpAbout: 'أنشئ الحساب الأول. يدير هذا الحساب الحسابات، ولا يسجّل شيئاً ما لم تمنحه ذلك أيضاً.',
    invitationTitle: 'أهلاً بك',
    resetTitle: 'اختر كلمة مرور جديدة',
    about: (name: string) => `ستسجّل الدخول من الآن باسم ${name}.`,
    name: 'اسم تسجيل الدخول',
    nameHint: 'حروف وأرقام و. _ @ + - بأي كتابة، بلا فراغات. لا يتغيّر أبداً، فما تفعله يُسجَّل به.',
    displayName: 'الاسم المعروض',
    password: 'كلمة المرور',
    passwordHint: '12 حرفاً على الأقل؛ بضع كلمات تكفي. ولا يُشترط غير ذلك.',
    again: 'كلمة المرور نفسها مرة أخرى',
    button: 'احفظ وسجّل الدخول',
    deadTitle: 'لم يعد هذا الرابط صالحاً',
    dead: 'استُعمل من قبل، أو قدُم، أو لم يُصدَر قط. اطلب رابطاً آخر ممن يدير الحسابات.',
    different: 'كلمتا المرور غير متطابقتين.',
  },
});

export const OWN_ACCOUNT = words({
  en: {
    title: 'Your account',
    name: 'Name',
    roles: 'Roles',
    noRoles: 'none',
    passwordTitle: 'Change your password',
    current: 'Current password',
    new: 'New password',
    change: 'Change the password',
    wrong: 'This is not your current password, or it was tried too often. Wait a while, or ask for a link.',
    sessions: 'Your sessions',
    begun: 'Begun',
    seen: 'Last used',
    from: 'From',
    browser: 'Browser',
    action: 'Action',
    thisOne: 'this one',
    end: 'End',
    endThat: (begun: string) => `End the session begun ${begun}`,
    endOthers: 'End all others',
  },
  ar: {
    title: 'حسابك',
    name: 'الاسم',
    roles: 'الأدوار',
    noRoles: 'لا شيء',
    passwordTitle: 'غيّر كلمة مرورك',
    current: 'كلمة المرور الحالية',
    new: 'كلمة المرور الجديدة',
    change: 'غيّر كلمة المرور',
    wrong: 'ليست هذه كلمة مرورك الحالية، أو جُرّبت مرات كثيرة. انتظر قليلاً أو اطلب رابطاً.',
    sessions: 'جلساتك',
    begun: 'بدأت',
    seen: 'آخر استعمال',
    from: 'من',
    browser: 'المتصفح',
    action: 'إجراء',
    thisOne: 'هذه الجلسة',
    end: 'أنهِ',
    endThat: (begun: string) => `أنهِ الجلسة التي بدأت ${begun}`,
    endOthers: 'أنهِ كل ما عداها',
  },
});

export const USERS = words({
  en: {
    title: 'Users',
    name: 'Name',
    displayName: 'Name to show',
    roles: 'Roles',
    state: 'State',
    enabled: 'active',
    disabled: 'disabled',
    noRoles: 'none',
    invite: 'Invite somebody',
    inviteButton: 'Make the invitation',
    email: 'E-mail address',
    emailHint:
      'Only for signing in with a provider: whoever it says has this verified address is this account.',
    log: 'Log of accounts',
    back: 'All users',
    saveRoles: 'Save the roles',
    saveEmail: 'Save the address',
    linked: (issuer: string) => `Linked to an identity at ${issuer}.`,
    disable: 'Disable the account',
    enable: 'Enable the account',
    disableHint: 'Ends all sessions at once. Nothing that the account recorded changes.',
    sessions: countEn({ one: '# open session', other: '# open sessions' }),
    endSessions: 'End all sessions',
    link: 'Make a link to choose a new password',
    linkHint: 'It works once, for one day, and takes the place of any earlier link.',
    linkTitle: 'Hand this link over',
    linkOnce: (name: string) =>
      `By this link ${name} chooses a password. It is shown only now; hand it over by a way that only they read.`,
    linkValidInvitation: 'It works once, within seven days.',
    linkValidReset: 'It works once, within one day.',
    access: 'Access',
  },
  ar: {
    title: 'المستخدمون',
    name: 'الاسم',
    displayName: 'الاسم المعروض',
    roles: 'الأدوار',
    state: 'الحالة',
    enabled: 'فعّال',
    disabled: 'معطَّل',
    noRoles: 'لا شيء',
    invite: 'ادعُ شخصاً',
    inviteButton: 'أنشئ الدعوة',
    email: 'عنوان البريد الإلكتروني',
    emailHint: 'لتسجيل الدخول عبر مزوّد هوية فقط: من يقول المزوّد إن هذا العنوان المتحقَّق منه له فهذا حسابه.',
    log: 'سجل الحسابات',
    back: 'كل المستخدمين',
    saveRoles: 'احفظ الأدوار',
    saveEmail: 'احفظ العنوان',
    linked: (issuer: string) => `مرتبط بهوية لدى ${issuer}.`,
    disable: 'عطّل الحساب',
    enable: 'فعّل الحساب',
    disableHint: 'ينهي كل الجلسات فوراً. ولا يتغيّر شيء مما سجّله الحساب.',
    sessions: countAr({
      zero: 'لا جلسات مفتوحة',
      one: 'جلسة مفتوحة واحدة',
      two: 'جلستان مفتوحتان',
      few: '# جلسات مفتوحة',
      many: '# جلسة مفتوحة',
      other: '# جلسة مفتوحة',
    }),
    endSessions: 'أنهِ كل الجلسات',
    link: 'أنشئ رابطاً لاختيار كلمة مرور جديدة',
    linkHint: 'يعمل مرة واحدة خلال يوم، ويحل محل أي رابط سابق.',
    linkTitle: 'سلّم هذا الرابط',
    linkOnce: (name: string) =>
      `بهذا الرابط يختار ${name} كلمة مرور. لا يُعرض إلا الآن؛ سلّمه بطريق لا يقرؤه غيره.`,
    linkValidInvitation: 'يعمل مرة واحدة خلال سبعة أيام.',
    linkValidReset: 'يعمل مرة واحدة خلال يوم واحد.',
    access: 'الدخول',
  },
});

export const ACCOUNT_LOG = words({
  en: {
    title: 'Log of accounts',
    about: 'Every sign-in and every attempt, and who changed what. It is only added to.',
    at: 'When',
    event: 'What',
    account: 'Account',
    by: 'By',
    from: 'From',
    browser: 'Browser',
    detail: 'More',
    all: 'all',
    nobody: 'unknown name',
    filter: 'Show',
    none: 'Nothing like that.',
    older: 'Older',
  },
  ar: {
    title: 'سجل الحسابات',
    about: 'كل تسجيل دخول وكل محاولة، ومن غيّر ماذا. لا يُحذف منه شيء ولا يُعدَّل.',
    at: 'متى',
    event: 'ماذا',
    account: 'الحساب',
    by: 'بواسطة',
    from: 'من',
    browser: 'المتصفح',
    detail: 'تفاصيل',
    all: 'الكل',
    nobody: 'اسم غير معروف',
    filter: 'اعرض',
    none: 'لا شيء من ذلك.',
    older: 'الأقدم',
  },
});

type Both<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

export const ROLE_NAME: Both<AccountRole> = {
  en: { recorder: 'Recorder', auditor: 'Auditor', admin: 'Administrator' },
  ar: { recorder: 'مسجِّل', auditor: 'مدقِّق', admin: 'مدير' },
};

export const ROLE_HINT: Both<AccountRole> = {
  en: {
    recorder: 'records acts, corrects and imports',
    auditor: 'reads the audit pages, replays and exports; writes nothing',
    admin: 'manages users, bodies and settings; does not record',
  },
  ar: {
    recorder: 'يسجّل الأعمال ويصححها ويستوردها',
    auditor: 'يقرأ صفحات التدقيق ويعيد التشغيل ويصدّر؛ ولا يكتب شيئاً',
    admin: 'يدير المستخدمين والهيئات والإعدادات؛ ولا يسجّل',
  },
};

export const LOG_EVENT: Both<LogEvent> = {
  en: {
    'signed-in': 'signed in',
    'sign-in-failed': 'failed to sign in',
    'sign-in-throttled': 'tried too often',
    'signed-out': 'signed out',
    'session-ended': 'session ended',
    'account-added': 'account added',
    'link-made': 'link made',
    'password-set': 'password chosen',
    'roles-set': 'roles changed',
    'email-set': 'e-mail address changed',
    disabled: 'disabled',
    enabled: 'enabled',
    'oidc-linked': 'linked to a provider',
  },
  ar: {
    'signed-in': 'سجّل الدخول',
    'sign-in-failed': 'أخفق في تسجيل الدخول',
    'sign-in-throttled': 'حاول مرات كثيرة',
    'signed-out': 'سجّل الخروج',
    'session-ended': 'أُنهيت جلسة',
    'account-added': 'أُضيف الحساب',
    'link-made': 'أُنشئ رابط',
    'password-set': 'اختيرت كلمة المرور',
    'roles-set': 'تغيّرت الأدوار',
    'email-set': 'تغيّر عنوان البريد',
    disabled: 'عُطِّل',
    enabled: 'فُعِّل',
    'oidc-linked': 'رُبط بمزوّد هوية',
  },
};

/** How somebody signed in, and what a link was for. */
export const LOG_DETAIL: Both<'password' | 'oidc' | 'password-chosen' | 'invitation' | 'reset'> = {
  en: {
    password: 'by password',
    oidc: 'by a provider',
    'password-chosen': 'after choosing a password',
    invitation: 'invitation',
    reset: 'new password',
  },
  ar: {
    password: 'بكلمة مرور',
    oidc: 'عبر مزوّد هوية',
    'password-chosen': 'بعد اختيار كلمة مرور',
    invitation: 'دعوة',
    reset: 'كلمة مرور جديدة',
  },
};

export const ACCOUNT_REFUSAL: Both<AccountRefusal> = {
  en: {
    'bad-name':
      'The name to sign in with takes letters, digits and . _ @ + -, and begins with a letter or a digit.',
    'name-taken': 'There is an account with this name already.',
    'no-display-name': 'Enter a name to show, of up to 100 characters.',
    'bad-email': 'This is not an e-mail address.',
    'email-taken': 'Another account has this e-mail address.',
    'unknown-account': 'There is no such account.',
    'last-admin': 'This is the last administrator. Make somebody else one first.',
    'set-up-done': 'There is an administrator already.',
    'password-too-short': 'The password is too short: it takes at least 12 characters.',
    'password-too-long': 'The password is too long: it takes at most 1000 characters.',
    'dead-link': 'This link no longer works.',
    'oidc-taken': 'This identity belongs to another account.',
  },
  ar: {
    'bad-name': 'يتألف اسم تسجيل الدخول من حروف وأرقام و. _ @ + -، ويبدأ بحرف أو رقم.',
    'name-taken': 'يوجد حساب بهذا الاسم.',
    'no-display-name': 'أدخل اسماً معروضاً لا يزيد على 100 حرف.',
    'bad-email': 'ليس هذا عنوان بريد إلكتروني.',
    'email-taken': 'لحساب آخر عنوان البريد هذا.',
    'unknown-account': 'لا يوجد حساب كهذا.',
    'last-admin': 'هذا آخر مدير. اجعل غيره مديراً أولاً.',
    'set-up-done': 'يوجد مدير بالفعل.',
    'password-too-short': 'كلمة المرور قصيرة: أقلها 12 حرفاً.',
    'password-too-long': 'كلمة المرور طويلة: أقصاها 1000 حرف.',
    'dead-link': 'لم يعد هذا الرابط صالحاً.',
    'oidc-taken': 'هذه الهوية لحساب آخر.',
  },
};

/** What was done, said once above the next page; its code travels in the address. */
export const DONE: Both<
  'password' | 'session' | 'sessions' | 'roles' | 'email' | 'disabled' | 'enabled' | 'signed-out'
> = {
  en: {
    password: 'Your password is changed, and your other sessions have ended.',
    session: 'The session has ended.',
    sessions: 'The sessions have ended.',
    roles: 'The roles are saved.',
    email: 'The address is saved.',
    disabled: 'The account is disabled, and its sessions have ended.',
    enabled: 'The account is enabled.',
    'signed-out': 'You are signed out.',
  },
  ar: {
    password: 'غُيِّرت كلمة مرورك، وانتهت جلساتك الأخرى.',
    session: 'انتهت الجلسة.',
    sessions: 'انتهت الجلسات.',
    roles: 'حُفظت الأدوار.',
    email: 'حُفظ العنوان.',
    disabled: 'عُطِّل الحساب وانتهت جلساته.',
    enabled: 'فُعِّل الحساب.',
    'signed-out': 'سُجِّل خروجك.',
  },
};
export type Done = keyof (typeof DONE)['en'];
