// The demo register, loaded and projected once a run, and cloned from then on.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectRegister, type Register } from '#application';
import type { Filling } from './database.js';

const file = join(import.meta.dirname, '../../data/demo/register.ndjson');

/** Of a file that was changed, another template is made. */
const fingerprint = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 8);

export const demo: Filling = {
  name: `demo_${fingerprint}`,
  fill: async (connections) => {
    const register = await connectRegister(connections, () => new Date());
    try {
      await loadDemo(register);
      await register.projector.waitFor((await register.store.head()).position, 20_000);
    } finally {
      await register.close();
    }
  },
};

/** As `npm start` does on its first start; gives the number of events. */
export async function loadDemo(register: Register): Promise<number> {
  // The composition root is a program and has no door for others, so that its part is reached for by name.
  const part = '../../apps/tracker/src/demo.js';
  const { loadDemo: load } = (await import(part)) as {
    loadDemo: (register: Register, file: string) => Promise<number>;
  };
  return load(register, file);
}
