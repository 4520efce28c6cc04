import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plant, ruleNames, uproot, violations } from './cruising.js';
import { helpers, impure, impureFiles, legalTree, packages, planted } from './planted.js';

// That this repository keeps them is for `npm run check` to say; here stands that it would notice.
describe('the boundaries between the parts', () => {
  it('let a tree pass that uses every arrow allowed', async () => {
    const tree = plant(legalTree, packages);
    try {
      expect(await violations(tree)).toEqual([]);
    } finally {
      uproot(tree);
    }
  });

  it('are drawn for every app and library', () => {
    const root = resolve(import.meta.dirname, '../..');
    const components = ['apps', 'libs'].flatMap((folder) => readdirSync(`${root}/${folder}`));
    const bound = ruleNames.filter((name) => name.startsWith('arrows-from-'));

    expect(bound.sort()).toEqual(components.map((name) => `arrows-from-${name}`).sort());
  });
});

describe('a planted violation', () => {
  let tree: string;
  let reported: string[];

  beforeAll(async () => {
    tree = plant(
      { ...legalTree, ...helpers, ...impureFiles, ...Object.fromEntries(Object.values(planted)) },
      packages,
    );
    reported = await violations(tree);
  });

  afterAll(() => {
    uproot(tree);
  });

  it.each(Object.entries(planted))('of %s is reported', (rule, [file]) => {
    expect(reported).toContain(`${rule}: ${file}`);
  });

  it('stands here for every rule', () => {
    expect(Object.keys(planted).sort()).toEqual([...ruleNames].sort());
  });

  it.each(impure.map((specifier, n) => [specifier, n] as const))('that imports %s is impure', (_, n) => {
    expect(reported).toContain(`register-is-pure: libs/register/src/impure-${n}.ts`);
    expect(reported).toContain(`projections-are-pure: libs/read-models/src/impure-${n}.projection.ts`);
  });
});
