import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import stylelint, { type Config } from 'stylelint';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'apps/web/src/assets/style');
const files = readdirSync(folder);

/** Names of the rules that a declaration breaks, in a style of this name. */
async function broken(declaration: string, file = 'parts.css'): Promise<string[]> {
  const code = `@layer parts {\n  .card {\n    ${declaration};\n  }\n}\n`;
  const { results } = await stylelint.lint({ code, codeFilename: join(folder, file) });
  return (results[0]?.warnings ?? []).map(({ rule }) => rule);
}

describe('styles', () => {
  it('are linted by the rules of this repository', async () => {
    const config = (await stylelint.resolveConfig(join(folder, 'parts.css'))) as Config;
    expect(Object.keys(config.rules ?? {})).toContain('csstools/use-logical');
  });

  it.each([
    ['margin-left: 1rem', 'csstools/use-logical'],
    ['left: 0', 'csstools/use-logical'],
    ['inset: 0 auto auto 0', 'declaration-property-value-disallowed-list'],
    ['width: 3rem', 'csstools/use-logical'],
    ['max-height: 3rem', 'csstools/use-logical'],
    ['border-left: 3px solid currentcolor', 'property-disallowed-list'],
    ['border-top-left-radius: 3px', 'csstools/use-logical'],
    ['text-align: right', 'declaration-property-value-disallowed-list'],
    ['float: left', 'declaration-property-value-disallowed-list'],
    ['padding: 0 1rem 0 var(--space-2)', 'declaration-property-value-disallowed-list'],
    ['padding: 0 max(1rem, calc((100% - 2rem) / 2)) 0 0', 'declaration-property-value-disallowed-list'],
    ['color: var(--ink) !important', 'declaration-no-important'],
    ['color: #123456', 'color-no-hex'],
    ['color: rebeccapurple', 'color-named'],
    ['color: rgb(0 0 0 / 50%)', 'function-disallowed-list'],
    ['color: light-dark(var(--ink), var(--paper))', 'function-disallowed-list'],
    ['colour: var(--ink)', 'property-no-unknown'],
  ])('may not say %s', async (declaration, rule) => {
    expect(await broken(declaration)).toContain(rule);
  });

  it.each([
    'margin-inline-start: 1rem',
    'padding: 0 max(1rem, calc((100% - 2rem) / 2))',
    'border-block-end: 1px solid var(--line)',
    'text-align: start',
    'background: transparent',
  ])('may say %s', async (declaration) => {
    expect(await broken(declaration)).toEqual([]);
  });

  it('name colours in the tokens alone', async () => {
    expect(await broken('--ink: light-dark(#123456, #abcdef)', 'tokens.css')).toEqual([]);
  });

  it('use no token that is not there', () => {
    const styles = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
    const named = (pattern: RegExp) => new Set([...styles.matchAll(pattern)].map(([, name]) => name));
    const made = named(/(--[\w-]+)\s*:/g);
    expect([...named(/var\((--[\w-]+)/g)].filter((name) => !made.has(name))).toEqual([]);
  });
});
