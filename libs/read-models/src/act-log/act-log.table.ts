import { EntitySchema } from 'typeorm';
import type { ProjectionTable } from '#event-store';
import { rowTable, rowsByQuery } from '../row-table.js';
import { eventOfTag, type ActRow } from './act-log.projection.js';

export const ActEntity = new EntitySchema<ActRow>({
  name: 'act_log',
  schema: 'read_model',
  columns: {
    eventId: { type: 'uuid', name: 'event_id', primary: true },
    position: { type: 'bigint' },
    body: { type: 'text', collation: 'C' },
    state: { type: 'text', collation: 'C' },
    type: { type: 'text', collation: 'C' },
    effectiveDay: { type: 'date', name: 'effective_day' },
    data: { type: 'jsonb' },
    actor: { type: 'text' },
    recordedAt: { type: 'timestamptz', name: 'recorded_at' },
    said: { type: 'jsonb' },
    saidIds: { type: 'uuid', name: 'said_ids', array: true },
    sources: { type: 'text', array: true },
  },
  indices: [
    { name: 'act_log_membership', columns: ['body', 'state', 'effectiveDay'] },
    { name: 'act_log_state', columns: ['state', 'effectiveDay'] },
    { name: 'act_log_position', columns: ['position'] },
    // GIN, which TypeORM leaves to the SQL.
    { name: 'act_log_said', columns: ['saidIds'], synchronize: false },
    { name: 'act_log_sources', columns: ['sources'], synchronize: false },
  ],
});

/** Found by the id of the act, or of anything said of it. */
export const actTable: ProjectionTable<ActRow> = {
  ...rowTable(ActEntity),
  async load(client, { keys, tags }) {
    const where = 'event_id = any($1) or event_id = any($2) or said_ids && $2::uuid[]';
    const rows = await rowsByQuery(client, ActEntity, where, [keys, tags.map(eventOfTag)]);
    return new Map(rows.map((row) => [row.eventId, row]));
  },
};
