// A replay in its middle for as long as a test needs it there: over a log that gives the next part only when it is let.
import { setTimeout as sleep } from 'node:timers/promises';
import { JobRunner, Replays, type Register } from '#application';
import { DEMO_EVENTS } from './demo-facts.js';

export interface HeldReplay {
  /** Of its page. */
  readonly path: string;
  /** Lets it read one part more: 250 events. */
  more(): void;
  /** Lets it read on to its end. */
  goOn(): void;
  /** As when its process is told to end. */
  stop(): Promise<void>;
}

/** Of everything, for an account, by a runner of its own as another process has it. It begins with one part read. */
export async function heldReplay({ log, reader, accounts }: Register, account: string): Promise<HeldReplay> {
  let parts = 1;
  const held: Register['log'] = {
    async *readAll(options) {
      let read = 0;
      for await (const batch of log.readAll(options)) {
        while (read >= parts) {
          yield [];
          await sleep(20);
        }
        read += 1;
        yield batch;
      }
    },
  };
  const runner = new JobRunner(accounts.jobs);
  const params = { position: DEMO_EVENTS, knownAt: null, body: null, asOf: '2026-03-01' };
  const { job } = await new Replays({ log: held, reader }, runner).begin(account, params);
  return {
    path: `/jobs/${job.id}`,
    more: () => {
      parts += 1;
    },
    goOn: () => {
      parts = Infinity;
    },
    stop: () => runner.onModuleDestroy(),
  };
}
