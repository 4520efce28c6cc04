// What a source, a name or a quote may hold that means ill: it is shown as it is, apart from all else, and does nothing.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ForSource, ForState } from '#application';
import { testBrowser } from '../../../support/browser.js';
import { record } from '../../../support/commands.js';
import { ways } from '../../../support/reader.js';
import { demoSite, type Site } from '../../../support/site.js';

jest.setTimeout(60_000);

/** Turns the order of letters around until its paragraph or its isolate ends; the first ends an isolate too early. */
const TURNED = '\u2069\u202e';
const SCRIPT = `</title><script>document.title='taken'</script><img src="x" onerror="document.title='taken'">`;
const HOSTILE = {
  name: `Hostilia <b onclick=1>${TURNED}ailitsoH`,
  outlet: `Gazette <i>${TURNED}etteZag`,
  title: `${SCRIPT} "'& ${TURNED}exe.txt`,
  quote: `${SCRIPT} joined ${TURNED}denioj`,
  note: `javascript:alert(1) <a href="javascript:alert(1)">note</a> ${TURNED}eton`,
  url: 'https://evil.example/"><script>1</script>?next=javascript:alert(1)',
};
const officer = { actor: 'officer:amina' };
const membership = { state: 'X-HOSTILE', body: 'abraham-accords' };

const browser = testBrowser();
let site: Site;
beforeAll(async () => {
  site = await demoSite();
  const { execute, catchUp } = site.register;
  const names = { en: HOSTILE.name, ar: HOSTILE.name };
  await execute(
    new ForState('X-HOSTILE', { type: 'RegisterState', state: { code: 'X-HOSTILE', names } }, officer),
  );
  const { outlet, title, url, note } = HOSTILE;
  const source = {
    id: 'hostile-1',
    outlet,
    title,
    url,
    note,
    byline: outlet,
    reliesOn: [outlet],
    language: 'en',
  };
  await execute(new ForSource('hostile-1', { type: 'RegisterSource', source }, officer));
  await execute(
    record(
      {
        type: 'AccordJoined',
        data: {
          ...{ on: '2026-03-20', basis: 'act', attestation: 'declared', note, announcedBy: outlet },
          sources: [{ source: 'hostile-1', quote: HOSTILE.quote }],
        },
      },
      officer,
      membership,
    ),
  );
  await catchUp();
}, 60_000);
afterAll(() => site.close());

/** Texts of the page that turn letters around without being kept apart from what follows. */
const loose = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const turned = /[\u202d\u202e]/;
    const apart = 'bdi, [dir="auto"], svg desc, title';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest(apart)) texts.push(node.textContent ?? '');
    for (const name of ['aria-label', 'title', 'placeholder'])
      for (const element of document.querySelectorAll(`[${name}]`))
        texts.push(element.getAttribute(name) ?? '');
    // A sentence has them only where nothing is left of them.
    for (const one of document.querySelectorAll('svg title, svg desc')) texts.push(one.textContent);
    return texts.filter((text) => turned.test(text)).map((text) => text.trim().slice(0, 80));
  });

describe.each([
  ['the source', '/sources/hostile-1', [HOSTILE.title, HOSTILE.outlet, HOSTILE.note, HOSTILE.quote]],
  ['the sources', `/sources?q=${encodeURIComponent(HOSTILE.url)}`, [HOSTILE.title, HOSTILE.outlet]],
  ['the membership', '/memberships/abraham-accords/X-HOSTILE', [HOSTILE.name, HOSTILE.quote, HOSTILE.note]],
  ['the log', '/log?state=X-HOSTILE', [HOSTILE.name, HOSTILE.title]],
  ['the state', '/states/X-HOSTILE', [HOSTILE.name]],
  ['the states', '/states?q=X-HOSTILE', [HOSTILE.name]],
  ['the body', '/bodies/abraham-accords', [HOSTILE.name]],
  ['a search', `/search?q=${encodeURIComponent(HOSTILE.name.slice(0, 8))}`, [HOSTILE.name]],
  ['a search for it', `/search?q=${encodeURIComponent(HOSTILE.quote)}`, [HOSTILE.quote]],
])('on the page of %s', (_, path, texts) => {
  it.each(['en', 'ar'] as const)('is text that does nothing, apart from the rest: %s', async (language) => {
    const { page, status } = await browser.visit(site.address + path, { language });
    expect(status).toBe(200);
    const shown = (await page.textContent('main')) ?? '';
    const bare = (text: string) => text.replace(/[\u2066-\u2069\u202a-\u202e]/g, '');
    for (const text of texts) expect(bare(shown)).toContain(bare(text));
    expect(await page.title()).not.toBe('taken');
    expect(await page.locator('main :is(script, img, iframe, [onerror], [onclick])').count()).toBe(0);
    expect((await ways(page, 'main a')).filter((way) => !/^(\/|#|https?:)/.test(way))).toEqual([]);
    expect(await loose(page)).toEqual([]);
  });
});

it('does not turn around what stands beside it', async () => {
  const page = await browser.open(`${site.address}/log?state=X-HOSTILE`);
  const host = page.locator('tbody a[href^="https://evil.example/"] bdi');
  expect(await host.innerText()).toBe('evil.example');
  const edges = await host.evaluate((link) => {
    const range = document.createRange();
    const leftOf = (at: number) => {
      range.setStart(link.firstChild!, at);
      range.setEnd(link.firstChild!, at + 1);
      return range.getBoundingClientRect().left;
    };
    return [leftOf(0), leftOf('evil.exampl'.length)];
  });
  expect(edges[0]).toBeLessThan(edges[1]!);
  const outwards = page.locator('tbody a[href^="https://evil.example/"]');
  expect(await outwards.getAttribute('rel')).toBe('noopener noreferrer nofollow external');
});

it('stands in the log of events with its hidden letters made visible', async () => {
  const { position } = await site.register.store.head();
  const page = await browser.open(`${site.address}/log/events?after=${String(position - 3)}`);
  const stored = await page.locator('pre').allTextContents();
  expect(stored.join('')).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  expect(stored.map((text) => JSON.parse(text))).toContainEqual(
    expect.objectContaining({ title: HOSTILE.title }),
  );
});

it('is no address at all where it is one that a browser would run', async () => {
  const source = { id: 'hostile-2', outlet: 'Gazette', url: 'javascript:alert(1)', language: 'en' };
  const refused = site.register.execute(
    new ForSource('hostile-2', { type: 'RegisterSource', source }, officer),
  );
  await expect(refused).rejects.toThrow();
  expect((await site.get('/sources/hostile-2')).status).toBe(404);
});
