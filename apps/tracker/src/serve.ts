// One process: register, projections and REST on one port.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openRegister, StartError, type Config, type Register } from '#application';
import { loadDemo } from './demo.js';
import { trackerApplication } from './tracker.module.js';

export interface Service {
  /** `http://host:port` as it is reached. */
  readonly address: string;
  /** Calls the listener when the database has gone for good. */
  onLost(listener: (message: string) => void): void;
  /** Answers what is under way, then ends. */
  stop(): Promise<void>;
}

/** How long the first start may take to fold what it has loaded. */
const CATCH_UP_MS = 600_000;

/** How long an answer that is under way may take when the service ends: longer than a read waits for its position. */
const ANSWER_MS = 2_500;

/**
 * Starts it all and gives it back when it is ready to answer. `say` gets one line for each step that takes time; an
 * interruption ends the start at the next step, with everything closed.
 */
export async function serve(
  config: Config,
  demoFile: string,
  say: (line: string) => void,
  interruption: AbortSignal,
): Promise<Service> {
  const register = await openRegister(config);
  try {
    interruption.throwIfAborted();
    const loaded = await loadDemo(register, demoFile);
    if (loaded > 0) say(`Loaded the demo register: ${String(loaded)} events.`);
    register.projector.start();
    const { position } = await register.store.head();
    await Promise.race([register.projector.waitFor(position, CATCH_UP_MS), rejectedBy(interruption)]);
    const app = await trackerApplication(register, config.serves, undefined, config);
    await listen(app, config);
    const address = addressOf(config, app);
    if (config.serves.admin) await offerSetUp(register, config.publicUrl ?? address, say);
    return {
      address,
      onLost: (listener) => {
        register.onDatabaseLost(listener);
      },
      stop: async () => {
        await closeAll(app);
        await register.close();
      },
    };
  } catch (error) {
    await register.close();
    throw error;
  }
}

/** Until there is somebody who can let others in, each start gives out a link that makes the first one. */
async function offerSetUp(
  { accounts: { links } }: Register,
  address: string,
  say: (line: string) => void,
): Promise<void> {
  const token = await links.forSetUp();
  if (token !== undefined) say(`To make the first account, open ${address}/admin/links/${token}`);
}

function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const rejectNow = () => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) rejectNow();
    else signal.addEventListener('abort', rejectNow, { once: true });
  });
}

/** Answers what is under way; connections on which nothing is asked, as browsers keep them ready, are not waited for. */
async function closeAll(app: NestFastifyApplication): Promise<void> {
  const patience = setTimeout(() => {
    app.getHttpServer().closeAllConnections();
  }, ANSWER_MS);
  await app.close();
  clearTimeout(patience);
}

async function listen(app: NestFastifyApplication, { host, port }: Config): Promise<void> {
  try {
    // Not Nest's own `listen`, which puts an error into the log before it throws it.
    await app.init();
    await app.getHttpAdapter().getInstance().listen({ port, host });
  } catch (error) {
    await app.close();
    throw explainListen(error, host, port);
  }
}

function explainListen(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const where = `${host}:${String(port)}`;
  if (code === 'EADDRINUSE') {
    return new StartError(
      `Port ${String(port)} is in use on ${host}. Stop what uses it, or set PORT to another one.`,
    );
  }
  if (code === 'EACCES')
    return new StartError(`This user may not listen on ${where}. Set PORT to one above 1023.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartError(
      `HOST “${host}” is not an address of this machine. Set HOST to 127.0.0.1 or 0.0.0.0.`,
    );
  }
  return error;
}

function addressOf({ host }: Config, app: NestFastifyApplication): string {
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
}
