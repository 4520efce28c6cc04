// Chancery while it is being written: builds, compiles upon every change, restarts the program. `npm run dev`
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const program = 'dist/apps/tracker/src/main.js';
const children = new Set();
let stopping = false;

/** Starts a Node script that speaks to this terminal, and resolves with its exit code. */
function start(args) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    // A group of its own, where there are groups: Ctrl-C reaches this script alone, which then stops each child once.
    detached: process.platform !== 'win32',
  });
  children.add(child);
  return new Promise((done) => {
    child.on('error', (error) => {
      console.error(error.message);
    });
    child.on('close', (code) => {
      children.delete(child);
      done(code ?? 0);
    });
  });
}

/** Asks every child to end, and lets the program close its database in peace. A second Ctrl-C does not wait. */
function stop() {
  for (const child of children) {
    if (!stopping) child.kill('SIGTERM');
    else if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  }
  stopping = true;
}

process.on('SIGINT', stop);
process.on('SIGTERM', stop);
process.on('SIGHUP', stop);

function build() {
  const compile = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'];
  return start(existsSync(resolve(root, 'scripts/build.mjs')) ? ['scripts/build.mjs'] : compile);
}

const built = await build();
if (!stopping && !existsSync(resolve(root, program))) {
  console.error(`There is no ${program} to run: the build has to succeed once.`);
  process.exitCode = built || 1;
} else if (!stopping) {
  const compiler = start([
    'node_modules/typescript/bin/tsc',
    '-p',
    'tsconfig.build.json',
    '--watch',
    '--preserveWatchOutput',
  ]);
  const server = start(['--watch', '--watch-preserve-output', '--enable-source-maps', program]);
  // If one of the two ends by itself, the other has no purpose.
  await Promise.race([compiler, server]);
  if (!stopping) stop();
  await Promise.all([compiler, server]);
}
