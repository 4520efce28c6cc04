// Everything that can be said of the code without a database: `npm run check`. With `--fix`, mends what it can first; with
// `--no-tests`, leaves the unit tests to `npm test`.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';

const root = resolve(import.meta.dirname, '..');
const folders = ['apps', 'libs', 'test', 'bench'].filter((folder) => existsSync(resolve(root, folder)));

const tsc = 'typescript/bin/tsc -p tsconfig.json --pretty false';
// Without a cache: it judges a file anew only when the file itself changes, and not when a type that it uses does.
const eslint = 'eslint/bin/eslint.js . --max-warnings 0';
const prettier = 'prettier/bin/prettier.cjs . --log-level warn --cache';
const depcruise = `dependency-cruiser/bin/dependency-cruise.mjs ${folders.join(' ')} --config .dependency-cruiser.mjs`;
const stylelint = 'stylelint/bin/stylelint.mjs apps/web/src/assets/style/*.css --max-warnings 0';
const jest = 'jest/bin/jest.js --selectProjects unit --silent';

const fixes = [
  ['lint --fix', `${eslint} --fix`],
  ['format --write', `${prettier} --write`],
];

const checks = [
  ['types', tsc],
  ['lint', eslint],
  ['format', `${prettier} --check`],
  ['styles', stylelint],
  ['boundaries', depcruise],
  ['unit tests', jest],
];

/** Runs one tool, prints its line when it is done, and gives back what it said. */
function run([name, command]) {
  const started = performance.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, `node_modules/${command}`.split(' '), {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => (output += error.message));
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
      console.log(`${name.padEnd(15)} ${seconds} s  ${code === 0 ? 'ok' : 'failed'}`);
      done({ name, ok: code === 0, output: output.trim() });
    });
  });
}

/** All of them, at most `atOnce` at the same time. */
async function runAll(tasks, atOnce) {
  const waiting = [...tasks];
  const results = [];
  const worker = async () => {
    for (let task = waiting.shift(); task; task = waiting.shift()) results.push(await run(task));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return tasks.map(([name]) => results.find((result) => result.name === name));
}

const options = process.argv.slice(2);
const unknown = options.find((option) => !['--fix', '--no-tests'].includes(option));
if (unknown) {
  console.error(`npm run check takes --fix and --no-tests and nothing else, not ${unknown}.`);
  process.exit(2);
}

// What --fix cannot mend is reported by the checks.
if (options.includes('--fix')) await runAll(fixes, 1);
const wanted = options.includes('--no-tests') ? checks.filter(([name]) => name !== 'unit tests') : checks;
const failed = (await runAll(wanted, 2)).filter((result) => !result.ok);
for (const { name, output } of failed) console.log(`\n--- ${name} ---\n${output}`);
process.exitCode = failed.length > 0 ? 1 : 0;
