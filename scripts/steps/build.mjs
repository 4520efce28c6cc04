// Compiles apps, libs and bench into dist, and puts beside them what they read at run time: SQL, styles, fonts …
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { root, runQuietly } from './step.mjs';

const dist = join(root, 'dist');
const stampFile = join(dist, '.built');
const folders = ['apps', 'libs', 'bench'];
const settings = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json', 'scripts/steps/build.mjs'];

/** Builds if a source has changed since the last time; `always` asks the compiler in any case. */
export async function build({ always = false } = {}) {
  const sources = folders.flatMap((folder) => filesBelow(root, folder)).filter(isSource);
  const stamp = stampOf([...sources, ...settings]);
  const outputs = new Map(sources.map((source) => [outputOf(source), source]));
  const complete = [...outputs.keys()].every((output) => existsSync(join(dist, output)));
  if (!always && complete && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;

  console.log('Building …');
  rmSync(stampFile, { force: true });
  // The compiler believes its own notes, even when a file that it once wrote is gone.
  if (!complete) rmSync(join(dist, '.tsbuildinfo'), { force: true });
  removeStale(outputs);
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  await runQuietly(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--pretty', 'false'], {
    failure: 'The build failed',
    telling: (lines) => lines.slice(-40),
  });
  for (const [output, source] of outputs) if (output === source) copy(source);
  writeFileSync(stampFile, stamp);
}

const isCode = (path) => /\.tsx?$/.test(path);
const isSource = (path) =>
  !/\.(spec|contract)\.tsx?$|\.d\.ts$|\.md$|(^|\/)\.[^/]*$|\/testing\/|^bench\/peers\//.test(path) &&
  (isCode(path) || !path.startsWith('bench/'));

/** Where a source goes, below dist: code as JavaScript, everything else as it is. */
const outputOf = (source) => source.replace(/\.tsx?$/, '.js');

/** Removes from dist what comes from a source that is no more. */
function removeStale(outputs) {
  for (const file of folders.flatMap((folder) => filesBelow(dist, folder))) {
    if (!outputs.has(file.replace(/\.js\.map$/, '.js'))) rmSync(join(dist, file));
  }
}

function copy(path) {
  mkdirSync(dirname(join(dist, path)), { recursive: true });
  copyFileSync(join(root, path), join(dist, path));
}

function stampOf(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Files below a folder of a base, by their path from the base, with slashes. */
function filesBelow(base, folder) {
  if (!existsSync(join(base, folder))) return [];
  return readdirSync(join(base, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(base, path);
    return [path];
  });
}
