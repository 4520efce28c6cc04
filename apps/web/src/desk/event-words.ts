// What was recorded of a body, a state, a source or a contact, as a heading says it.
import type { BodyEvent, ContactEvent, SourceEvent, StateEvent } from '#register';
import type { Language } from '../words/language.js';

type Type = (BodyEvent | StateEvent | SourceEvent | ContactEvent)['type'];

const EVENT: Readonly<Record<Language, Readonly<Record<Type, string>>>> = {
  en: {
    BodyRegistered: 'Body registered',
    RuleAmended: 'Rule amended',
    CharterOpenedForSignature: 'Charter opened for signature',
    CeremonyScheduled: 'Ceremony scheduled',
    CharterEnteredIntoForce: 'Charter entered into force',
    OrganEstablished: 'Organ established',
    OrganMemberAppointed: 'Member of an organ appointed',
    OrganMemberLeft: 'Member of an organ left',
    BodyRenamed: 'Body renamed',
    BodyDissolved: 'Body dissolved',
    BodyActRetracted: 'Act of the body retracted',
    StateRegistered: 'State registered',
    NameAdded: 'Name added',
    StateRenamed: 'State renamed',
    StateSucceeded: 'Took the place of others',
    StateDissolved: 'State dissolved',
    SourceRegistered: 'Source registered',
    CopyStored: 'Copy stored',
    SourceDiscredited: 'Source discredited',
    SourceReinstated: 'Source reinstated',
    ContactRecorded: 'Contact recorded',
    ContactRetracted: 'Contact retracted',
    ContactCorroborated: 'Contact corroborated',
  },
  ar: {
    BodyRegistered: 'تسجيل الهيئة',
    RuleAmended: 'تعديل القاعدة',
    CharterOpenedForSignature: 'فتح الميثاق للتوقيع',
    CeremonyScheduled: 'تحديد مراسم',
    CharterEnteredIntoForce: 'نفاذ الميثاق',
    OrganEstablished: 'إنشاء جهاز',
    OrganMemberAppointed: 'تعيين عضو في جهاز',
    OrganMemberLeft: 'مغادرة عضو جهازاً',
    BodyRenamed: 'تغيير اسم الهيئة',
    BodyDissolved: 'حل الهيئة',
    BodyActRetracted: 'سحب عمل للهيئة',
    StateRegistered: 'تسجيل الدولة',
    NameAdded: 'إضافة اسم',
    StateRenamed: 'تغيير اسم الدولة',
    StateSucceeded: 'خلافة دول أخرى',
    StateDissolved: 'زوال الدولة',
    SourceRegistered: 'تسجيل المصدر',
    CopyStored: 'حفظ نسخة',
    SourceDiscredited: 'سحب الثقة من المصدر',
    SourceReinstated: 'إعادة الثقة إلى المصدر',
    ContactRecorded: 'تسجيل اتصال',
    ContactRetracted: 'سحب اتصال',
    ContactCorroborated: 'تأكيد اتصال من مصدر آخر',
  },
};

export const eventWord = (language: Language, type: string): string =>
  (EVENT[language] as Readonly<Record<string, string>>)[type] ?? type;
