// What a membership stream takes, and what it does not.
import { describe, it, expect } from '@jest/globals';
import { accepted, corrected, corroborated, denied, EVERY_ACT, id, retracted } from '../given.contract.js';
import { membershipSchemas } from './membership.schema.js';
import type { MembershipEvent } from './membership.js';
import { ACT_TYPES } from './standing.js';

const day = '2026-01-19';
const acts = EVERY_ACT.map((make) => make(day));
const takes = (type: MembershipEvent['type'], data: unknown): boolean =>
  membershipSchemas[type].safeParse(data).success;
/** Data without one of its fields. */
const without = (data: object, field: string) =>
  Object.fromEntries(Object.entries(data).filter(([key]) => key !== field));

describe('what a membership stream stores', () => {
  it('is each act of the table, in its order, and what is said of acts', () => {
    const corrections = ['ActCorrected', 'ActRetracted', 'ActDenied', 'ActCorroborated'];
    expect(Object.keys(membershipSchemas)).toEqual([...ACT_TYPES, ...corrections]);
  });

  it.each(acts)('$type: as given', ({ type, data }) => {
    expect(membershipSchemas[type].parse(data)).toEqual(data);
  });

  it.each(acts)('$type: what an act may carry', ({ type, data }) => {
    const more = {
      effectiveOn: '1992-04-27',
      announcedOn: '2026-01',
      announcedBy: 'Akorda',
      note: 'a note',
      claim: true,
    };
    expect(membershipSchemas[type].parse({ ...data, ...more })).toEqual({ ...data, ...more });
  });

  it.each(acts)('$type: not without day, basis, attestation and sources', ({ type, data }) => {
    const needed = ['on', 'basis', 'attestation', 'sources'];
    expect(needed.filter((field) => takes(type, without(data, field)))).toEqual([]);
  });

  it.each(acts)('$type: nothing that is wrong', ({ type, data }) => {
    const wrong = [
      { on: '2025-02-30' },
      { effectiveOn: 'soon' },
      { announcedOn: '19.01.2026' },
      { announcedBy: ' ' },
      { basis: 'hearsay' },
      { attestation: 'rumoured' },
      { sources: [] },
      { sources: Array.from({ length: 51 }, () => ({ source: 'a' })) },
      { claim: false },
      { note: 'x'.repeat(2001) },
      { standing: 'party' },
    ];
    expect(wrong.filter((fields) => takes(type, { ...data, ...fields }))).toEqual([]);
  });

  it.each([
    ['InvitationReceived', { by: {} }],
    ['InvitationReceived', { by: undefined }],
    ['InvitationReceived', { capacity: 'honorary' }],
    ['InvitationWithdrawn', { by: undefined }],
    ['InvitationWithdrawn', { capacity: 'founding' }],
    ['MembershipDeclined', { condition: '' }],
    ['IntentAnnounced', { by: undefined }],
    ['IntentAnnounced', { condition: 'x'.repeat(501) }],
    ['MembershipAccepted', { means: 'telegram' }],
    ['MembershipAccepted', { means: undefined }],
    ['MembershipAccepted', { capacity: 'honorary' }],
    ['AccordJoined', { by: { state: 'KAZ' } }],
    ['CharterSigned', { kind: 'ceremonial' }],
    ['CharterSigned', { kind: undefined }],
    ['CharterSigned', { signedBy: ' ' }],
    ['CharterSigned', { place: 'x'.repeat(201) }],
    ['InstrumentDeposited', { kind: undefined }],
    ['InstrumentDeposited', { kind: 'signature' }],
    ['InstrumentDeposited', { depositary: ' ' }],
    ['MembershipSuspended', { reason: 'x'.repeat(1001) }],
    ['WithdrawalNotified', { reason: ' ' }],
    ['MembershipEnded', { reason: undefined }],
    ['MembershipEnded', { reason: 'boredom' }],
    ['RoleGranted', { role: 'honorary' }],
    ['RoleGranted', { by: {} }],
    ['RoleEnded', { role: undefined }],
    ['ReservationMade', { text: '' }],
    ['ReservationMade', { language: 'French' }],
    ['ReservationMade', { provisions: 'x'.repeat(301) }],
    ['ReservationWithdrawn', { withdraws: undefined }],
    ['ReservationWithdrawn', { withdraws: 'row-1' }],
    ['DeclarationMade', { text: 'x'.repeat(5001) }],
    ['DeclarationMade', { provisions: 'article 9' }],
    ['DeclarationWithdrawn', { withdraws: 'row-1' }],
    ['ObjectionRaised', { to: undefined }],
    ['ObjectionRaised', { to: 'France' }],
    ['ObjectionRaised', { against: 'row-1' }],
    ['ObjectionWithdrawn', { withdraws: 'row-1' }],
  ] as const)('%s: not with %j', (type, fields) => {
    const act = acts.find((one) => one.type === type);
    expect(takes(type, { ...act?.data, ...fields })).toBe(false);
  });

  it.each([
    ['InvitationReceived', { capacity: 'founding' }],
    ['MembershipDeclined', { condition: 'a state of Palestine' }],
    ['IntentAnnounced', { condition: 'a clear path to two states' }],
    ['MembershipAccepted', { means: 'statement', capacity: 'observer' }],
    ['CharterSigned', { signedBy: 'Tokayev', place: 'Davos' }],
    ['InstrumentDeposited', { depositary: 'the Swiss Confederation' }],
    ['MembershipSuspended', { reason: 'arrears' }],
    ['WithdrawalNotified', { reason: 'a quota' }],
    ['RoleGranted', { by: { name: 'the board' } }],
    ['ReservationMade', { language: 'fr', provisions: 'article 9' }],
    ['DeclarationMade', { language: 'ar' }],
    ['ObjectionRaised', { language: 'fr', against: id(1) }],
  ] as const)('%s: also with %j', (type, fields) => {
    const data = { ...acts.find((one) => one.type === type)?.data, ...fields };
    expect(membershipSchemas[type].parse(data)).toEqual(data);
  });
});

describe('what is said of an act', () => {
  const all = [corrected(1, accepted(day)), retracted(1), denied(1), corroborated(1)];

  it.each(all)('$type: as given', ({ type, data }) => {
    expect(membershipSchemas[type].parse(data)).toEqual(data);
  });

  it.each([
    ['ActCorrected', { act: accepted(day, { claim: true, effectiveOn: '2026-01' }) }],
    ['ActRetracted', { sources: [{ source: 'a', quote: 'an error' }] }],
    ['ActRetracted', { sources: [] }],
    ['ActDenied', { reason: 'never said so' }],
    ['ActDenied', { by: { name: 'a spokesman' } }],
    ['ActCorroborated', { note: 'the same agency' }],
  ] as const)('%s: also with %j', (type, fields) => {
    const data = { ...all.find((one) => one.type === type)?.data, ...fields };
    expect(membershipSchemas[type].parse(data)).toEqual(data);
  });

  it.each([
    ['ActCorrected', { corrects: 'row-1' }],
    ['ActCorrected', { act: { ...accepted(day), type: 'ActRetracted' } }],
    ['ActCorrected', { act: { ...accepted(day), type: 'CharterSigned' } }],
    ['ActCorrected', { act: { ...accepted(day), eventId: id(1) } }],
    ['ActCorrected', { act: accepted('2025-02-30') }],
    ['ActCorrected', { act: retracted(1) }],
    ['ActCorrected', { reason: '' }],
    ['ActCorrected', { sources: [] }],
    ['ActCorrected', { on: day }],
    ['ActRetracted', { retracts: 'row-1' }],
    ['ActRetracted', { reason: undefined }],
    ['ActRetracted', { reason: '' }],
    ['ActRetracted', { on: day }],
    ['ActDenied', { denies: 'row-1' }],
    ['ActDenied', { by: {} }],
    ['ActDenied', { by: undefined }],
    ['ActDenied', { on: undefined }],
    ['ActDenied', { attestation: undefined }],
    ['ActDenied', { sources: [] }],
    ['ActDenied', { claim: true }],
    ['ActCorroborated', { corroborates: 'row-1' }],
    ['ActCorroborated', { sources: [] }],
    ['ActCorroborated', { note: ' ' }],
    ['ActCorroborated', { reason: 'so it is' }],
  ] as const)('%s: not with %j', (type, fields) => {
    const data = all.find((one) => one.type === type)?.data;
    expect(takes(type, { ...data, ...fields })).toBe(false);
  });

  it.each(['ActCorrected', 'ActDenied', 'ActCorroborated'] as const)(
    '%s: says that a source is needed',
    (type) => {
      const data = all.find((one) => one.type === type)?.data;
      const read = membershipSchemas[type].safeParse({ ...data, sources: [] });
      expect(read.error?.issues.map(({ message }) => message)).toEqual(['at least one source is needed']);
    },
  );
});
