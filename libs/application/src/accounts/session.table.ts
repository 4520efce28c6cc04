import { EntitySchema } from 'typeorm';
import { ofAccount } from './account.table.js';

export interface Session {
  /** By which its owner names it; the token itself is not to be had from here. */
  readonly id: string;
  readonly account: string;
  /** What every form of the session carries. */
  readonly csrf: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  /** Where it was opened from: an IP address and what the browser calls itself (cut at 300 characters). */
  readonly address: string;
  readonly userAgent: string;
}

export interface SessionRow extends Session {
  readonly tokenHash: Buffer;
}

export const SessionEntity = new EntitySchema<SessionRow>({
  name: 'session',
  schema: 'accounts',
  columns: {
    tokenHash: { type: 'bytea', name: 'token_hash', primary: true, select: false },
    id: { type: 'uuid' },
    account: { type: 'uuid' },
    csrf: { type: 'text' },
    createdAt: { type: 'timestamptz', name: 'created_at' },
    lastSeenAt: { type: 'timestamptz', name: 'last_seen_at' },
    address: { type: 'text' },
    userAgent: { type: 'text', name: 'user_agent' },
  },
  uniques: [{ name: 'session_id', columns: ['id'] }],
  indices: [{ name: 'session_of_account', columns: ['account'] }],
  foreignKeys: [ofAccount('session_account')],
});
