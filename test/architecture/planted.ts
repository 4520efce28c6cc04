// A small tree that keeps every rule, and for each rule the file that breaks it.

type Files = Readonly<Record<string, string>>;

/** Stand-ins for published packages; `leftover` is in no package.json. */
export const packages = ['pg', 'typeorm', 'zod', '@nestjs/common', 'fast-check', 'leftover'];

export const legalTree: Files = {
  'libs/event-store/src/index.ts': `export type * from './event.js'; export { open } from './postgres/open.js';`,
  'libs/event-store/src/event.ts': `export interface StoredEvent { type: string }`,
  'libs/event-store/src/postgres/open.ts': `import pg from 'pg'; import { hash } from 'node:crypto'; export const open = [pg, hash];`,
  'libs/transparency/src/index.ts': `export { leaf } from './leaf.js';`,
  'libs/transparency/src/leaf.ts': `import { createHash } from 'node:crypto'; export const leaf = createHash;`,
  'libs/embedded-postgres/src/index.ts': `import { spawn } from 'node:child_process'; export const start = spawn;`,
  'libs/register/src/index.ts': `export * from './day.js'; export { read } from './day.schema.js';`,
  'libs/register/src/day.ts': `import type { StoredEvent } from '#event-store'; import type { read } from './day.schema.js'; export type Day = StoredEvent['type'] | typeof read;`,
  'libs/register/src/day.schema.ts': `import { z } from 'zod'; import type { Day } from './day.js'; export const read: Day = z;`,
  'libs/register/src/day.spec.ts': `import fc from 'fast-check'; import { given } from '../../../test/support/given.js'; import { read } from './day.schema.js'; fc(given, read);`,
  'libs/read-models/src/index.ts': `export { days } from './day.queries.js'; export { day } from './day.projection.js';`,
  'libs/read-models/src/day.projection.ts': `import type { StoredEvent } from '#event-store'; import { read } from '#register'; export const day = (event: StoredEvent) => read(event);`,
  'libs/read-models/src/day.table.ts': `import { Entity } from 'typeorm'; export const table = Entity;`,
  'libs/read-models/src/day.queries.ts': `import pg from 'pg'; import { table } from './day.table.js'; export const days = [pg, table];`,
  'libs/interchange/src/index.ts': `import type { StoredEvent } from '#event-store'; import { read } from '#register'; export const rows = (event: StoredEvent) => read(event);`,
  'libs/application/src/index.ts': `export { Application } from './application.js';`,
  'libs/application/src/application.ts': `
    import { Module } from '@nestjs/common';
    import { DataSource } from 'typeorm';
    import { start } from '#embedded-postgres';
    import { open } from '#event-store';
    import { days } from '#read-models';
    import { read } from '#register';
    import { leaf } from '#transparency';
    export const Application = [Module, DataSource, start, open, days, read, leaf];`,
  'apps/rest-api/src/index.ts': `import { Application } from '#application'; export const RestApi = Application;`,
  'apps/web/src/index.ts': `import { rows } from '#interchange'; import { days } from '#read-models'; export const Web = [rows, days];`,
  'apps/cli/src/main.ts': `import { start } from '#embedded-postgres'; import { read } from '#register'; start(read);`,
  'apps/tracker/src/main.ts': `import { start } from '#embedded-postgres'; import { RestApi } from '#rest-api'; import { Web } from '#web'; start(RestApi, Web);`,
  'test/support/given.ts': `import { read } from '#register'; export const given = read;`,
  'test/e2e/start.e2e.spec.ts': `import { start } from '#embedded-postgres'; start();`,
  'bench/append.ts': `import { open } from '#event-store'; open();`,
};

const runs = (specifier: string) => `import { x } from '${specifier}'; export const y = x;`;

/** By the name of the rule: the file that breaks it, and what stands in the file. */
export const planted: Readonly<Record<string, readonly [file: string, source: string]>> = {
  'arrows-from-event-store': ['libs/event-store/src/diplomacy.ts', runs('#register')],
  'arrows-from-transparency': ['libs/transparency/src/store.ts', runs('#event-store')],
  'arrows-from-embedded-postgres': ['libs/embedded-postgres/src/store.ts', runs('#event-store')],
  'arrows-from-register': ['libs/register/src/reading.ts', runs('#read-models')],
  'types-only-from-register': ['libs/register/src/storing.ts', runs('#event-store')],
  'arrows-from-read-models': ['libs/read-models/src/commanding.ts', runs('#application')],
  'arrows-from-interchange': ['libs/interchange/src/reading.ts', runs('#read-models')],
  'types-only-from-interchange': ['libs/interchange/src/storing.ts', runs('#event-store')],
  'arrows-from-application': ['libs/application/src/importing.ts', runs('#interchange')],
  'arrows-from-rest-api': ['apps/rest-api/src/storing.ts', runs('#event-store')],
  'arrows-from-web': ['apps/web/src/launching.ts', runs('#embedded-postgres')],
  'arrows-from-cli': ['apps/cli/src/page.ts', runs('#web')],
  'arrows-from-tracker': ['apps/tracker/src/proving.ts', runs('#transparency')],

  'through-the-index': ['libs/application/src/inside.ts', runs('../../register/src/day.js')],
  'through-the-index-in-tests': ['test/inside.spec.ts', runs('../libs/register/src/day.js')],
  'by-alias': ['libs/read-models/src/by-path.ts', runs('../../register/src/index.js')],
  'by-alias-in-tests': ['test/by-path.spec.ts', runs('../libs/register/src/index.js')],
  'not-ones-own-index': ['libs/register/src/roundabout.ts', runs('#register')],

  'register-is-pure': ['libs/register/src/random.ts', runs('node:crypto')],
  'projections-are-pure': ['libs/read-models/src/random.projection.ts', runs('node:crypto')],
  'projections-know-no-tables': ['libs/read-models/src/bound.projection.ts', runs('./day.table.js')],

  'event-store-packages': ['libs/event-store/src/memory.ts', runs('pg')],
  'event-store-packages-in-postgres': ['libs/event-store/src/postgres/entity.ts', runs('typeorm')],
  'transparency-packages': ['libs/transparency/src/tree.ts', runs('pg')],
  'transparency-packages-in-postgres': ['libs/transparency/src/postgres/entity.ts', runs('typeorm')],
  'read-models-database': ['libs/read-models/src/names.ts', runs('pg')],
  'interchange-database': ['libs/interchange/src/rows.ts', runs('pg')],
  'apps-database': ['apps/rest-api/src/states.controller.ts', runs('typeorm')],
  'nest-in-application-only': ['libs/interchange/src/service.ts', runs('@nestjs/common')],

  'no-cycles': ['libs/register/src/egg.ts', `import { hen } from './hen.js'; export const egg = hen;`],
  'no-test-code-in-the-product': ['apps/web/src/sample.ts', runs('../../../test/support/given.js')],
  'no-development-packages': ['apps/cli/src/sample.ts', runs('fast-check')],
  'no-undeclared-packages': ['apps/cli/src/extra.ts', runs('leftover')],
  'no-missing-files': ['apps/cli/src/lost.ts', runs('./nowhere.js')],
  'no-orphans': ['libs/register/src/alone.ts', `export const alone = 1;`],
  'no-unused-files': ['libs/register/src/unused.ts', runs('./day.schema.js')],
};

/** The other half of the cycle. */
export const helpers: Files = {
  'libs/register/src/hen.ts': `import { egg } from './egg.js'; export const hen = egg;`,
};

/** What neither the domain nor a projection may import. */
export const impure = ['node:crypto', 'node:fs', 'node:timers', 'typeorm', 'pg', '@nestjs/common'];

export const impureFiles: Files = Object.fromEntries(
  impure.flatMap((specifier, n) => [
    [`libs/register/src/impure-${n}.ts`, runs(specifier)],
    [`libs/read-models/src/impure-${n}.projection.ts`, runs(specifier)],
  ]),
);
