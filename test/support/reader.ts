// What somebody reads on a page: its words, the rows of its tables, and where it leads.
import type { Page } from 'playwright-core';
import type { Site } from './site.js';

/** Words as they are read: without the marks that keep names apart, and in one line. */
export const plain = (text: string): string =>
  text
    .replace(/[\u2066-\u2069]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** What the first such part of a page says. */
export const said = async (page: Page, selector: string): Promise<string> =>
  plain(await page.locator(selector).first().innerText());

/** The cells of a table, row by row, by the id that its caption begins with; also of one that is folded away. */
export async function rows(page: Page, table: string): Promise<string[][]> {
  const cells = await page
    .locator(`table:has(#${table}-caption) tbody tr`)
    .evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText || cell.textContent)),
    );
  return cells.map((row) => row.map(plain));
}

/** Where the links in a part of a page lead. */
export const ways = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));

/** What programs are given where the page is given to people, in the language of the page. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what came over the wire, asserted as it comes
export async function twinOf(site: Site, page: Page): Promise<any> {
  const { status, body } = await followed(site, page, '.foot a[href^="/api/v1/"]:not([href*="format=csv"])');
  if (status !== 200) throw new Error(`the same for programs is ${String(status)}`);
  return body;
}

/** The first column of what the page gives as CSV, and its heads. */
export async function csvOf(site: Site, page: Page): Promise<{ heads: string[]; keys: string[] }> {
  const { status, text } = await followed(site, page, '.foot a[href*="format=csv"]');
  if (status !== 200) throw new Error(`the CSV is ${String(status)}`);
  const [heads = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');
  return { heads: heads.split(','), keys: lines.map((line) => line.split(',')[0] ?? '') };
}

async function followed(site: Site, page: Page, link: string) {
  const [path] = await ways(page, link);
  if (path === undefined) throw new Error(`${page.url()} leads to no ${link}`);
  return site.get(path, { 'accept-language': (await page.getAttribute('html', 'lang')) ?? '' });
}

/** Where the focus is: the words of the element, or its name. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.textContent.trim() || (element?.getAttribute('name') ?? element?.id ?? '');
  });

/** Whether somebody sees where the focus is. */
export const showsFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });
