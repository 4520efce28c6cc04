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

const corroborated = (n: number, source: string): MembershipEvent => ({
  type: 'ActCorroborated',
  data: { corroborates: id(n), sources: [{ source }] },
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
        data: joined.data,
        actor: 'officer:amina',
        recordedAt: '2025-11-07T12:00:00.000Z',
        said: [],
        saidIds: [],
        sources: ['ani', 'alwafd'],
      },
    ]);
  });

  it('takes the day of effect where it is another, also of a claim', async () => {
    const claim = {
      ...joined,
      data: { ...joined.data, effectiveOn: '2026', claim: true },
    } as MembershipEvent;
    expect(await rows(claim)).toMatchObject([{ effectiveDay: '2026-01-01' }]);
  });

  it('keeps a retracted act, with what retracted it', async () => {
    const [row] = await rows(joined, retracted(1));
    expect(row).toMatchObject({ eventId: id(1), data: joined.data, saidIds: [id(2)] });
    expect(row?.said).toEqual([
      {
        eventId: id(2),
        position: 2,
        recordedAt: '2025-11-07T12:00:00.000Z',
        actor: 'officer:amina',
        event: retracted(1),
      },
    ]);
  });

  it('keeps what is said of what was said with the act', async () => {
    const [row] = await rows(joined, corroborated(1, 'gazette'), retracted(2), retracted(3));
    expect(row?.saidIds).toEqual([id(2), id(3), id(4)]);
    expect(row?.said.map(({ event }) => event.type)).toEqual([
      'ActCorroborated',
      'ActRetracted',
      'ActRetracted',
    ]);
  });

  it('names the sources of what was said, and of the act as corrected', async () => {
    const correction: MembershipEvent = {
      type: 'ActCorrected',
      data: {
        corrects: id(1),
        reason: 'the day',
        act: { ...joined, data: { ...joined.data, sources: [{ source: 'ministry' }] } },
        sources: [{ source: 'erratum' }],
      },
    };
    const [row] = await rows(joined, corroborated(1, 'gazette'), correction);
    expect([...(row?.sources ?? [])].sort()).toEqual(['alwafd', 'ani', 'erratum', 'gazette', 'ministry']);
  });

  it('has no row for the retraction of an act that it does not know', async () => {
    expect(await rows(retracted(7))).toEqual([]);
  });
});
