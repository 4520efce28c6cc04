import { describe, it, expect } from '@jest/globals';
import { replay, type StoredEvent } from '#event-store';
import type { MembershipEvent } from '#register';
import { actLog, type ActRow } from './act-log.projection.js';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const joined: MembershipEvent = {
  type: 'AccordJoined',
  data: {
    on: '../2025-11-07',
    basis: 'publication',
    attestation: 'declared',
    sources: [
      { source: 'ani' },
      { source: 'alwafd', quote: 'أعلنت كازاخستان' },
      { source: 'ani', quote: 'أصبحت' },
    ],
  },
};
const retracted = (n: number, reason = 'a slip'): MembershipEvent => ({
  type: 'ActRetracted',
  data: { retracts: id(n), reason },
});

const log = (...events: MembershipEvent[]): StoredEvent[] =>
  events.map((event, index) => ({
    ...event,
    position: index + 1,
    eventId: id(index + 1),
    streamId: 'membership-abraham-accords-KAZ',
    version: index + 1,
    schemaVersion: 1,
    metadata: { actor: 'officer:amina' },
    recordedAt: '2025-11-07T12:00:00.000Z',
  }));
const rows = async (...events: MembershipEvent[]): Promise<ActRow[]> => [
  ...(await replay(actLog, [log(...events)])).values(),
];

describe('act_log', () => {
  it('has a row for an act, with its sources, each once', async () => {
    expect(await rows(joined)).toEqual([
      {
        eventId: id(1),
        position: 1,
        body: 'abraham-accords',
        state: 'KAZ',
        type: 'AccordJoined',
        effectiveDay: '2025-11-07',
        claim: false,
        data: joined.data,
        sources: ['ani', 'alwafd'],
        actor: 'officer:amina',
        recordedAt: '2025-11-07T12:00:00.000Z',
        retractedAt: null,
        retractedBy: null,
        retraction: null,
      },
    ]);
  });

  it('takes the day of effect where it is another, and tells a claim', async () => {
    const claim = {
      ...joined,
      data: { ...joined.data, effectiveOn: '2026', claim: true },
    } as MembershipEvent;
    expect(await rows(claim)).toMatchObject([{ effectiveDay: '2026-01-01', claim: true }]);
  });

  it('keeps a retracted act, and says by what', async () => {
    expect(await rows(joined, retracted(1))).toMatchObject([
      { eventId: id(1), retractedAt: 2, retractedBy: id(2), retraction: { reason: 'a slip' } },
    ]);
  });

  it('keeps the first of two retractions', async () => {
    expect(await rows(joined, retracted(1), retracted(1, 'once more'))).toMatchObject([
      { retractedBy: id(2) },
    ]);
  });

  it('has no row for the retraction of an act that it does not know', async () => {
    expect(await rows(retracted(7))).toEqual([]);
  });
});
