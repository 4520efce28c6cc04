// `npm start`: opens everything, says that it is ready, and ends cleanly on Ctrl-C or SIGTERM, even while it starts.
import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { readConfig, StartError } from '#application';
import { serve, type Service } from './serve.js';

/** What a first start loads: all that was found of two bodies, or with CHANCERY_DEMO=founding five texts on one state. */
const DEMOS: Readonly<Record<string, string>> = { whole: 'register.ndjson', founding: 'founding.ndjson' };

function demoFile(demo = 'whole'): string {
  const file = Object.hasOwn(DEMOS, demo) ? DEMOS[demo] : undefined;
  if (file === undefined) throw new StartError(`CHANCERY_DEMO is “${demo}”; it must be whole or founding.`);
  return fileURLToPath(new URL(`../../../../data/demo/${file}`, import.meta.url));
}

const interruption = new AbortController();
let starting: Promise<Service> | undefined;
let ending: Promise<never> | undefined;

/** Ends the service once; a second signal while it ends changes nothing. */
function end(code: number): void {
  interruption.abort();
  ending ??= stop().then(() => process.exit(code), fail);
}

async function stop(): Promise<void> {
  // A start that was interrupted has closed what it opened when it fails.
  const service = await starting?.catch(() => undefined);
  await service?.stop();
}

/** One line for what a user can mend; the stack only for what is our mistake. */
function fail(error: unknown): never {
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    end(0);
  });
}

try {
  const demo = demoFile(process.env['CHANCERY_DEMO']);
  starting = serve(readConfig(process.env), demo, console.log, interruption.signal);
  const service = await starting;
  console.log(`Chancery is ready at ${service.address}`);
  service.onLost((message) => {
    console.error(`${message} Start Chancery again; nothing acknowledged is lost.`);
    end(1);
  });
} catch (error) {
  if (!interruption.signal.aborted) fail(error);
}
