import { EntitySchema } from 'typeorm';
import { ofAccount } from './account.table.js';

/** To make the first account, to accept an invitation, to choose a new password. */
export type LinkKind = 'set-up' | 'invitation' | 'reset';

export interface LinkRow {
  readonly tokenHash: Buffer;
  readonly kind: LinkKind;
  /** Whose password it lets choose; null for a set-up link alone. */
  readonly account: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

export const LinkEntity = new EntitySchema<LinkRow>({
  name: 'link',
  schema: 'accounts',
  columns: {
    tokenHash: { type: 'bytea', name: 'token_hash', primary: true },
    kind: { type: 'text', collation: 'C' },
    account: { type: 'uuid', nullable: true },
    createdAt: { type: 'timestamptz', name: 'created_at' },
    expiresAt: { type: 'timestamptz', name: 'expires_at' },
    usedAt: { type: 'timestamptz', name: 'used_at', nullable: true },
  },
  checks: [
    { name: 'link_kind_known', expression: "kind in ('set-up', 'invitation', 'reset')" },
    { name: 'link_names_account', expression: "(kind = 'set-up') = (account is null)" },
  ],
  foreignKeys: [ofAccount('link_account')],
});
