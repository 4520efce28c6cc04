import { describe, it, expect } from '@jest/globals';
import { contactSchemas } from './contact.schema.js';
import {
  decideContact,
  evolveContact,
  initialContact,
  type ContactCommand,
  type ContactEvent,
  type ContactRecorded,
} from './contact.js';

const call: ContactRecorded['data'] = {
  id: 'call-2025-11-06',
  kind: 'call',
  on: '2025-11-06',
  basis: 'act',
  attestation: 'stated',
  participants: [
    { state: 'KAZ', name: 'Kassym-Jomart Tokayev' },
    { state: 'ISR', name: 'Benjamin Netanyahu' },
  ],
  subject: 'the Abraham Accords',
  body: 'abraham-accords',
  sources: [{ source: 'a-source' }],
};
const recorded: ContactEvent = { type: 'ContactRecorded', data: call };
const corroboration = { sources: [{ source: 'another' }], note: 'names three participants' };
const corroborated: ContactEvent = { type: 'ContactCorroborated', data: corroboration };
const retracted: ContactEvent = { type: 'ContactRetracted', data: { reason: 'another call' } };

const record: ContactCommand = { type: 'RecordContact', contact: call };
const corroborate: ContactCommand = { type: 'CorroborateContact', corroboration };
const retract: ContactCommand = { type: 'RetractContact', retraction: { reason: 'another call' } };

const given = (...events: ContactEvent[]) => {
  const contact = events.reduce(evolveContact, initialContact);
  return {
    contact,
    when: (command: ContactCommand) => decideContact(command, contact, { today: '2025-11-07' }),
  };
};

describe('recording a contact', () => {
  it('yields it, as it was given, and the second time nothing', () => {
    expect(given().when(record)).toEqual([recorded]);
    expect(given(recorded).when({ ...record, contact: { ...call } })).toEqual([]);
  });

  it('in another form is refused', () => {
    expect(given(recorded).when({ ...record, contact: { ...call, kind: 'meeting' } })).toEqual({
      code: 'contact-exists',
      contact: 'call-2025-11-06',
    });
  });

  it('that lies ahead is refused', () => {
    expect(given().when({ ...record, contact: { ...call, on: '2025-11-09' } })).toEqual({
      code: 'day-in-future',
      field: 'on',
      day: '2025-11-09',
      today: '2025-11-07',
    });
  });

  it('begins with nothing', () => {
    expect(given().contact).toEqual({ corroborations: [] });
  });

  it('that was retracted begins anew', () => {
    const before = given(recorded, corroborated, retracted);
    expect(before.when(record)).toEqual([recorded]);
    expect(evolveContact(before.contact, recorded)).toEqual({ recorded: call, corroborations: [] });
  });
});

describe('corroborating a contact', () => {
  it('yields it, and the second time nothing', () => {
    expect(given(recorded).when(corroborate)).toEqual([corroborated]);
    expect(given(recorded, corroborated).when(corroborate)).toEqual([]);
  });

  it('is refused where there is none, or where it was retracted', () => {
    expect(given().when(corroborate)).toEqual({ code: 'contact-not-recorded' });
    expect(given(recorded, retracted).when(corroborate)).toEqual({
      code: 'contact-retracted',
      reason: 'another call',
    });
  });
});

describe('retracting a contact', () => {
  it('yields it, and the second time nothing, for whatever reason', () => {
    expect(given(recorded).when(retract)).toEqual([retracted]);
    expect(given(recorded, retracted).when({ ...retract, retraction: { reason: 'once more' } })).toEqual([]);
  });

  it('is refused where there is none', () => {
    expect(given().when(retract)).toEqual({ code: 'contact-not-recorded' });
  });

  it('leaves it visible', () => {
    expect(given(recorded, corroborated, retracted).contact).toEqual({
      recorded: call,
      corroborations: [corroboration],
      retraction: { reason: 'another call' },
    });
  });
});

describe('what a contact’s stream stores', () => {
  it('is each event as given', () => {
    for (const { type, data } of [recorded, corroborated, retracted])
      expect(contactSchemas[type].parse(data)).toEqual(data);
  });

  it.each([
    { participants: [{ state: 'KAZ' }] },
    { kind: 'treaty' },
    { id: 'Call 1' },
    { sources: [] },
    { body: 'Abraham Accords' },
    { standing: 'joined' },
  ])('is no contact with %j', (fields) => {
    expect(contactSchemas.ContactRecorded.safeParse({ ...call, ...fields }).success).toBe(false);
  });

  it('says how many take part at least', () => {
    const read = contactSchemas.ContactRecorded.safeParse({ ...call, participants: [{ state: 'KAZ' }] });
    expect(read.error?.issues.map(({ message }) => message)).toEqual(['at least two take part']);
  });

  it('may be retracted by what sources say, up to 50 of them', () => {
    const by = (count: number) =>
      contactSchemas.ContactRetracted.safeParse({
        reason: 'another call',
        sources: Array.from({ length: count }, () => ({ source: 'a' })),
      }).success;
    expect([by(1), by(50), by(51)]).toEqual([true, true, false]);
  });

  it('is no corroboration without a source', () => {
    expect(contactSchemas.ContactCorroborated.safeParse({ sources: [] }).success).toBe(false);
  });
});
