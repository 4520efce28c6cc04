// What must be there before the first migration: the roles, the database, the schemas.
import pg from 'pg';
import { SteadyClient } from '#event-store';
import { StartError } from '../start-error.js';
import { ROLES, roleName, type Connection, type Connections, type Role } from './connections.js';
import { withHost, type DatabaseUrls } from '../config.js';

/** PostgreSQL 15 to 18 are tested; later ones are let in. */
const OLDEST = 150_000;

/** In a server of our own: a role that can sign in for each part, and a database that the owner owns. */
export async function provisionOwnServer(superuser: Connection, database = 'chancery'): Promise<Connections> {
  // PGSSLMODE and PGOPTIONS, where they are set, are meant for another server.
  const plain: Connection = { ...superuser, ssl: false, options: '-c timezone=UTC' };
  await withClient(plain, async (client) => {
    await client.query("select pg_advisory_lock(hashtext('chancery roles'))");
    for (const role of ['owner', ...ROLES] as const) await createRole(client, roleName(role), 'login');
    const { rows } = await client.query('select from pg_database where datname = $1', [database]);
    if (rows.length === 0) {
      await client.query(`create database ${pg.escapeIdentifier(database)} owner ${roleName('owner')}`);
    }
  });
  const as = (role: Parameters<typeof roleName>[0]): Connection => ({
    ...plain,
    database,
    user: roleName(role),
  });
  return {
    owner: as('owner'),
    writer: as('writer'),
    reader: as('reader'),
    projector: as('projector'),
    accounts: as('accounts'),
  };
}

/**
 * In a server of the user's: the roles are made if they are missing and the user may make them. A part without an
 * address of its own connects with the owner's and takes its role on for the session.
 */
export async function provisionGivenServer(urls: DatabaseUrls): Promise<Connections> {
  const owner: Connection = { connectionString: urls.owner };
  await withClient(owner, async (client) => {
    await checkVersion(client);
    await client.query('begin');
    await client.query("select pg_advisory_xact_lock(hashtext('chancery roles'))");
    for (const role of ROLES) await createRole(client, roleName(role), 'nologin');
    for (const role of ROLES.filter((name) => urls[name] === undefined)) await takeOn(client, roleName(role));
    await client.query('commit');
  });
  const as = async (role: Role): Promise<Connection> => {
    const url = urls[role];
    if (url === undefined) return { connectionString: takingOn(urls.owner, roleName(role)) };
    await withClient({ connectionString: url }, checkVersion, `DATABASE_${role.toUpperCase()}_URL`);
    return { connectionString: url };
  };
  return {
    owner,
    writer: await as('writer'),
    reader: await as('reader'),
    projector: await as('projector'),
    accounts: await as('accounts'),
  };
}

/** The same address, with the role among its options: the last one, so that no other can stand instead of it. */
function takingOn(address: string, role: string): string {
  const url = new URL(withHost(address));
  url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} -c role=${role}`.trim());
  return url.toString();
}

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; text: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as text",
  );
  const [version] = rows;
  if (version && version.number < OLDEST) {
    throw new StartError(`DATABASE_URL leads to PostgreSQL ${version.text}; Chancery needs 15 or later.`);
  }
}

/** Two starts at once may both find it missing: that the other made it first is as good. */
async function createRole(client: pg.Client, role: string, login: 'login' | 'nologin'): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then create role ${role} ${login}; end if;
  exception when duplicate_object or unique_violation then null;
  end $$`);
}

/** From PostgreSQL 16 on, whoever makes a role may hand it out, and yet has to hand it to themselves first. */
async function takeOn(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ can: boolean }>(
    `select pg_has_role(current_user, $1,
       case when current_setting('server_version_num')::int < 160000 then 'member' else 'set' end) as can`,
    [role],
  );
  if (rows[0]?.can !== true) await client.query(`grant ${role} to current_user`);
}

/**
 * Runs something over one connection; what PostgreSQL or the network says against it becomes one clear line, which names
 * the variable that the address came from.
 */
export async function withClient<T>(
  connection: Connection,
  run: (client: pg.Client) => Promise<T>,
  variable = 'DATABASE_URL',
): Promise<T> {
  const client = new SteadyClient({ ...connection, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return await run(client);
  } catch (error) {
    throw explain(error, connection, variable);
  } finally {
    await client.end();
  }
}

const ADVICE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there; is PostgreSQL running, and are host and port right?',
  ENOTFOUND: 'there is no such host.',
  EAI_AGAIN: 'the host name cannot be looked up just now.',
  ETIMEDOUT: 'it does not answer.',
  '28P01': 'the password is wrong.',
  '28000': 'the server does not let this user in.',
  '3D000': 'there is no such database; create it first (createdb).',
  '53300': 'the server has no free connection.',
};

const RIGHTS = 'run docker/roles.sql as an administrator once, which makes the roles and the database.';

function explain(error: unknown, { connectionString, host }: Connection, variable: string): unknown {
  if (error instanceof StartError || !(error instanceof Error)) return error;
  const where =
    connectionString === undefined
      ? `The database at ${host ?? '?'}`
      : `${variable} (${withoutPassword(connectionString)})`;
  const code = 'code' in error ? String(error.code) : '';
  const said = error.message || code || 'no answer';
  const reason = code === '42501' ? `${said}; ${RIGHTS}` : (ADVICE[code] ?? `${said}.`);
  return new StartError(`${where}: ${reason}`, { cause: error });
}

function withoutPassword(connectionString: string): string {
  const url = new URL(withHost(connectionString));
  url.password = '';
  url.search = '';
  return url.toString();
}
