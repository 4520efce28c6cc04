// Installs what package-lock.json names, unless it is there already.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runQuietly, StepError } from './step.mjs';

const lockFile = join(root, 'package-lock.json');
/** npm writes it when everything is in place, and only then. */
const installedFile = join(root, 'node_modules', '.package-lock.json');
const stampFile = join(root, 'node_modules', '.chancery-installed');

/** Runs `npm ci` if node_modules is missing, half made, or of another package-lock.json. */
export async function install() {
  if (!existsSync(lockFile)) throw new StepError('package-lock.json is missing: is this a whole clone?');
  const stamp = lockStamp();
  if (readIfThere(stampFile) === stamp && existsSync(installedFile)) return;
  if (!isInstalled()) {
    console.log('Installing packages (a minute or so, the first time only) …');
    rmSync(stampFile, { force: true });
    await npmCi();
  }
  writeFileSync(stampFile, stamp);
}

/** `--include`: NODE_ENV=production would leave out the compiler, an `omit` in a user's .npmrc the database. */
async function npmCi() {
  const args = ['ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional'];
  const options = {
    failure: 'npm ci failed; it needs the network, and nobody else writing to node_modules',
    telling: firstErrors,
  };
  const cli = process.env.npm_execpath ?? '';
  if (/npm-cli\.c?js$/.test(cli) && existsSync(cli)) {
    await runQuietly(process.execPath, [cli, ...args], options);
  } else {
    await runQuietly('npm', args, { ...options, shell: process.platform === 'win32' });
  }
}

/** npm gives its reason first and pages of advice after it. */
function firstErrors(lines) {
  const errors = lines.filter((line) => line.startsWith('npm error ') || line.startsWith('npm ERR! '));
  return (errors.length > 0 ? errors : lines.slice(-20)).slice(0, 12);
}

/** Whether node_modules, however it was made, holds every package of the lock that this machine needs. */
function isInstalled() {
  const installed = readIfThere(installedFile);
  if (installed === undefined) return false;
  const found = JSON.parse(installed).packages ?? {};
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const there = found[path];
    if (!there) return entry.optional && !isForThisMachine(entry);
    const same = there.version === entry.version && there.integrity === entry.integrity;
    return same && existsSync(join(root, path, 'package.json'));
  });
}

/** Optional packages are binaries, one for each platform. Which C library is meant, npm finds out; we leave it to npm. */
function isForThisMachine({ os, cpu, libc }) {
  return Boolean(os?.includes(process.platform) && cpu?.includes(process.arch) && !libc);
}

/** Of the lock and of the machine: a folder shared between two systems is installed anew for each. */
function lockStamp() {
  const lock = readFileSync(lockFile);
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
