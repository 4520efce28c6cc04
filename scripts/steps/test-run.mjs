// Installs, builds, and runs Jest: everything once on the bundled PostgreSQL, and `int` once more on version 15.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { Counts } from './counts.mjs';
import { install } from './install.mjs';
import { finish, root } from './step.mjs';
import { prefix, startTestCluster, sweepTestClusters } from './test-cluster.mjs';

const help = `Usage: npm test [-- [unit] [int] [e2e] [options of Jest]]

  npm test                                 everything
  npm test -- unit                         one kind: also npm run test:unit, test:int, test:e2e
  npm test -- int libs/event-store         of a kind, the files whose path has this in it
  npm test -- unit -t "signs a charter"    the tests whose name has this in it`;

const kinds = ['unit', 'int', 'e2e'];
const oldest = { label: 'PostgreSQL 15', binaries: '/usr/lib/postgresql/15/bin' };
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** The run of Jest at the moment, and whether somebody has asked us to stop. */
let jest;
let interrupted = false;

export async function testRun(args) {
  if (args.some((arg) => arg === '--help' || arg === '-h')) {
    console.log(help);
    return;
  }
  const rest = args.findIndex((arg) => !kinds.includes(arg));
  const chosen = rest === -1 ? args : args.slice(0, rest);
  const options = rest === -1 ? [] : args.slice(rest);
  const counts = new Counts();
  await finish(async () => {
    await install();
    await build();
    for (const signal of signals) process.on(signal, interrupt);
    await runAll(chosen.length > 0 ? chosen : kinds, options, counts);
  });
  if (process.exitCode) counts.fail('The run could not be finished.');
  if (interrupted) {
    console.error('Interrupted.');
    process.exitCode = 130;
    return;
  }
  counts.print();
  if (!counts.good) process.exitCode = 1;
}

async function runAll(chosen, options, counts) {
  if (!chosen.includes('int') && !chosen.includes('e2e')) {
    await run(chosen, options, counts);
    return;
  }
  await sweepTestClusters();
  await onCluster(undefined, (cluster) => run(chosen, options, counts, cluster));
  if (interrupted || !chosen.includes('int')) return;
  if (!existsSync(join(oldest.binaries, 'postgres'))) {
    console.log(`Left out: int on ${oldest.label}, which is not installed in ${oldest.binaries}.`);
    return;
  }
  // The launcher's own specs start their own servers, and apps have no statements of their own: once is enough.
  const others = [...options, '--testPathIgnorePatterns', '/libs/embedded-postgres/', '/apps/'];
  await onCluster(oldest.binaries, (cluster) => run(['int'], others, counts, cluster));
}

async function onCluster(binaries, work) {
  const cluster = await startTestCluster(binaries);
  try {
    if (!interrupted) await work(cluster);
  } finally {
    await cluster.remove();
  }
}

async function run(projects, options, counts, cluster) {
  const name = `${projects.join(', ')}${cluster ? ` on ${cluster.label}` : ''}`;
  console.log(`Running ${name} …`);
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  const report = join(folder, 'report.json');
  try {
    const args = ['--selectProjects', ...projects, '--json', '--outputFile', report, '--passWithNoTests'];
    if (!options.some((option) => /^(-i|-w|--runInBand|--maxWorkers)/.test(option)))
      args.push('--maxWorkers=2');
    const exit = await runJest([...args, ...options], environment(cluster));
    if (!interrupted) counts.add(name, report, exit);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ours, without a database that a test could mistake for its own. */
function environment(cluster) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(PG[A-Z]+|DATABASE_URL|CHANCERY_DATA)$/.test(name),
  );
  const nodeOptions = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`.trim();
  const ours = cluster && {
    CHANCERY_TEST_POSTGRES: JSON.stringify(cluster.connection),
    CHANCERY_TEST_POSTGRES_LABEL: cluster.label,
  };
  return { ...Object.fromEntries(kept), NODE_OPTIONS: nodeOptions, ...ours };
}

function runJest(args, env) {
  jest = spawn(process.execPath, [join(root, 'node_modules', 'jest', 'bin', 'jest.js'), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Jest says where it has put its report, a file that will be gone. The tests themselves speak on stderr.
  jest.stdout.resume();
  return new Promise((done) => {
    jest.on('error', (error) => done(error.message));
    jest.on('close', (code, signal) => done(signal ?? code));
  });
}

/** Ctrl-C reaches Jest by itself, other signals do not. We wait for it, take the cluster down, and end. */
function interrupt(signal) {
  interrupted = true;
  if (signal !== 'SIGINT') jest?.kill(signal);
}
