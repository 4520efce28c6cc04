import type pg from 'pg';
import { eventCodec } from '../../event-codec.js';
import type { NewEvent, StoredEvent } from '../../event.js';
import type { Projection, ProjectionTable } from '../../projection.js';
import type { AppendRequest } from '../../store.js';
import type { ProjectionBinding } from '../live-documents.js';

// A projection for tests that uses all there is: documents that come and go, and tags that they gain and lose.

/** How a stream stands: the group that it is in, what it counted, and how many of its events were seen. */
export interface Tally {
  readonly group: string | null;
  readonly sum: number;
  readonly events: number;
}

const anything = { parse: (value: unknown) => value };
const TYPES = ['Joined', 'Left', 'Counted', 'Doubled', 'Poisoned'];
export const tallyCodec = eventCodec(
  Object.fromEntries([...TYPES, 'Ignored'].map((type) => [type, { schemas: [anything] }])),
);

/** What the table refuses. */
export const TOO_MUCH = 1_000_000_000;

/** @param harmless whether a `Poisoned` event can be taken */
export function tally(name: string, harmless: () => boolean = () => true): Projection<Tally> {
  return {
    name,
    version: 1,
    types: TYPES,
    scope: ({ type, streamId, data }) =>
      type === 'Doubled'
        ? { keys: [], tags: [`group:${(data as { group: string }).group}`] }
        : { keys: [streamId] },
    tagsOf: ({ group }) => (group === null ? [] : [`group:${group}`]),
    evolve(documents, event) {
      const data = event.data as { group: string; count: number };
      if (event.type === 'Poisoned' && !harmless()) throw new Error('this event cannot be taken');
      const keys = event.type === 'Doubled' ? documents.tagged(`group:${data.group}`) : [event.streamId];
      for (const key of keys) {
        const next = after(documents.get(key) ?? { group: null, sum: 0, events: 0 }, event);
        if (event.type === 'Left') documents.delete(key);
        else documents.set(key, next);
      }
    },
  };
}

function after(tally: Tally, event: StoredEvent): Tally {
  const { group, count } = event.data as { group: string; count: number };
  const events = tally.events + 1;
  if (event.type === 'Joined') return { ...tally, events, group };
  if (event.type === 'Counted') return { ...tally, events, sum: tally.sum + count };
  if (event.type === 'Doubled') return { ...tally, events, sum: (tally.sum * 2) % 1000 };
  return { ...tally, events };
}

export function tallyTable(name: string): ProjectionTable<Tally> {
  return {
    async load(client, { keys, tags }) {
      const { rows } = await client.query(
        `SELECT key, doc FROM ${name} WHERE key = ANY ($1) OR tag = ANY ($2)`,
        [keys, tags],
      );
      return new Map(rows.map(({ key, doc }) => [key as string, doc as Tally]));
    },
    async save(client, changes) {
      const gone = changes.filter(({ after }) => !after).map(({ key }) => key);
      const kept = changes.flatMap(({ key, after }) => (after ? [{ key, after }] : []));
      await client.query(`DELETE FROM ${name} WHERE key = ANY ($1)`, [gone]);
      await client.query(
        `INSERT INTO ${name} SELECT * FROM unnest($1::text[], $2::text[], $3::jsonb[])
         ON CONFLICT (key) DO UPDATE SET tag = excluded.tag, doc = excluded.doc`,
        [
          kept.map(({ key }) => key),
          kept.map(({ after }) => (after.group === null ? null : `group:${after.group}`)),
          kept.map(({ after }) => after),
        ],
      );
    },
  };
}

export const createTally = (name: string): string => `
  CREATE TABLE ${name} (
    key text PRIMARY KEY, tag text, doc jsonb NOT NULL CHECK ((doc -> 'sum')::bigint < ${TOO_MUCH}));
  CREATE INDEX ON ${name} (tag);
  GRANT SELECT, INSERT, UPDATE, DELETE ON ${name} TO chancery_projector;
  GRANT SELECT ON ${name} TO chancery_reader`;

export function tallyBinding(name: string, harmless?: () => boolean): ProjectionBinding {
  return { projection: tally(name, harmless), table: tallyTable(name) };
}

export async function tallies(pool: pg.Pool, name: string): Promise<Map<string, Tally>> {
  const { rows } = await pool.query<{ key: string; doc: Tally }>(
    `SELECT key, doc FROM ${name} ORDER BY key COLLATE "C"`,
  );
  return new Map(rows.map(({ key, doc }) => [key, doc]));
}

/** An event of any kind, for one of thirty streams and four groups. */
export function anyEvent(): AppendRequest {
  const pick = (most: number) => Math.floor(Math.random() * most);
  const group = `g${pick(4)}`;
  const kinds: NewEvent[] = [
    { type: 'Joined', data: { group } },
    { type: 'Left', data: {} },
    { type: 'Counted', data: { count: pick(100) } },
    { type: 'Counted', data: { count: pick(100) } },
    { type: 'Doubled', data: { group } },
    { type: 'Ignored', data: {} },
  ];
  return writing(`s${pick(30)}`, kinds[pick(kinds.length)] ?? { type: 'Ignored', data: {} });
}

export function writing(streamId: string, ...events: NewEvent[]): AppendRequest {
  return { writes: [{ streamId, expect: 'any', events }], metadata: { actor: 'tester' } };
}
