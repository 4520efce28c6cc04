import { EntitySchema } from 'typeorm';
import type { DossierRow } from './dossier.projection.js';

export const DossierEntity = new EntitySchema<DossierRow>({
  name: 'dossier',
  schema: 'read_model',
  columns: {
    stream: { type: 'text', primary: true, collation: 'C' },
    kind: { type: 'text', collation: 'C' },
    key: { type: 'text', collation: 'C' },
    position: { type: 'bigint' },
    states: { type: 'text', array: true },
    address: { type: 'text', nullable: true },
    events: { type: 'jsonb' },
  },
  indices: [
    { name: 'dossier_kind_key', columns: ['kind', 'key'] },
    // Descending, hash and GIN, which TypeORM leaves to the SQL.
    { name: 'dossier_latest', columns: ['kind', 'position'], synchronize: false },
    { name: 'dossier_address', columns: ['address'], synchronize: false },
    { name: 'dossier_states', columns: ['states'], synchronize: false },
  ],
});
