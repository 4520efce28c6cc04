import { EntitySchema } from 'typeorm';
import type { ActRow } from './act-log.projection.js';

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
    claim: { type: 'boolean' },
    data: { type: 'jsonb' },
    sources: { type: 'text', array: true },
    actor: { type: 'text' },
    recordedAt: { type: 'timestamptz', name: 'recorded_at' },
    retractedAt: { type: 'bigint', name: 'retracted_at', nullable: true },
    retractedBy: { type: 'uuid', name: 'retracted_by', nullable: true },
    retraction: { type: 'jsonb', nullable: true },
  },
  indices: [
    { name: 'act_log_membership', columns: ['body', 'state', 'effectiveDay'] },
    { name: 'act_log_state', columns: ['state', 'effectiveDay'] },
    { name: 'act_log_position', columns: ['position'] },
  ],
});
