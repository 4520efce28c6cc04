import { openRegister, readConfig, type Register } from '#application';

const CATCH_UP_MS = 600_000;

/** Opens the register (joining a server that runs, or starting one for as long as it takes), with its tables caught up. */
export async function withRegister<T>(run: (register: Register) => Promise<T>): Promise<T> {
  const register = await openRegister(readConfig(process.env));
  try {
    await catchUp(register);
    return await run(register);
  } finally {
    await register.close();
  }
}

/** Waits until the read models show all that is recorded. */
export async function catchUp(register: Register): Promise<void> {
  register.projector.start();
  await register.projector.waitFor((await register.store.head()).position, CATCH_UP_MS);
}
