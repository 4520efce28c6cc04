import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { Projection } from '../projection.js';

/** A projection by its name and version: all that its place in the log depends on. */
export type ProjectionId = Pick<Projection<unknown>, 'name' | 'version'>;

/** How far a projection has come. */
export interface ProjectionStatus extends ProjectionId {
  readonly position: number;
  /** Events of the log that it has not taken yet. */
  readonly lag: number;
  /** The event that it could not take, and why. It stands still until it is resumed. */
  readonly failure?: ProjectionFailure;
}

export interface ProjectionFailure {
  readonly position: number;
  readonly eventId: string;
  readonly message: string;
  readonly at: string;
}

interface Row {
  readonly name: string;
  readonly version: number;
  readonly position: string;
  readonly head: string;
  readonly failed_position: string | null;
  readonly failed_event_id: string | null;
  readonly failure: string | null;
  readonly at: string | null;
}

const STATUS = `
  SELECT
    w.name, w.version, coalesce(p.position, 0) AS position, h.position AS head,
    p.failed_position, p.failed_event_id, p.failure,
    to_char(p.failed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at
  FROM unnest($1::text[], $2::integer[]) WITH ORDINALITY AS w(name, version, number)
  CROSS JOIN event_store.head h
  LEFT JOIN event_store.projection p ON p.name = w.name AND p.version = w.version
  ORDER BY w.number`;

/** How far these projections have come, by whatever process; 0 for one that never ran. For any role that may read. */
export async function projectionStatus(
  pool: pg.Pool,
  projections: readonly ProjectionId[],
): Promise<ProjectionStatus[]> {
  const { rows } = await pool.query<Row>(STATUS, columns(projections));
  return rows.map(({ name, version, position, head, failed_position, failed_event_id, failure, at }) => ({
    name,
    version,
    position: Number(position),
    lag: Number(head) - Number(position),
    ...(failed_position !== null && {
      failure: {
        position: Number(failed_position),
        eventId: failed_event_id ?? '',
        message: failure ?? '',
        at: at ?? '',
      },
    }),
  }));
}

/**
 * Waits until all of these projections have taken the log up to a position. Gives false where one has not in time, or
 * has stopped before it.
 */
export async function waitForProjections(
  pool: pg.Pool,
  projections: readonly ProjectionId[],
  position: number,
  timeoutMs: number,
): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  for (let pause = 5; ; pause = Math.min(pause * 2, 100)) {
    const behind = (await projectionStatus(pool, projections)).filter((status) => status.position < position);
    if (behind.length === 0) return true;
    if (behind.some(({ failure }) => failure) || performance.now() > deadline) return false;
    await delay(pause);
  }
}

/** Lets a projection that stopped at an event try it again, in whichever process runs it. */
export async function resumeProjection(projector: pg.Pool, { name, version }: ProjectionId): Promise<void> {
  await projector.query(
    `UPDATE event_store.projection
     SET failed_position = NULL, failed_event_id = NULL, failure = NULL, failed_at = NULL
     WHERE name = $1 AND version = $2`,
    [name, version],
  );
  await projector.query(`NOTIFY chancery_events, '0'`);
}

/** Gives each projection that has none yet its place at the start of the log. */
export async function enrol(projector: pg.Pool, projections: readonly ProjectionId[]): Promise<void> {
  await projector.query(
    `INSERT INTO event_store.projection (name, version)
     SELECT name, version FROM unnest($1::text[], $2::integer[]) AS w(name, version) ON CONFLICT DO NOTHING`,
    columns(projections),
  );
}

/** Puts on record that a projection could not take the event after its position, unless it has moved since. */
export async function recordFailure(
  projector: pg.Pool,
  { name, version }: ProjectionId,
  position: number,
  error: unknown,
): Promise<void> {
  await projector.query(
    `UPDATE event_store.projection p
     SET failed_position = e.position, failed_event_id = e.event_id, failure = $4, failed_at = clock_timestamp()
     FROM event_store.event e
     WHERE p.name = $1 AND p.version = $2 AND p.position = $3 AND e.position = $3::bigint + 1`,
    [name, version, position, messageOf(error)],
  );
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll('\0', '').slice(0, 2000);
}

function columns(projections: readonly ProjectionId[]): [string[], number[]] {
  return [projections.map(({ name }) => name), projections.map(({ version }) => version)];
}
