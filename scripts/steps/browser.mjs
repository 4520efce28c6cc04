// The Chromium that pages are tried and pictured in: CHROME_PATH, else an installed one, else the one that comes along.
import { execFile } from 'node:child_process';
import { existsSync, lstatSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { root, StepError } from './step.mjs';

const run = promisify(execFile);

/** Nothing of these pages needs a graphics card, and nothing may be asked of the network but the pages. */
export const browserFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * What to start, and the environment to start it in. CHANCERY_BROWSER=packaged passes over what is installed. Throws a
 * StepError with advice where there is none.
 */
export async function findBrowser(env = process.env) {
  if (env.CHROME_PATH) {
    if (existsSync(env.CHROME_PATH)) return { executablePath: env.CHROME_PATH, env };
    throw new StepError(`CHROME_PATH is “${env.CHROME_PATH}”, and there is no such file.`);
  }
  const installed = env.CHANCERY_BROWSER === 'packaged' ? undefined : await installedBrowser(env);
  if (installed) return { executablePath: installed, env };
  if (process.platform === 'linux' && process.arch === 'x64') return packagedBrowser(env);
  throw new StepError(
    'There is no browser for the tests: install Chrome or Chromium, or say where it is in CHROME_PATH.',
  );
}

const places = {
  linux: () =>
    ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'].map(
      (name) => `/usr/bin/${name}`,
    ),
  darwin: () =>
    ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: (env) =>
    [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ]),
};

async function installedBrowser(env) {
  for (const path of places[process.platform]?.(env) ?? []) {
    if (existsSync(path) && (await starts(path))) return path;
  }
  return undefined;
}

/** On Linux the name may be a note that the browser is to be had elsewhere. */
async function starts(path) {
  if (process.platform !== 'linux') return true;
  try {
    await run(path, ['--version'], { timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

/** Unpacked once, into a folder that is this user's alone. */
async function packagedBrowser(env) {
  const packed = join(root, 'node_modules/@sparticuz/chromium');
  const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8'));
  const folder = join(tmpdir(), `chancery-chromium-${version}-${process.getuid()}`);
  if (!existsSync(join(folder, 'chromium'))) await unpack(folder);
  const { uid, mode } = lstatSync(folder);
  if (uid !== process.getuid() || mode & 0o022)
    throw new StepError(`${folder} can be written by others: remove it.`);
  // Its own libraries in any case: it was built with them, and a small image has none.
  const libraries = [join(folder, 'al2023/lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return { executablePath: join(folder, 'chromium'), env: { ...env, LD_LIBRARY_PATH: libraries } };
}

/** In a process of its own: the package unpacks into the system's temporary folder, as it is told, and beside libraries. */
async function unpack(folder) {
  const part = mkdtempSync(`${folder}-`);
  const code = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
  try {
    await run(process.execPath, ['-e', code], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '', TMPDIR: part, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    });
    renameSync(part, folder);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    // Another may have been faster.
    if (existsSync(join(folder, 'chromium'))) return;
    throw new StepError(
      `The browser that comes along could not be unpacked into ${dirname(folder)} as ${basename(folder)} ` +
        `(${error.message.split('\n')[0]}): make room there, or say in CHROME_PATH where another one is.`,
    );
  }
}
