// A register over a database of its own, with a clock that the test sets.
import { CommandBus } from '@nestjs/cqrs';
import { NestFactory } from '@nestjs/core';
import { connectRegister, RegisterModule, type AnyCommand, type Outcome, type Register } from '#application';
import { testDatabase, type Filling, type TestDatabase } from './database.js';

/** After the last day that the demo speaks of. */
export const TODAY = '2026-04-01T12:00:00Z';

export interface TestRegister extends Register {
  readonly database: TestDatabase;
  /** Sets the instant at which commands are given and questions are asked: 2026-04-01 until then. */
  setClock(instant: string): void;
  /** Lets the projections run, and waits until they have taken in all that is recorded. */
  catchUp(): Promise<void>;
  /** Gives a command over the command bus, as every part of the program does. */
  execute(command: AnyCommand): Promise<Outcome>;
}

/** Its projections do not run until `catchUp`. `close` drops the database too. */
export async function testRegister(filling?: Filling): Promise<TestRegister> {
  const database = await testDatabase(filling);
  let now = new Date(TODAY);
  const register = await connectRegister(database.connections, () => now);
  const app = await NestFactory.createApplicationContext(RegisterModule.over(register), {
    logger: ['error', 'warn'],
  });
  return {
    ...register,
    database,
    setClock: (instant) => {
      now = new Date(instant);
    },
    catchUp: async () => register.projector.waitFor((await register.store.head()).position, 20_000),
    execute: (command) => app.get(CommandBus).execute<AnyCommand, Outcome>(command),
    close: async () => {
      await app.close();
      await register.close();
      await database.drop();
    },
  };
}
