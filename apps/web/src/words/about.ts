// What each standing and each attestation means, as the page about the data defines them. The definitions follow the
// register's own rules (standing.ts, vocabulary.ts) and the Vienna Convention on the Law of Treaties.
import type { Attestation, Standing } from '#register';
import type { Language } from './language.js';

export const STANDING_MEANS: Readonly<Record<Language, Readonly<Record<Standing, string>>>> = {
  en: {
    none: 'Nothing that counts is known between the state and the body, or what there was has been undone.',
    invited: 'The body, or a state that speaks for it, has asked it to join. The state has not answered.',
    declined: 'It has said that it will not join, or not unless a condition is met.',
    intending: 'It has announced that it means to join, and has not yet done what joining takes.',
    accepted: 'It has said yes to an invitation, by letter or statement; the binding act is still to come.',
    joined: 'It has declared that it joins; the rule of the body asks for a further act before it is bound.',
    signatory:
      'It has signed, and the signature does not yet bind it: it must not defeat the object of what it signed (VCLT art. 18).',
    consented: 'It has done all that binds it, and the body is not yet in force for it.',
    party: 'It is bound, and the body is in force for it. Of an organization one says “member”.',
    suspended: 'It is a party whose rights are suspended.',
    withdrawing: 'It has given notice that it leaves; until that takes effect it is still bound.',
    former:
      'It was a party, and is one no more: it left, was expelled, or its membership or the body came to an end.',
    'not-proceeding': 'It had signed and has made clear that it does not intend to become a party.',
  },
  ar: {
    none: 'لا يُعرف بين الدولة والهيئة شيء محتسب، أو أن ما كان قد أُبطل.',
    invited: 'دعتها الهيئة، أو دولة تتحدث باسمها، إلى الانضمام، ولم تُجب بعد.',
    declined: 'قالت إنها لن تنضم، أو لن تنضم إلا بتحقق شرط.',
    intending: 'أعلنت أنها تنوي الانضمام، ولم تقم بعد بما يقتضيه.',
    accepted: 'أجابت الدعوة بالقبول، برسالة أو بيان؛ والعمل الملزم لم يأت بعد.',
    joined: 'أعلنت انضمامها؛ وقاعدة الهيئة تقتضي عملاً آخر قبل أن تلتزم.',
    signatory:
      'وقّعت، والتوقيع لا يلزمها بعد: عليها ألا تعطّل موضوع ما وقّعته والغرض منه (المادة 18 من اتفاقية فيينا لقانون المعاهدات).',
    consented: 'قامت بكل ما يلزمها، ولم تدخل الهيئة حيز النفاذ بالنسبة إليها بعد.',
    party: 'ملتزمة، والهيئة نافذة بالنسبة إليها. ويقال في المنظمة «عضو».',
    suspended: 'طرف عُلّقت حقوقه.',
    withdrawing: 'أخطرت بأنها تنسحب؛ وتبقى ملتزمة إلى أن يسري الانسحاب.',
    former: 'كانت طرفاً ولم تعد: انسحبت أو فُصلت أو انتهت عضويتها أو انتهت الهيئة.',
    'not-proceeding': 'كانت قد وقّعت ثم أوضحت أنها لا تنوي أن تصبح طرفاً.',
  },
};

export const ATTESTATION_MEANS: Readonly<Record<Language, Readonly<Record<Attestation, string>>>> = {
  en: {
    reported: 'The press says so, on its own account or on that of a source that it does not name.',
    stated: 'Another party says so officially: a capital speaks of what a third state did.',
    declared:
      'The one whose act it is says so officially: the state of its acceptance, the inviter of its invitation, the body of its organs and roles.',
    documented: 'It stands in an official list or a reference data set.',
    signed: 'There is a signature.',
    deposited: 'An instrument lies with the depositary.',
  },
  ar: {
    reported: 'تقوله الصحافة، عن نفسها أو عن مصدر لا تسميه.',
    stated: 'يقوله طرف آخر رسمياً: عاصمة تتحدث عمّا فعلته دولة ثالثة.',
    declared:
      'يقوله رسمياً صاحب العمل نفسه: الدولة عن قبولها، والداعي عن دعوته، والهيئة عن أجهزتها وصفات أعضائها.',
    documented: 'وارد في قائمة رسمية أو مجموعة بيانات مرجعية.',
    signed: 'هناك توقيع.',
    deposited: 'هناك صك لدى الوديع.',
  },
};
