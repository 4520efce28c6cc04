// The audit: folds the log anew, and compares with what the live tables hold.
import { setImmediate as othersTurn } from 'node:timers/promises';
import { replay, type StoredEvent } from '#event-store';
import {
  codec,
  driftFrom,
  membershipHistory,
  type Difference,
  type LineDocument,
  type MembershipDocument,
} from '#read-models';
import { canonicalJson, MerkleTree } from '#transparency';
import { membershipOf } from '#register';
import type { Register } from '../open-register.js';

/** What a replay tells while it goes on. It waits for each, so that a caller may take its time or end it by throwing. */
export interface ReplayHearer {
  /** Events read so far, of so many: a long log is read several times. */
  progress(done: number, total: number): Promise<void> | void;
  /** A membership as folded, with all its rows; body after body within a part of the lines. */
  line?(line: LineDocument): void;
  /** A row in which the live table differs. */
  difference?(difference: Difference): void;
}

export interface ReplayOptions {
  /** Folds and compares the lines of this body alone; the root is that of the whole log all the same. */
  readonly body?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The most events of memberships, nearly, that are folded at once: more, and the lines are folded in parts. */
  readonly eventsAtOnce?: number;
}

export interface ReplayTotals {
  readonly position: number;
  /** Root of the Merkle tree (RFC 6962) over the log up to the position, in hexadecimal. */
  readonly root: string;
  /** Memberships folded, and rows of the live table compared. */
  readonly lines: number;
  readonly rows: number;
}

/** Of a log of treaties, such as `bench/synthetic-log.ts` makes, these take some 200 MB. */
const EVENTS_AT_ONCE = 100_000;
/** Small enough that other requests get their turn. */
const BATCH = 250;

/**
 * Replays up to a position of which the live tables have taken in all. The lines do not know of each other, so those of
 * a long log are folded in parts, each of which reads the log once more: memory stays flat.
 */
export async function replayAndCompare(
  { log, reader }: Pick<Register, 'log' | 'reader'>,
  position: number,
  hearer: ReplayHearer,
  { body, signal, eventsAtOnce = EVENTS_AT_ONCE }: ReplayOptions = {},
): Promise<ReplayTotals> {
  const tree = new MerkleTree();
  const parts = Math.max(1, Math.ceil(position / eventsAtOnce));
  const totals = { lines: 0, rows: 0 };
  for (let part = 0; part < parts; part++) {
    const takesIn = (slug: string, state: string) =>
      (body === undefined || slug === body) && partOf(slug, state, parts) === part;
    const documents = await replay(membershipHistory, events(part, takesIn));
    for (const line of linesOf(documents)) {
      totals.lines += 1;
      hearer.line?.(line);
    }
    const drift = driftFrom(documents, reader, position, { body, takesIn });
    for (let next = await drift.next(); ; next = await drift.next()) {
      signal?.throwIfAborted();
      if (next.done === true) {
        totals.rows += next.value;
        break;
      }
      hearer.difference?.(next.value);
    }
  }
  await hearer.progress(parts * position, parts * position);
  return { position, root: tree.root().toString('hex'), ...totals };

  async function* events(
    part: number,
    takesIn: (slug: string, state: string) => boolean,
  ): AsyncGenerator<StoredEvent[]> {
    let read = part * position;
    for await (const batch of log.readAll({ upTo: position, batchSize: BATCH })) {
      signal?.throwIfAborted();
      if (part === 0) for (const event of batch) tree.append(Buffer.from(canonicalJson(event)));
      yield batch.filter((event) => concerns(event, body, takesIn)).map((event) => codec.decode(event));
      await hearer.progress((read += batch.length), parts * position);
      await othersTurn();
    }
  }
}

/** Bodies and sources tell in every line, so that they belong to every part; those of other bodies may be left out. */
function concerns(
  { streamId }: StoredEvent,
  body: string | undefined,
  takesIn: (slug: string, state: string) => boolean,
): boolean {
  const membership = membershipOf(streamId);
  if (membership) return takesIn(membership.body, membership.state);
  return body === undefined || !streamId.startsWith('body-') || streamId === `body-${body}`;
}

/** The same for a line in every reading: the FNV-1a hash of its name. */
function partOf(body: string, state: string, parts: number): number {
  let hash = 0x811c9dc5;
  for (const letter of `${body} ${state}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return hash % parts;
}

function* linesOf(documents: ReadonlyMap<string, MembershipDocument>): Generator<LineDocument> {
  for (const document of documents.values()) if (document.kind === 'line') yield document;
}

export interface Replayed extends ReplayTotals {
  readonly documents: readonly LineDocument[];
  /** Rows in which the live table differs; none where nothing was tampered with. */
  readonly differences: readonly Difference[];
}

/** Replays up to a position and gives all that came out, telling how far it has come after each batch. */
export async function replayRegister(
  register: Register,
  position: number,
  onProgress: (position: number) => void,
): Promise<Replayed> {
  const documents: LineDocument[] = [];
  const differences: Difference[] = [];
  const totals = await replayAndCompare(
    register,
    position,
    {
      progress: onProgress,
      line: (line) => void documents.push(line),
      difference: (difference) => void differences.push(difference),
    },
    { eventsAtOnce: Infinity },
  );
  return { ...totals, documents, differences };
}
