// Forms of acts and corrections that the register refuses.
import { demoRow } from '../../../../../test/support/demo-facts.js';
import { posted, type Codes } from './refused-form.js';

const KAZ = { state: 'KAZ', body: 'board-of-peace' };
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** The form of an act with everything in it, sent to be checked. */
const act = (fields: Readonly<Record<string, string>>) => {
  const whole: Record<string, string> = {
    ...{
      state: 'ARM',
      body: 'abraham-accords',
      on: '2026-03-01',
      act: 'AccordJoined',
      attestation: 'declared',
    },
    ...{ 'new-outlet': 'الأمصار', 'new-language': 'ar', 'new-title': 'خبر' },
    ...fields,
  };
  return posted('/admin/record', { ...whole, asked: whole['act'] ?? '', next: 'check' });
};

export const REFUSED_ACTS = {
  'act-not-legal': {
    send: act({ act: 'MembershipReinstated' }),
    field: 'act',
    en: '“Membership reinstated” cannot follow: on 1 March 2026 the standing is “no standing”. Choose another act or another day. Possible there: Invitation received,',
    ar: 'لا يمكن أن يلي «إعادة العضوية» ما سبقه: فالصفة في 1 مارس 2026 هي «لا صفة». اختر عملاً آخر أو يوماً آخر. الممكن هناك: تلقي دعوة،',
  },
  'body-dissolved': {
    send: act({ body: 'league', act: 'InvitationReceived', 'by-state': 'USA' }),
    field: 'on',
    en: 'The body was dissolved on 1 February 2026; “Invitation received” on 1 March 2026 cannot move a standing in it. Correct the day, or record it as a claim.',
    ar: 'حُلّت الهيئة في 1 فبراير 2026، فلا يغيّر «تلقي دعوة» في 1 مارس 2026 صفةً فيها. صحّح اليوم، أو سجّله بوصفه ادعاءً.',
  },
  'effect-before-notice': {
    send: act({ ...KAZ, act: 'WithdrawalNotified', effectiveOn: '2026-02-20' }),
    field: 'effectiveOn',
    en: '20 February 2026 lies before 1 March 2026. Correct “takes effect on” or the day of the act.',
    ar: '20 فبراير 2026 يسبق 1 مارس 2026. صحّح «يسري اعتباراً من» أو يوم العمل.',
  },
  'not-own-word': {
    send: act({ act: 'IntentAnnounced', 'by-state': 'USA' }),
    field: 'attestation',
    en: 'United States of America speaks of Armenia here. Its word is “stated by another party” at most',
    ar: 'المتحدث هنا عن أرمينيا هو الولايات المتحدة. أقصى ما لقوله «صرّح به طرف آخر»',
  },
  'speaker-without-state': {
    send: act({ act: 'IntentAnnounced', 'by-name': 'Badr' }),
    field: 'by-state',
    en: 'For which state does Badr speak? Choose it beside the name; “declared” is for Armenia’s own word.',
    ar: 'باسم أي دولة يتحدث Badr؟ اخترها بجانب الاسم؛ أما «أعلنه صاحب الشأن» فلقول دولة أرمينيا نفسها.',
  },
  'state-not-there': {
    send: act({ state: 'SUN' }),
    field: 'on',
    en: 'USSR did not exist on 1 March 2026; it did from 30 December 1922 until 26 December 1991. Correct the state or the day.',
    ar: 'لم تكن دولة الاتحاد السوفيتي قائمة في 1 مارس 2026، بل منذ 30 ديسمبر 1922 حتى 26 ديسمبر 1991. صحّح الدولة أو اليوم.',
  },
  'unknown-act': {
    send: act({ ...KAZ, act: 'ReservationWithdrawn', withdraws: NOBODY }),
    field: 'withdraws',
    en: 'The act that this speaks of is not on record in this membership. Choose one that is listed.',
    ar: 'العمل المقصود غير مسجّل في هذه العضوية. اختر عملاً من القائمة.',
  },
  'not-correctable': {
    send: act({
      ...{ ...KAZ, act: 'ReservationWithdrawn' },
      withdraws: demoRow('kaz-board-of-peace-signed').eventId,
    }),
    field: 'withdraws',
    en: 'Choose an act of the right kind, or an act that is still on record.',
    ar: 'اختر عملاً من النوع المناسب، أو عملاً ما زال مسجّلاً.',
  },
  'unknown-state': {
    send: act({ state: 'QQQ' }),
    field: 'state',
    en: 'The register has no state “QQQ”. Choose one of the list.',
    ar: 'لا توجد في السجل دولة «QQQ». اختر من القائمة.',
  },
  'unknown-body': {
    send: act({ body: 'nowhere' }),
    field: 'body',
    en: 'The register has no body “nowhere”. Choose one of the list.',
    ar: 'لا توجد في السجل هيئة «nowhere». اختر من القائمة.',
  },
  'unknown-source': {
    send: act({ source: 'nowhere-1' }),
    field: 'source-search',
    en: 'The register has no source “nowhere-1”. Choose a registered source, or register it with this act.',
    ar: 'لا يوجد في السجل مصدر «nowhere-1». اختر مصدراً مسجّلاً، أو سجّله مع هذا العمل.',
  },
  'already-corrected': {
    because: 'the form of an act that was corrected is the form of its last correction',
    instead: posted(`/admin/acts/${demoRow('arg-board-of-peace-signed').eventId}/correct`, { key: NOBODY }),
    status: 303,
    refusal: { code: 'already-corrected', eventId: NOBODY, by: NOBODY },
    en: 'Correct the correction instead, or retract it first.',
    ar: 'صحّح التصحيح نفسه، أو اسحبه أولاً.',
  },
} satisfies Codes;
