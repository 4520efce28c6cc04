import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';

const root = resolve(import.meta.dirname, '../..');
const config = await extractDepcruiseConfig(join(root, '.dependency-cruiser.mjs'));

export const ruleNames = (config.forbidden ?? []).map((rule) => rule.name ?? 'without a name');

/** One line per violation, `rule: file`, in the tree at `baseDir`. */
export async function violations(baseDir: string): Promise<string[]> {
  const before = process.cwd();
  // Paths in the rules are relative to the tree.
  process.chdir(baseDir);
  try {
    const { output } = await cruise(
      ['apps', 'libs', 'test', 'bench'],
      { ...config.options, baseDir, validate: true, ruleSet: { forbidden: config.forbidden ?? [] } },
      { bustTheCache: true },
    );
    if (typeof output === 'string') throw new Error(output);
    return output.summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
  } finally {
    process.chdir(before);
  }
}

/** Writes a tree with our package.json (and so our aliases) and empty packages. Returns its folder. */
export function plant(files: Readonly<Record<string, string>>, packages: readonly string[]): string {
  const tree = realpathSync(mkdtempSync(join(tmpdir(), 'chancery-boundaries-')));
  for (const name of ['package.json', 'tsconfig.json']) cpSync(join(root, name), join(tree, name));
  for (const name of packages) {
    write(tree, `node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0' }));
    write(tree, `node_modules/${name}/index.js`, '');
  }
  for (const [path, source] of Object.entries(files)) write(tree, path, source);
  return tree;
}

export function uproot(tree: string): void {
  rmSync(tree, { recursive: true, force: true });
}

function write(tree: string, path: string, text: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
}
