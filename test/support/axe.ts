// What axe-core finds wrong with a page, measured by WCAG 2.2 AA.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// What passes is of no interest, and telling it takes most of the time on a long page.
const RESULTS: RunOptions = { resultTypes: ['violations'] };
const LEVEL: RunOptions = {
  ...RESULTS,
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
};
const CONTRAST: RunOptions = { ...RESULTS, runOnly: { type: 'rule', values: ['color-contrast'] } };

/** `what is wrong: where` for each fault. Needs JavaScript; goes round the content policy, as a person's own tools do. */
export const accessibilityFaults = (page: Page): Promise<string[]> => run(page, LEVEL);

/** Of the contrasts alone: for a page that was looked at already, in another theme. */
export const contrastFaults = (page: Page): Promise<string[]> => run(page, CONTRAST);

async function run(page: Page, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(SOURCE);
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (chosen) =>
      (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(chosen),
    options,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => {
      const [, ...why] = failureSummary.split('\n').map((line) => line.trim());
      return `${id}: ${help}: ${target.flat().join(' ')} (${why.join(' ')})`;
    }),
  );
}
