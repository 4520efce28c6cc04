// A log of memberships that looks like the status tables of treaties: most lines have one act or two, some have five.
import type { StoredEvent } from '#event-store';
import { bodyStream, membershipStream } from '#register';

const STATES = 200;

/** Acts of one line, by turns: accession-like single acts, invited and signed, the long way with a mistake in it. */
const SHAPES = [
  ['CharterSigned'],
  ['InvitationReceived', 'CharterSigned'],
  ['CharterSigned'],
  ['IntentAnnounced', 'CharterSigned'],
  ['InvitationReceived', 'IntentAnnounced', 'MembershipAccepted', 'CharterSigned', 'ActRetracted'],
] as const;

/** Batches of a log with so many events, body after body, the acts of each body's lines mixed as they come in life. */
export function* syntheticLog(count: number, batchSize = 1000): Generator<StoredEvent[]> {
  let batch: StoredEvent[] = [];
  let position = 0;
  for (const event of events()) {
    position += 1;
    if (position > count) break;
    batch.push({ ...event, position });
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

type Unplaced = Omit<StoredEvent, 'position'>;

function* events(): Generator<Unplaced> {
  for (let number = 0; ; number++) {
    const body = `treaty-${String(number)}`;
    yield event(bodyStream(body), 1, 'BodyRegistered', uuid(number, 999, 0), {
      slug: body,
      kind: 'treaty',
      names: { en: `Treaty ${String(number)}`, ar: `معاهدة ${String(number)}` },
      rule: { binding: 'signature', invitation: false },
      inForceSince: '1990-01-01',
      sources: [],
    });
    for (let step = 0; step < 5; step++) {
      for (let state = 0; state < STATES; state++) {
        const type = SHAPES[state % SHAPES.length]?.[step];
        if (type !== undefined) yield act(body, number, state, step, type);
      }
    }
  }
}

function act(body: string, number: number, state: number, step: number, type: string): Unplaced {
  const code = stateCode(state);
  const id = uuid(number, state, step);
  const data =
    type === 'ActRetracted'
      ? { retracts: uuid(number, state, step - 1), reason: 'The list named another state.' }
      : {
          on: day(number + state, step),
          basis: 'act',
          attestation: 'signed',
          announcedOn: day(number + state, step),
          announcedBy: 'Secretary-General as depositary',
          sources: [
            { source: 'depositary', quote: 'وقعت الدولة على الميثاق في حفل أقيم في دافوس بحضور قادة الدول' },
          ],
          ...(type === 'CharterSigned' && { kind: 'simple', signedBy: 'Minister of Foreign Affairs' }),
          ...((type === 'InvitationReceived' || type === 'IntentAnnounced') && { by: { state: code } }),
          ...(type === 'MembershipAccepted' && { means: 'letter' }),
        };
  return event(membershipStream(body, code), step + 1, type, id, data);
}

const event = (streamId: string, version: number, type: string, eventId: string, data: object): Unplaced => ({
  streamId,
  version,
  type,
  eventId,
  schemaVersion: 1,
  data,
  metadata: { actor: 'import:synthetic', batchId: 'synthetic' },
  recordedAt: '2026-01-01T00:00:00.000Z',
});

const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0');

const uuid = (body: number, state: number, step: number): string =>
  `${hex(body, 8)}-${hex(state, 4)}-4000-8000-${hex(step, 12)}`;

const stateCode = (state: number): string =>
  [Math.floor(state / 26) % 26, state % 26, 23].map((letter) => String.fromCharCode(65 + letter)).join('');

const day = (seed: number, step: number): string =>
  new Date(Date.UTC(1950 + ((seed * 7) % 60), (seed * 5) % 12, 1 + ((seed * 3) % 28) + step * 30))
    .toISOString()
    .slice(0, 10);
