// Runs the benchmarks against a PostgreSQL of their own, whose commits are as durable as in use.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { finish, root, StepError } from './step.mjs';

const help = `Usage: npm run bench -- [name…] [--events N]

Measures appending, reading and projecting against bare statements on the same PostgreSQL, and pages
against the REST reads that say the same, in one run,
and prints tables of ratios. Nothing else should run on the machine meanwhile.

Examples
  npm run bench
  npm run bench -- append
  npm run bench -- projection --events 200000`;

export async function benchmarks(args) {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(help);
    return;
  }
  await finish(async () => {
    await install();
    await build();
    const all = readdirSync(join(root, 'bench')).flatMap((file) => /^(.+)\.bench\.ts$/.exec(file)?.[1] ?? []);
    const flagsAt = args.findIndex((arg) => arg.startsWith('--'));
    const names = flagsAt < 0 ? args : args.slice(0, flagsAt);
    const flags = flagsAt < 0 ? [] : args.slice(flagsAt);
    const unknown = names.find((name) => !all.includes(name));
    if (unknown) throw new StepError(`There is no benchmark “${unknown}”; there are: ${all.join(', ')}.`);
    await withServer(async (connection, version) => {
      console.log(
        `PostgreSQL ${version}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
      );
      for (const name of names.length > 0 ? names : all) {
        console.log(`\n${name}`);
        await run(name, flags, connection);
      }
    });
  });
}

async function withServer(work) {
  const index = pathToFileURL(join(root, 'dist', 'libs', 'embedded-postgres', 'src', 'index.js')).href;
  const { startPostgres } = await import(index);
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'));
  try {
    const server = await startPostgres({ dataDir: join(folder, 'postgres') });
    try {
      await work(server.connection, server.majorVersion);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(name, flags, connection) {
  const file = join(root, 'dist', 'bench', `${name}.bench.js`);
  const env = { ...process.env, CHANCERY_TEST_POSTGRES: JSON.stringify(connection), DATABASE_URL: '' };
  const child = spawn(process.execPath, [file, ...flags], { stdio: 'inherit', env });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new StepError(`The benchmark ${name} ended with ${code}.`));
    });
  });
}
