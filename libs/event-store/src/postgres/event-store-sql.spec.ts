import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { eventStoreRoles, eventStoreSql } from './event-store-sql.js';

it('eventStoreSql holds every file of the folder once', () => {
  const folder = new URL('sql/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.sql'),
  );
  const texts = files.map((name) => readFileSync(new URL(name, folder), 'utf8'));
  expect(eventStoreSql().sort()).toEqual(texts.sort());
});

it('eventStoreRoles are the roles that the privileges name', () => {
  const granted = eventStoreSql().flatMap((text) =>
    [...text.matchAll(/ TO (chancery_\w+)/g)].map(([, role]) => role),
  );
  expect([...new Set(granted)].sort()).toEqual(Object.values(eventStoreRoles).sort());
});
