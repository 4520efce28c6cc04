import { readFileSync } from 'node:fs';

const OBJECTS = [
  'schema',
  'account',
  'session',
  'session_account',
  'log',
  'log_of_account',
  'refuse',
  'log_is_kept',
  'throttle',
  'throttle_since',
  'link',
  'draft',
  'draft_of_account',
  'job',
  'job_of_account',
  'privileges',
];

/** The statements that make the schema of accounts, one object each, in an order that works. */
export const accountsSql = (): string[] =>
  OBJECTS.map((name) => readFileSync(new URL(`./sql/${name}.sql`, import.meta.url), 'utf8'));
