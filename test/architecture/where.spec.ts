import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = resolve(import.meta.dirname, '../..');

function where(...args: string[]) {
  return spawnSync(process.execPath, ['scripts/where.mjs', ...args], { cwd: root, encoding: 'utf8' });
}

describe('npm run where', () => {
  it('leads from the decision to the page', () => {
    const { status, stdout } = where('CharterSigned');

    expect(status).toBe(0);
    expect(stdout.match(/^[A-Z]\w+$/gm)).toEqual(['Decided', 'Stored', 'Projected', 'Shown']);
    expect(stdout).toMatch(/^Decided\n {2}libs\/register\/src\/membership\/\S+\.ts:\d+ {2}\S/);
    expect(stdout).toMatch(/^Stored\n {2}libs\/register\/src\/membership\/membership\.schema\.ts:\d+ {2}\S/m);
    // Projections take all acts of a list of schemas, and none by its name.
    expect(stdout).toMatch(
      /^Projected\n(?: {2}.*\n)* {2}libs\/read-models\/src\/membership-history\/\S+projection\.ts:/m,
    );
  });

  it('helps with a name that is written wrongly', () => {
    const { status, stdout, stderr } = where('CharterSignd');

    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('Did you mean CharterSigned');
  });

  it('says how it is used', () => {
    expect(where('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('Usage:') });
    expect(where()).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage:') });
  });
});
