// The words of the register in both languages. English follows the usage of the UN Treaty Collection, Arabic that of the
// Arabic text of the Vienna Convention on the Law of Treaties.
import type {
  ActType,
  Attestation,
  BodyKind,
  BindingAct,
  ContactKind,
  Ending,
  Instrument,
  Role,
  SignatureKind,
  Standing,
} from '#register';
import type { Language } from './language.js';

type Both<Word extends string> = Readonly<Record<Language, Readonly<Record<Word, string>>>>;

const STANDING: Both<Standing> = {
  en: {
    none: 'no standing',
    invited: 'invited',
    declined: 'declined',
    intending: 'intends to join',
    accepted: 'accepted',
    joined: 'joined',
    signatory: 'signatory',
    consented: 'consented to be bound',
    party: 'party',
    suspended: 'suspended',
    withdrawing: 'withdrawing',
    former: 'former party',
    'not-proceeding': 'not proceeding',
  },
  ar: {
    none: 'لا صفة',
    invited: 'مدعوة',
    declined: 'رافضة',
    intending: 'تعتزم الانضمام',
    accepted: 'قبلت',
    joined: 'منضمة',
    signatory: 'موقِّعة',
    consented: 'ارتضت الالتزام',
    party: 'طرف',
    suspended: 'معلَّقة العضوية',
    withdrawing: 'في طور الانسحاب',
    former: 'طرف سابق',
    'not-proceeding': 'عدلت عن المضي',
  },
};

const OF_ORGANIZATIONS: Both<Standing> = {
  en: { ...STANDING.en, party: 'member', former: 'former member' },
  ar: { ...STANDING.ar, party: 'عضو', former: 'عضو سابق' },
};

/** What the standings are called in a body. */
export type StandingNames = Readonly<Record<Standing, string>>;

/** As they are called in a body of a kind: an organization has members where others have parties. */
export const standingNames = (language: Language, kind?: BodyKind): StandingNames =>
  (kind === 'organization' ? OF_ORGANIZATIONS : STANDING)[language];

export const ATTESTATION: Both<Attestation> = {
  en: {
    reported: 'reported by the press',
    stated: 'stated by another party',
    declared: 'declared by those concerned',
    documented: 'documented in an official list',
    signed: 'signed',
    deposited: 'deposited',
  },
  ar: {
    reported: 'أوردته الصحافة',
    stated: 'صرّح به طرف آخر',
    declared: 'أعلنه صاحب الشأن',
    documented: 'موثّق في قائمة رسمية',
    signed: 'موقَّع',
    deposited: 'مودَع',
  },
};

export const BODY_KIND: Both<BodyKind> = {
  en: { organization: 'organization', accord: 'accord', treaty: 'treaty', forum: 'forum' },
  ar: { organization: 'منظمة', accord: 'اتفاق', treaty: 'معاهدة', forum: 'منتدى' },
};

export const BINDING_ACT: Both<BindingAct> = {
  en: { declaration: 'a declaration', signature: 'the signature', deposit: 'the deposit of an instrument' },
  ar: { declaration: 'الإعلان', signature: 'التوقيع', deposit: 'إيداع صك' },
};

export const ROLE: Both<Role> = {
  en: {
    ordinary: 'ordinary member',
    founding: 'founding member',
    permanent: 'permanent member',
    associate: 'associate',
    observer: 'observer',
  },
  ar: {
    ordinary: 'عضو عادي',
    founding: 'عضو مؤسس',
    permanent: 'عضو دائم',
    associate: 'عضو منتسب',
    observer: 'مراقب',
  },
};

export const SIGNATURE_KIND: Both<SignatureKind> = {
  en: {
    simple: 'simple signature',
    'ad-referendum': 'ad referendum',
    'subject-to-ratification': 'subject to ratification',
    definitive: 'definitive signature',
    succession: 'succession to signature',
    witness: 'as a witness',
  },
  ar: {
    simple: 'توقيع بسيط',
    'ad-referendum': 'بشرط الرجوع إلى الحكومة',
    'subject-to-ratification': 'رهناً بالتصديق',
    definitive: 'توقيع نهائي',
    succession: 'خلافة في التوقيع',
    witness: 'بصفة شاهد',
  },
};

export const INSTRUMENT: Both<Instrument> = {
  en: {
    ratification: 'ratification',
    acceptance: 'acceptance',
    approval: 'approval',
    'formal-confirmation': 'formal confirmation',
    accession: 'accession',
    succession: 'succession',
  },
  ar: {
    ratification: 'تصديق',
    acceptance: 'قبول',
    approval: 'موافقة',
    'formal-confirmation': 'إقرار رسمي',
    accession: 'انضمام',
    succession: 'خلافة',
  },
};

export const ENDING: Both<Ending> = {
  en: {
    withdrawal: 'withdrawal',
    expulsion: 'expulsion',
    term: 'end of the term',
    dissolution: 'dissolution of the body',
    succession: 'succession',
  },
  ar: {
    withdrawal: 'انسحاب',
    expulsion: 'فصل',
    term: 'انتهاء المدة',
    dissolution: 'حل الهيئة',
    succession: 'خلافة',
  },
};

export const CONTACT_KIND: Both<ContactKind> = {
  en: {
    meeting: 'meeting',
    call: 'call',
    summit: 'summit',
    visit: 'visit',
    'relations-established': 'relations established',
  },
  ar: {
    meeting: 'لقاء',
    call: 'اتصال',
    summit: 'قمة',
    visit: 'زيارة',
    'relations-established': 'إقامة علاقات',
  },
};

type EventType = ActType | 'ActCorrected' | 'ActRetracted' | 'ActDenied' | 'ActCorroborated';

/** What is said to have happened, as a heading says it. */
export const ACT: Both<EventType> = {
  en: {
    InvitationReceived: 'Invitation received',
    InvitationWithdrawn: 'Invitation withdrawn',
    MembershipDeclined: 'Membership declined',
    IntentAnnounced: 'Intent announced',
    MembershipAccepted: 'Membership accepted',
    AccordJoined: 'Accord joined',
    CharterSigned: 'Charter signed',
    InstrumentDeposited: 'Instrument deposited',
    MembershipEnteredIntoForce: 'Membership entered into force',
    SignatureRepudiated: 'Signature repudiated',
    ConsentRevoked: 'Consent revoked',
    MembershipSuspended: 'Membership suspended',
    MembershipReinstated: 'Membership reinstated',
    WithdrawalNotified: 'Withdrawal notified',
    WithdrawalRevoked: 'Withdrawal revoked',
    MembershipEnded: 'Membership ended',
    RoleGranted: 'Role granted',
    RoleEnded: 'Role ended',
    ReservationMade: 'Reservation made',
    ReservationWithdrawn: 'Reservation withdrawn',
    DeclarationMade: 'Declaration made',
    DeclarationWithdrawn: 'Declaration withdrawn',
    ObjectionRaised: 'Objection raised',
    ObjectionWithdrawn: 'Objection withdrawn',
    ProvisionalApplicationStarted: 'Provisional application started',
    ProvisionalApplicationEnded: 'Provisional application ended',
    ActCorrected: 'Act corrected',
    ActRetracted: 'Act retracted',
    ActDenied: 'Act denied',
    ActCorroborated: 'Act corroborated',
  },
  ar: {
    InvitationReceived: 'تلقي دعوة',
    InvitationWithdrawn: 'سحب الدعوة',
    MembershipDeclined: 'رفض العضوية',
    IntentAnnounced: 'إعلان النية',
    MembershipAccepted: 'قبول العضوية',
    AccordJoined: 'الانضمام إلى الاتفاق',
    CharterSigned: 'توقيع الميثاق',
    InstrumentDeposited: 'إيداع صك',
    MembershipEnteredIntoForce: 'نفاذ العضوية',
    SignatureRepudiated: 'التنصل من التوقيع',
    ConsentRevoked: 'سحب الرضا بالالتزام',
    MembershipSuspended: 'تعليق العضوية',
    MembershipReinstated: 'إعادة العضوية',
    WithdrawalNotified: 'الإخطار بالانسحاب',
    WithdrawalRevoked: 'الرجوع عن الانسحاب',
    MembershipEnded: 'انتهاء العضوية',
    RoleGranted: 'منح صفة',
    RoleEnded: 'انتهاء صفة',
    ReservationMade: 'إبداء تحفظ',
    ReservationWithdrawn: 'سحب تحفظ',
    DeclarationMade: 'إصدار إعلان',
    DeclarationWithdrawn: 'سحب إعلان',
    ObjectionRaised: 'تقديم اعتراض',
    ObjectionWithdrawn: 'سحب اعتراض',
    ProvisionalApplicationStarted: 'بدء التطبيق المؤقت',
    ProvisionalApplicationEnded: 'انتهاء التطبيق المؤقت',
    ActCorrected: 'تصحيح',
    ActRetracted: 'سحب',
    ActDenied: 'نفي',
    ActCorroborated: 'تأكيد من مصدر آخر',
  },
};
