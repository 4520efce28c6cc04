// That the tests in a browser notice what they are there to notice.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { findBrowser } from '../../../scripts/steps/browser.mjs';
import { accessibilityFaults } from '../../support/axe.js';
import { testBrowser } from '../../support/browser.js';
import { pageFaults } from '../../support/page-faults.js';

jest.setTimeout(60_000);

const browser = testBrowser();
let server: Server;
let address: string;

/** Answers a page with the path's text as its body, under the policy that the register's pages have. */
beforeAll(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://page.invalid');
    response.writeHead(url.pathname === '/missing.css' ? 404 : 200, {
      'content-type': `text/${url.pathname.endsWith('.css') ? 'css' : 'html'}; charset=utf-8`,
      'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'",
    });
    if (url.pathname === '/dark.css') {
      response.end('@media (prefers-color-scheme: dark) { .dark { color: #eee; } }');
      return;
    }
    response.end(`<!doctype html><title>A page</title>${url.searchParams.get('body') ?? ''}`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const withBody = (html: string) => `${address}/?body=${encodeURIComponent(html)}`;

it.each([
  ['an inline style', '<p style="color: red">', 'Content Security Policy'],
  ['an inline script', '<script>1</script>', 'Content Security Policy'],
  ['a handler in the text', '<img src="" onerror="1">', 'Content Security Policy'],
  ['what is not there', '<link rel="stylesheet" href="/missing.css">', '/missing.css is 404'],
  ['what is not ours', '<link rel="stylesheet" href="http://elsewhere.invalid/">', 'elsewhere.invalid'],
])('notices %s', async (_, html, complaint) => {
  const page = await browser.open(withBody(html));
  await page.waitForLoadState('networkidle');
  expect(browser.complaints.splice(0).join('\n')).toContain(complaint);
});

it.each([true, false])('notices a broken policy without JavaScript too (with: %s)', async (javaScript) => {
  await browser.open(withBody('<p style="color: red">'), { javaScript });
  expect(browser.complaints.splice(0).join('\n')).toContain('Content Security Policy');
});

it('shows pages as somebody looks at them', async () => {
  const page = await browser.open(withBody('<p>Text<noscript>without script</noscript>'), {
    language: 'ar',
    theme: 'dark',
    width: 320,
  });
  const look = await page.evaluate(() => ({
    language: navigator.language,
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    width: innerWidth,
  }));
  expect(look).toEqual({ language: 'ar', dark: true, width: 320 });
  const plain = await browser.open(withBody('<p>Text<noscript> without script</noscript>'), {
    javaScript: false,
  });
  expect(await plain.innerText('body')).toContain('without script');
});

it('measures by WCAG 2.2 AA', async () => {
  const good = await browser.open(withBody('<main lang="en"><h1>A page</h1><button>Do it</button></main>'));
  expect(await accessibilityFaults(good)).toEqual([expect.stringMatching(/^html-has-lang: /)]);
  const bad = await browser.open(withBody('<main><h1>A page</h1><img src="/a.png"><button></button></main>'));
  const faults = (await accessibilityFaults(bad)).map((fault) => fault.split(':')[0]);
  expect(faults).toEqual(expect.arrayContaining(['image-alt', 'button-name']));
  browser.complaints.length = 0;
});

it('sees what no page may have', async () => {
  const visit = await browser.visit(
    withBody(
      `<link rel="stylesheet" href="/dark.css"><h1>عنوان</h1><h1 class="dark">آخر</h1><p>نص and words <bdi>of others</bdi> <code>of programs</code> JSON</p>
       <p>${'wide'.repeat(200)}</p>`,
    ),
  );
  const faults = (await pageFaults(visit, 'ar')).join('\n');
  for (const fault of [
    /^lang is $/m,
    /^dir is $/m,
    /^there are 2 h1$/m,
    /^the title is “A page”$/m,
    /^heading-level: /m,
    /^html-has-lang: /m,
    /^dark: color-contrast: /m,
    /^not ar: and words \(/m,
    /^too wide for a narrow screen: .*p\./m,
  ])
    expect(faults).toMatch(fault);
  expect(faults).not.toMatch(/^not ar: .*(others|programs|JSON)/m);
});

it('does not pass without a browser', async () => {
  await expect(findBrowser({ CHROME_PATH: '/nowhere/chromium' })).rejects.toThrow(
    'CHROME_PATH is “/nowhere/chromium”, and there is no such file.',
  );
});
