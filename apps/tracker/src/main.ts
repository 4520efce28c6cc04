// `npm start`: opens everything, says that it is ready, and ends cleanly on Ctrl-C or SIGTERM.
import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { readConfig, StartError } from '#application';
import { serve, type Service } from './serve.js';

const DEMO = fileURLToPath(new URL('../../../../data/demo/register.ndjson', import.meta.url));

let service: Service | undefined;
let ending: Promise<void> | undefined;

/** Ends the service once; a second signal while it ends changes nothing. */
function end(code: number): void {
  ending ??= (service?.stop() ?? Promise.resolve()).then(
    () => process.exit(code),
    (error: unknown) => {
      fail(error);
    },
  );
}

/** One line for what a user can mend; the stack only for what is our mistake. */
function fail(error: unknown): never {
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    end(0);
  });
}

try {
  service = await serve(readConfig(process.env), DEMO, console.log);
  console.log(`Chancery is ready at ${service.address}`);
  service.onLost((message) => {
    console.error(`${message} Start Chancery again; nothing acknowledged is lost.`);
    end(1);
  });
} catch (error) {
  fail(error);
}
