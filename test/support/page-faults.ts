// What every page must keep, checked on one visit: its HTML, its frame, WCAG in both themes, a narrow screen, its language.
import type { Page } from 'playwright-core';
import { accessibilityFaults, contrastFaults } from './axe.js';
import type { Visit } from './browser.js';
import { htmlFaults } from './html.js';

export type PageLanguage = 'en' | 'ar';

/** CSS pixels of the narrowest screen that WCAG 2.2 (1.4.10, reflow) asks for. */
const NARROW = 320;

/** A sentence for each fault of the page. Leaves the page narrow and dark. */
export async function pageFaults({ page, html }: Visit, language: PageLanguage): Promise<string[]> {
  const faults = [
    ...(await htmlFaults(html)),
    ...(await frameFaults(page, language)),
    ...(await foreignWords(page, language)).map((word) => `not ${language}: ${word}`),
    ...(await accessibilityFaults(page)),
  ];
  await page.emulateMedia({ colorScheme: 'dark' });
  faults.push(...(await contrastFaults(page)).map((fault) => `dark: ${fault}`));
  await page.setViewportSize({ width: NARROW, height: 800 });
  return [...faults, ...(await tooWide(page))];
}

async function frameFaults(page: Page, language: PageLanguage): Promise<string[]> {
  const { lang, dir, headings, title } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    headings: document.querySelectorAll('h1').length,
    title: document.title,
  }));
  const expected = { lang: language, dir: language === 'ar' ? 'rtl' : 'ltr', headings: 1 };
  return [
    ...(lang === expected.lang ? [] : [`lang is ${lang}`]),
    ...(dir === expected.dir ? [] : [`dir is ${dir}`]),
    ...(headings === 1 ? [] : [`there are ${headings} h1`]),
    ...(/^\S.* – Chancery$/.test(title) ? [] : [`the title is “${title}”`]),
  ];
}

/** What sticks out of a narrow screen, so that the whole page would have to be moved to read it. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const sticksOut = (element: Element): boolean => {
      const { left, right } = element.getBoundingClientRect();
      return (
        right > innerWidth + 1 || left < -1 || element.scrollWidth > Math.max(innerWidth, element.clientWidth)
      );
    };
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(element).overflowX) ||
        scrolls(element.parentElement));
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => sticksOut(element) && !scrolls(element),
    );
    const causes = wide
      .filter((element) => !wide.some((other) => other !== element && element.contains(other)))
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`);
    return [`too wide for a narrow screen: ${[...new Set(causes)].join(', ')}`];
  });

/** Names of things that Arabic writes in Latin letters too. */
const NAMES = [
  ...['Chancery', 'JSON', 'NDJSON', 'CSV', 'XLSX', 'REST', 'URL', 'HTTP', 'ISO', 'UTC', 'Atom', 'Merkle'],
  ...['asOf', 'knownAt', 'atPosition', 'PDF', 'HTML', 'UN', 'MB', 'OIDC', 'OpenAPI', 'PostgreSQL', 'RFC'],
  ...['UTF-8', 'PNG', 'JPEG', 'WebP', 'EDTF'],
  // Codes, as a hint gives them for an example.
  ...['KAZ', 'XKX', 'X-', 'X-SOMALILAND', 'kk', 'board-of-peace'],
];

/** Titles of standards, licences and works, and whose they are. */
const TITLES =
  /Apache License|SIL Open Font License|IBM Plex Sans( Arabic)?|IBM Corp|Natural Earth|ISO 3166-1 (alpha-2|numeric)/g;

/**
 * Words of the page's own text in the other language's letters. What comes from sources and people is marked as such, and
 * passed over: in `bdi`, in the title, with a `lang` or `dir="auto"`, as `code`, or between Unicode's isolates.
 */
async function foreignWords(page: Page, language: PageLanguage): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const marked =
      'bdi, [lang]:not(html), [dir="auto"], code, pre, kbd, samp, script, style, noscript, title';
    const found: string[] = [];
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest(marked)) found.push(node.textContent ?? '');
    const ofOthers = 'bdi, [lang]:not(html), code';
    for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'])
      for (const element of document.querySelectorAll(`[${name}]`))
        if (!element.closest(ofOthers)) found.push(element.getAttribute(name) ?? '');
    return found;
  });
  const foreign = language === 'ar' ? /[\p{Script=Latin}][\p{Script=Latin}\d-]+/gu : /\p{Script=Arabic}+/gu;
  return texts.flatMap((text) => {
    const words = (
      text
        .replace(/\u2068[^\u2069]*\u2069/gu, ' ')
        .replace(TITLES, ' ')
        .match(foreign) ?? []
    ).filter((word) => !NAMES.includes(word));
    return words.length === 0 ? [] : [`${words.join(' ')} (in “${text.trim().slice(0, 80)}”)`];
  });
}
