// What can go wrong at the start is said in one line that tells what to do, with exit code 1 and no stack trace.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DEMO_EVENTS } from '../support/demo-facts.js';
import { Household, root, wholeLog, type Running } from '../support/program.js';

jest.setTimeout(60_000);

let household: Household;
let closing: (() => void)[];
beforeEach(() => {
  household = new Household();
  closing = [];
});
afterEach(async () => {
  await household.leave();
  for (const close of closing) close();
});

const isRoot = process.getuid?.() === 0;

/** The one line that a start ended with. */
async function lastWords(running: Running): Promise<string> {
  const { code, stdout, stderr } = await running.ended;
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr.trimEnd()).not.toMatch(/\n|\bat \S+ \(|node:internal|Error:/);
  expect(household.processesInData()).toEqual([]);
  return stderr.trimEnd();
}

async function listening(): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return (server.address() as { port: number }).port;
}

describe('the port', () => {
  it('in use, or of an address that another machine has', async () => {
    const port = await listening();
    const inUse = await household.serve({ PORT: String(port) }).ended;
    expect(inUse).toMatchObject({
      code: 1,
      stderr: `Port ${port} is in use on 127.0.0.1. Stop what uses it, or set PORT to another one.\n`,
    });
    expect(inUse.stdout).not.toContain('ready');
    expect(household.processesInData()).toEqual([]);
    expect(await lastWords(household.serve({ HOST: '192.0.2.1' }))).toBe(
      'HOST “192.0.2.1” is not an address of this machine. Set HOST to 127.0.0.1 or 0.0.0.0.',
    );
  });

  it('that is none', async () => {
    expect(await lastWords(household.serve({ PORT: 'abc' }))).toBe(
      'PORT is “abc”; it must be a number from 0 to 65535.',
    );
    expect(readdirSync(household.data)).toEqual([]);
  });
});

describe('the data folder', () => {
  it('of another major version of PostgreSQL', async () => {
    mkdirSync(join(household.data, 'postgres'));
    writeFileSync(join(household.data, 'postgres', 'PG_VERSION'), '14\n');
    expect(await lastWords(household.serve())).toMatch(
      /^The data in \S+ are of PostgreSQL 14, this is PostgreSQL 18\. Dump them with pg_dumpall of version 14 /,
    );
  });

  it('of something else', async () => {
    mkdirSync(join(household.data, 'postgres'));
    writeFileSync(join(household.data, 'postgres', 'letter.txt'), 'Dear colleague');
    expect(await lastWords(household.serve())).toMatch(
      /is not empty and holds no PostgreSQL data\. .*CHANCERY_DATA/,
    );
  });

  it('that is a file', async () => {
    const file = join(household.data, 'file');
    writeFileSync(file, '');
    expect(await lastWords(household.serve({ CHANCERY_DATA: file }))).toMatch(
      /a file stands where a folder is needed/,
    );
  });

  const mayActAsAnother = !isRoot || [process.execPath, root].every(isOpenToAll);
  if (!mayActAsAnother)
    console.log('Left out: a read-only data folder; as root it needs a clone that others may read.');
  (mayActAsAnother ? it : it.skip)('that it may only read', async () => {
    chmodSync(household.data, 0o555);
    const nobody = isRoot ? { uid: 65_534, gid: 65_534 } : {};
    const line = await lastWords(household.serve({}, nobody));
    chmodSync(household.data, 0o755);
    expect(line).toMatch(
      /^No permission for uid \d+ to use \S+\. Run as its owner or hand it over with chown\./,
    );
  });

  it('that is kept from others, as in a private home', async () => {
    chmodSync(household.data, 0o700);
    const server = household.serve();
    expect(await wholeLog(await server.ready())).toHaveLength(DEMO_EVENTS);
    expect(await server.end('SIGINT')).toMatchObject({ code: 0 });
  });
});

describe('a disk', () => {
  const mayMount = isRoot && canMount();
  if (!mayMount) console.log('Left out: a full disk; it needs root and the right to mount a file system.');
  const onSmallDisk = mayMount ? it : it.skip;

  onSmallDisk('too small for a database', async () => {
    const disk = household.mount('20m')!;
    expect(await lastWords(household.serve({ CHANCERY_DATA: disk }))).toMatch(
      /^The disk that holds \S+ is full\. Free some space and start again\.$/,
    );
  });

  onSmallDisk(
    'that is full refuses what is to be recorded in one line, and answers all the same',
    async () => {
      const CHANCERY_DATA = household.mount('150m')!;
      const server = household.serve({ CHANCERY_DATA });
      const address = await server.ready();
      const { bavail, bsize } = statfsSync(CHANCERY_DATA);
      const filler = join(CHANCERY_DATA, 'filler');
      writeFileSync(filler, Buffer.alloc(bavail * bsize - 40_000));
      const record = (n: number) => household.chancery(longIntent(n), { CHANCERY_DATA });
      const ended = await record(1);
      expect(ended).toMatchObject({ code: 1, stdout: '' });
      expect(ended.stderr).toMatch(/^The database failed: .*No space left on device\..*\n$/);
      expect(server.hasEnded).toBe(false);
      expect(await wholeLog(address)).toHaveLength(DEMO_EVENTS);

      rmSync(filler);
      expect(await record(2)).toMatchObject({ code: 0, stderr: '' });
      expect(await wholeLog(address)).toHaveLength(DEMO_EVENTS + 1);
      expect(await server.end('SIGINT')).toMatchObject({ code: 0 });
    },
  );
});

describe('Node', () => {
  it.each(['18.20.4', '20.18.3', '21.7.0'])(
    '%s is too old, and is told so before anything else',
    async (version) => {
      const old = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
      for (const script of ['start', 'test', 'chancery']) {
        const args = [
          '--import',
          `data:text/javascript,${encodeURIComponent(old)}`,
          join(root, `scripts/${script}.mjs`),
        ];
        expect(await lastWords(household.node(args))).toBe(
          `Chancery needs Node.js 20.19 or later in its line, or 22 and up; this is ${version}. ` +
            'Install a current one from https://nodejs.org and try again.',
        );
      }
    },
  );
});

function isOpenToAll(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    const mode = Number(execFileSync('stat', ['-Lc', '%a', path], { encoding: 'utf8' }).trim().slice(-1));
    return (mode & 1) === 1 && (dirname(path) === path || isOpenToAll(dirname(path)));
  } catch {
    return false;
  }
}

/** Fifty thousand characters that cannot be written shorter. */
function longIntent(n: number): string[] {
  const sources = Array.from({ length: 10 }, () => ({
    source: 'alamsar-2026-01-19',
    quote: randomBytes(2_400).toString('hex'),
  }));
  const data = {
    on: '2026-01-20',
    basis: 'act',
    attestation: 'reported',
    by: { name: `Speaker ${n}` },
    sources,
  };
  return ['record', 'IntentAnnounced', 'LIE', 'board-of-peace', '--data', JSON.stringify(data)];
}

function canMount(): boolean {
  const trial = new Household();
  const mounted = trial.mount('1m') !== undefined;
  void trial.leave();
  return mounted;
}
