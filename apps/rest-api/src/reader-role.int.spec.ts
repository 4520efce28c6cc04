// Reading is done by a role that can do nothing else.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ForState } from '#application';
import { ADDRESSES } from '../../../test/support/addresses.js';
import { demoRest, type DemoRest } from '../../../test/support/rest.js';

let rest: DemoRest;
beforeAll(async () => {
  rest = await demoRest();
});
afterAll(() => rest.close());

describe('the reader', () => {
  it('is chancery_reader, who cannot become anybody else', async () => {
    const { reader } = rest.register;
    expect(await reader.query('select current_user, session_user')).toEqual([
      { current_user: 'chancery_reader', session_user: 'chancery_reader' },
    ]);
    await expect(reader.query('set role chancery_owner')).rejects.toThrow(/permission denied/);
  });

  it.each([
    `insert into read_model.name_index (stream, name, normalised, position) values ('x', 'x', 'x', 1)`,
    `update read_model.membership_history set standing = 'party'`,
    'delete from read_model.act_log',
    'truncate read_model.dossier',
    'update event_store.projection set position = 0',
    `update event_store.event set data = '{}'`,
    'delete from event_store.event',
    'create table read_model.planted ()',
    'create table public.planted ()',
    'select event_store.load(null)',
    `select archive.keep('x')`,
    `insert into archive.copy (sha256, bytes) values ('x', 'x')`,
    `select event_store.append(${Array.from({ length: 17 }, () => 'null').join()})`,
  ])('may not: %s', async (statement) => {
    await expect(rest.register.reader.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('is all that reading needs', async () => {
    const { admin, name } = rest.register.database;
    await admin.query(
      `revoke connect on database ${name} from public, chancery_owner, chancery_writer, chancery_projector`,
    );
    await admin.query(`grant connect on database ${name} to chancery_reader`);
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename in
         ('chancery_owner', 'chancery_writer', 'chancery_projector')`,
      [name],
    );
    const state = { code: 'X-NO', names: { en: 'None' } };
    const write = new ForState('X-NO', { type: 'RegisterState', state }, { actor: 'test' });
    await expect(rest.register.execute(write)).rejects.toThrow(/permission denied for database/);
    for (const path of [...ADDRESSES, '/livez', '/readyz', '/api/v1/states?knownAt=2026-01-18T00:00:00Z']) {
      expect([path, (await rest.get(path)).status]).toEqual([path, 200]);
    }
  });
});
