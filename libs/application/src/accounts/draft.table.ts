import { EntitySchema } from 'typeorm';
import { ofAccount } from './account.table.js';

/** A form that somebody has begun. */
export interface Draft<Data = unknown> {
  readonly id: string;
  readonly account: string;
  /** Which form: the page that offers it knows. */
  readonly kind: string;
  readonly data: Data;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const DraftEntity = new EntitySchema<Draft>({
  name: 'draft',
  schema: 'accounts',
  columns: {
    id: { type: 'uuid', primary: true },
    account: { type: 'uuid' },
    kind: { type: 'text', collation: 'C' },
    data: { type: 'jsonb' },
    createdAt: { type: 'timestamptz', name: 'created_at' },
    updatedAt: { type: 'timestamptz', name: 'updated_at' },
  },
  indices: [{ name: 'draft_of_account', columns: ['account', 'updatedAt'] }],
  foreignKeys: [ofAccount('draft_account')],
});
