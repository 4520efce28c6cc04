import { EntitySchema } from 'typeorm';
import { ofAccount } from './account.table.js';

/** What the log of accounts tells of. */
export const LOG_EVENTS = [
  'signed-in',
  'sign-in-failed',
  'sign-in-throttled',
  'signed-out',
  'session-ended',
  'account-added',
  'link-made',
  'password-set',
  'roles-set',
  'email-set',
  'disabled',
  'enabled',
  'oidc-linked',
] as const;
export type LogEvent = (typeof LOG_EVENTS)[number];

export interface LogRow {
  /** Grows with time. */
  readonly id: string;
  readonly at: Date;
  readonly event: LogEvent;
  /** Whom it is about; null where a name was tried that nobody has. */
  readonly account: string | null;
  /** Who did it, where that is another account. */
  readonly by: string | null;
  readonly address: string;
  readonly userAgent: string;
  /** What there is to add, such as `{ "roles": ["recorder"] }` or `{ "means": "oidc" }`. */
  readonly detail: Readonly<Record<string, unknown>>;
}

export const LogEntity = new EntitySchema<LogRow>({
  name: 'log',
  schema: 'accounts',
  columns: {
    id: { type: 'bigint', primary: true },
    at: { type: 'timestamptz' },
    event: { type: 'text', collation: 'C' },
    account: { type: 'uuid', nullable: true },
    by: { type: 'uuid', nullable: true },
    address: { type: 'text' },
    userAgent: { type: 'text', name: 'user_agent' },
    detail: { type: 'jsonb' },
  },
  indices: [{ name: 'log_of_account', columns: ['account'] }],
  foreignKeys: [ofAccount('log_account'), ofAccount('log_by', 'by')],
});
