import { readFileSync } from 'node:fs';

const OBJECTS = [
  'schema',
  'btree_gist',
  'membership-history/membership_history',
  'membership-history/membership_history_state',
  'act-log/act_log',
  'act-log/act_log_membership',
  'act-log/act_log_state',
  'act-log/act_log_position',
  'registers/body',
  'registers/state',
  'registers/source',
  'privileges',
];

/** The statements that make the tables of the read models, one object each, in an order that works. */
export const readModelSql = (): string[] =>
  OBJECTS.map((name) => readFileSync(new URL(`./${name}.sql`, import.meta.url), 'utf8'));
