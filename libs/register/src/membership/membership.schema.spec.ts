import { describe, it, expect } from '@jest/globals';
import {
  accepted,
  declined,
  id,
  intends,
  invited,
  joined,
  retracted,
  signed,
  uninvited,
} from '../given.contract.js';
import { ACT_TYPES } from './standing.js';
import { membershipSchemas } from './membership.schema.js';
import type { MembershipEvent } from './membership.js';

const day = '2026-01-19';
const acts = [invited, uninvited, declined, intends, accepted, joined, signed].map((act) => act(day));
const takes = (type: MembershipEvent['type'], data: unknown): boolean =>
  membershipSchemas[type].safeParse(data).success;
/** Data without one of its fields. */
const without = (data: object, field: string) =>
  Object.fromEntries(Object.entries(data).filter(([key]) => key !== field));

describe('what a membership stream stores', () => {
  it('is each act of the table, and the retraction', () => {
    expect(Object.keys(membershipSchemas)).toEqual([...ACT_TYPES, 'ActRetracted']);
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
    ['MembershipAccepted', { means: 'telegram' }],
    ['MembershipAccepted', { means: undefined }],
    ['AccordJoined', { by: { state: 'KAZ' } }],
    ['CharterSigned', { kind: 'ceremonial' }],
    ['CharterSigned', { kind: undefined }],
    ['CharterSigned', { signedBy: ' ' }],
    ['CharterSigned', { place: 'x'.repeat(201) }],
  ] as const)('%s: not with %j', (type, fields) => {
    const act = acts.find((one) => one.type === type);
    expect(takes(type, { ...act?.data, ...fields })).toBe(false);
  });

  it('what is its own', () => {
    expect(takes('InvitationReceived', { ...invited(day).data, capacity: 'founding' })).toBe(true);
    expect(takes('MembershipDeclined', { ...declined(day).data, condition: 'a state of Palestine' })).toBe(
      true,
    );
    expect(
      takes('MembershipAccepted', { ...accepted(day).data, means: 'statement', capacity: 'observer' }),
    ).toBe(true);
    expect(takes('CharterSigned', { ...signed(day).data, signedBy: 'Tokayev', place: 'Davos' })).toBe(true);
  });

  it('a retraction names the event and says why, and may cite', () => {
    const { data } = retracted(1);
    expect(takes('ActRetracted', data)).toBe(true);
    expect(takes('ActRetracted', { ...data, sources: [{ source: 'a' }] })).toBe(true);
    expect(takes('ActRetracted', { retracts: id(1) })).toBe(false);
    expect(takes('ActRetracted', { ...data, reason: '' })).toBe(false);
    expect(takes('ActRetracted', { ...data, retracts: 'row-1' })).toBe(false);
    expect(takes('ActRetracted', { ...data, on: day })).toBe(false);
  });
});
