// What each type of act says beyond its day and its sources.
import type { MembershipAct } from '#register';
import { ACTS } from '../words/acts.js';
import { edtf } from '../words/days.js';
import { ENDING, INSTRUMENT, ROLE, SIGNATURE_KIND } from '../words/vocabulary.js';
import type { Fact } from '../page/facts.js';
import { PartyName, StateLink } from './names.js';
import type { Reads } from './reading-page.js';

/** The fields of an act that are filled in, in the order in which they are read. */
export function ownFields(act: MembershipAct, reads: Reads): Fact[] {
  const { language } = reads.page;
  const say = ACTS[language];
  const { effectiveOn, announcedOn, announcedBy, note } = act.data;
  return [
    ...fieldsOfType(act, reads),
    ...(effectiveOn === undefined ? [] : [[say.effective, edtf(language, effectiveOn)] as const]),
    ...(announcedOn === undefined ? [] : [[say.announced, edtf(language, announcedOn)] as const]),
    ...quoted(say.announcedBy, announcedBy),
    ...quoted(say.note, note),
  ];
}

function fieldsOfType(act: MembershipAct, reads: Reads): Fact[] {
  const { language } = reads.page;
  const say = ACTS[language];
  switch (act.type) {
    case 'InvitationReceived':
      return [
        [say.by, <PartyName {...reads} party={act.data.by} />],
        ...(act.data.capacity === undefined
          ? []
          : [[say.capacity, ROLE[language][act.data.capacity]] as const]),
      ];
    case 'InvitationWithdrawn':
      return [[say.by, <PartyName {...reads} party={act.data.by} />]];
    case 'IntentAnnounced':
      return [
        [say.by, <PartyName {...reads} party={act.data.by} />],
        ...quoted(say.condition, act.data.condition),
      ];
    case 'MembershipDeclined':
      return quoted(say.condition, act.data.condition);
    case 'MembershipAccepted':
      return [
        [say.means, say[act.data.means]],
        ...(act.data.capacity === undefined
          ? []
          : [[say.capacity, ROLE[language][act.data.capacity]] as const]),
      ];
    case 'CharterSigned':
      return [
        [say.kind, SIGNATURE_KIND[language][act.data.kind]],
        ...quoted(say.signedBy, act.data.signedBy),
        ...quoted(say.place, act.data.place),
      ];
    case 'InstrumentDeposited':
      return [
        [say.kind, INSTRUMENT[language][act.data.kind]],
        ...quoted(say.depositary, act.data.depositary),
      ];
    case 'MembershipSuspended':
    case 'WithdrawalNotified':
      return quoted(say.reason, act.data.reason);
    case 'MembershipEnded':
      return [[say.reason, ENDING[language][act.data.reason]]];
    case 'RoleGranted':
      return [
        [say.role, ROLE[language][act.data.role]],
        ...(act.data.by === undefined
          ? []
          : [[say.by, <PartyName {...reads} party={act.data.by} />] as const]),
      ];
    case 'RoleEnded':
      return [[say.role, ROLE[language][act.data.role]]];
    case 'ReservationMade':
      return [...statement(say.text, act.data), ...quoted(say.provisions, act.data.provisions)];
    case 'DeclarationMade':
      return statement(say.text, act.data);
    case 'ObjectionRaised':
      return [
        [say.to, <StateLink {...reads} code={act.data.to} />],
        ...(act.data.against === undefined
          ? []
          : [[say.against, earlier(act.data.against, say.earlierAct)] as const]),
        ...statement(say.text, act.data),
      ];
    case 'ReservationWithdrawn':
    case 'DeclarationWithdrawn':
    case 'ObjectionWithdrawn':
      return [[say.withdraws, earlier(act.data.withdraws, say.earlierAct)]];
    case 'AccordJoined':
    case 'MembershipEnteredIntoForce':
    case 'SignatureRepudiated':
    case 'ConsentRevoked':
    case 'MembershipReinstated':
    case 'WithdrawalRevoked':
    case 'ProvisionalApplicationStarted':
    case 'ProvisionalApplicationEnded':
      return [];
  }
}

/** An act on the same page, by its anchor. */
const earlier = (eventId: string, words: string) => <a href={`#${eventId}`}>{words}</a>;

/** Text of people or sources, kept apart from ours. */
const quoted = (label: string, text: string | undefined): Fact[] =>
  text === undefined ? [] : [[label, <bdi>{text}</bdi>]];

const statement = (
  label: string,
  { text, language }: { readonly text: string; readonly language?: string | undefined },
): Fact[] => [
  [
    label,
    <span dir="auto" lang={language}>
      {text}
    </span>,
  ],
];
