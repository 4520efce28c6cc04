import { readFileSync } from 'node:fs';

const FILES = [
  'schema.sql',
  'tables/event.sql',
  'tables/head.sql',
  'tables/idempotency.sql',
  'tables/projection.sql',
  'functions/instant.sql',
  'functions/result_of.sql',
  'functions/earlier_requests.sql',
  'functions/earlier_events.sql',
  'functions/events_skipped.sql',
  'functions/append.sql',
  'functions/check_load.sql',
  'functions/load.sql',
  'functions/position_at.sql',
  'functions/refuse.sql',
  'functions/head_goes_on.sql',
  'triggers/event.sql',
  'triggers/idempotency.sql',
  'triggers/head.sql',
  'privileges/public.sql',
  'privileges/chancery_writer.sql',
  'privileges/chancery_reader.sql',
  'privileges/chancery_projector.sql',
];

/** The database roles that the privileges are granted to. They must exist before the SQL runs. */
export const eventStoreRoles = {
  writer: 'chancery_writer',
  reader: 'chancery_reader',
  projector: 'chancery_projector',
} as const;

/** The whole schema `event_store`, file by file, to be run in this order in one transaction by its owner. */
export function eventStoreSql(): string[] {
  return FILES.map((file) => readFileSync(new URL(`sql/${file}`, import.meta.url), 'utf8'));
}
