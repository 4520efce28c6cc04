// Opens the register: the database, its schema, the log, and the connections of each role. Everything else hangs on it.
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { startPostgres, PostgresStartError, type RunningPostgres } from '#embedded-postgres';
import { asStored, PostgresEventStore, steadyPool, type EventStore } from '#event-store';
import { codec, readModels } from '#read-models';
import { accountStore, type AccountStore } from './accounts/account-store.js';
import { Archive } from './archive/archive.js';
import type { Config } from './config.js';
import type { Connection, Connections } from './database/connections.js';
import { dataSource, migrate } from './database/migrate.js';
import { provisionGivenServer, provisionOwnServer } from './database/provision.js';
import { Projector } from './projector.js';
import { StartError } from './start-error.js';
import type { Clock } from './tokens.js';

export interface Register {
  readonly store: EventStore;
  /** The log exactly as it is stored, for proofs; it only reads. */
  readonly log: Pick<EventStore, 'readAll'>;
  /** For queries; connects as the reader. */
  readonly reader: DataSource;
  /** Stored copies of sources. */
  readonly archive: Archive;
  /** Accounts, sessions, drafts and jobs; connects as the role that keeps them. */
  readonly accounts: AccountStore;
  /** Keeps the read models; not started yet. */
  readonly projector: Projector;
  readonly clock: Clock;
  readonly owner: Connection;
  /** Calls the listener when the embedded server ends unasked. */
  onDatabaseLost(listener: (message: string) => void): void;
  /** Ends what is under way, the connections, and the embedded server if nobody else uses it. */
  close(): Promise<void>;
}

/** Where the database is. */
type Where = Pick<Config, 'dataFolder' | 'databaseUrls'>;

/** Throws a `StartError` with one clear line where it cannot be opened. */
export async function openRegister(config: Where, clock: Clock = () => new Date()): Promise<Register> {
  const server = config.databaseUrls ? undefined : await startOwnServer(config);
  try {
    const connections = config.databaseUrls
      ? await provisionGivenServer(config.databaseUrls)
      : await provisionOwnServer((server as RunningPostgres).connection);
    await migrate(connections.owner);
    return await connectRegister(connections, clock, server);
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

async function startOwnServer({ dataFolder }: Where): Promise<RunningPostgres> {
  try {
    return await startPostgres({ dataDir: join(dataFolder, 'postgres') });
  } catch (error) {
    if (error instanceof PostgresStartError) throw new StartError(error.message, { cause: error });
    throw error;
  }
}

/** A register over a database that is migrated already; `server` is what ends with it. */
export async function connectRegister(
  connections: Connections,
  clock: Clock,
  server?: RunningPostgres,
): Promise<Register> {
  const pools = {
    writer: steadyPool({ ...connections.writer, max: 2 }),
    reader: steadyPool({ ...connections.reader, max: 10 }),
    projector: steadyPool({ ...connections.projector, max: readModels.length + 2 }),
  };
  const reader = await dataSource(connections.reader, 10).initialize();
  const accounts = await dataSource(connections.accounts, 5).initialize();
  const store = new PostgresEventStore({ writer: pools.writer, reader: pools.reader, codec });
  const log = new PostgresEventStore({ writer: pools.writer, reader: pools.reader, codec: asStored });
  const projector = new Projector(pools.projector, codec);
  return {
    store,
    log,
    reader,
    archive: new Archive(pools.writer, reader),
    accounts: accountStore(accounts, clock),
    projector,
    clock,
    owner: connections.owner,
    onDatabaseLost: (listener) => server?.onUnexpectedExit(listener),
    close: async () => {
      await projector.stop();
      await Promise.all([store.close(), log.close()]);
      await Promise.all([reader.destroy(), accounts.destroy()]);
      await Promise.all(Object.values(pools).map((each) => each.end()));
      await server?.stop();
    },
  };
}
