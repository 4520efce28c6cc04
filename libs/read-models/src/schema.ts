import { readFileSync } from 'node:fs';

const OBJECTS = [
  'schema',
  'btree_gist',
  'pg_trgm',
  'membership-history/membership_history',
  'membership-history/membership_history_state',
  'membership-history/membership_history_disputed',
  'membership-history/membership_history_discredited',
  'membership-history/membership_history_single',
  'membership-history/membership_history_known_from',
  'membership-history/membership_history_known_to',
  'membership-history/membership_history_valid_from',
  'membership-history/membership_citation',
  'act-log/act_log',
  'act-log/act_log_membership',
  'act-log/act_log_state',
  'act-log/act_log_position',
  'act-log/act_log_said',
  'act-log/act_log_sources',
  'dossier/dossier',
  'dossier/dossier_kind_key',
  'dossier/dossier_states',
  'dossier/dossier_address',
  'dossier/dossier_latest',
  'names/name_index',
  'names/name_index_trigrams',
  'names/names_like',
  'privileges',
];

/** The statements that make the tables of the read models, one object each, in an order that works. */
export const readModelSql = (): string[] =>
  OBJECTS.map((name) => readFileSync(new URL(`./${name}.sql`, import.meta.url), 'utf8'));
