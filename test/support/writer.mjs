// Records states as fast as it can, and prints the code and the position of each that was acknowledged. It runs what was
// built, as a process beside the server that joins the same data.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { ForState, openRegister, readConfig, RegisterModule } from '#application';

const AT_ONCE = 16;

const register = await openRegister(readConfig(process.env));
const app = await NestFactory.createApplicationContext(RegisterModule.over(register), { logger: false });
const bus = app.get(CommandBus);

let count = 0;
async function record() {
  for (;;) {
    const code = `X-${process.pid}-${(count += 1)}`;
    const state = { code, names: { en: code } };
    const { position } = await bus.execute(
      new ForState(code, { type: 'RegisterState', state }, { actor: 'writer' }),
    );
    process.stdout.write(`${code} ${position}\n`);
  }
}

// The first that fails ends them all: the database is gone.
await Promise.all(Array.from({ length: AT_ONCE }, record)).catch(() => undefined);
process.stdout.write('lost\n');
process.exit(0);
