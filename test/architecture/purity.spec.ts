import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const projection = 'libs/read-models/src/planted/planted.projection.ts';
const decider = 'libs/register/src/planted/planted.ts';

let eslint: ESLint;

/** The rules that a source would break as the file of that name. The file need not exist, so types are not looked at. */
async function broken(source: string, file: string): Promise<string[]> {
  const [result] = await eslint.lintText(`export const it = ${source};\n`, { filePath: file });
  return result!.messages.map((message) => message.ruleId ?? message.message);
}

beforeAll(() => {
  eslint = new ESLint({
    cwd: resolve(import.meta.dirname, '../..'),
    overrideConfig: [{ files: ['**/planted*'], ...tseslint.configs.disableTypeChecked }],
  });
});

describe('a projection and a decider', () => {
  it.each([
    ['Date.now()', 'no-restricted-properties'],
    ['Math.random()', 'no-restricted-properties'],
    ['new Date()', 'no-restricted-syntax'],
    ['Date()', 'no-restricted-syntax'],
    ['crypto.randomUUID()', 'no-restricted-globals'],
    ['globalThis.crypto.getRandomValues(new Uint8Array(1))', 'no-restricted-globals'],
    ['process.env.TZ', 'no-restricted-globals'],
    ['console.log(1)', 'no-restricted-globals'],
    ['performance.now()', 'no-restricted-globals'],
  ])('may not say %s', async (source, rule) => {
    expect(await broken(source, projection)).toEqual([rule]);
    expect(await broken(source, decider)).toEqual([rule]);
  });

  it('may read a day that the event carries', async () => {
    const source = "new Date('2026-01-19').getTime()";

    expect(await broken(source, projection)).toEqual([]);
    expect(await broken(source, decider)).toEqual([]);
  });
});

describe('other files', () => {
  it('may ask the clock', async () => {
    expect(await broken('Date.now()', 'libs/application/src/planted.ts')).toEqual([]);
    expect(await broken('Date.now()', 'libs/register/src/planted.spec.ts')).toEqual([]);
  });
});
