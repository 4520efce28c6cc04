// A real Chromium for the tests of a file. Whatever a page complains about fails the test that opened it.
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { browserFlags, findBrowser } from '../../scripts/steps/browser.mjs';

/** How somebody looks at the pages. */
export interface Look {
  readonly language?: 'en' | 'ar';
  readonly theme?: 'light' | 'dark';
  /** In CSS pixels: 1280 unless told. */
  readonly width?: number;
  readonly javaScript?: boolean;
  /** Of a session: `await site.cookieOf('recorder')`. */
  readonly cookie?: { readonly name: string; readonly value: string };
}

export interface Visit {
  readonly page: Page;
  readonly status: number;
  readonly html: string;
}

export interface TestBrowser {
  /** A page of a fresh profile, at this address. It is closed after the test. */
  open(address: string, look?: Look): Promise<Page>;
  /** The same, with what came over the wire. */
  visit(address: string, look?: Look): Promise<Visit>;
  /** What pages of this test have complained of so far; whoever expects a complaint takes it out. */
  readonly complaints: string[];
}

/** One browser for the spec file that calls it, outside of its tests. Without a browser the tests fail, with advice. */
export function testBrowser(): TestBrowser {
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await launch();
  }, 120_000);
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(() => browser?.close());
  const visit = async (address: string, look: Look = {}): Promise<Visit> => {
    if (!browser) throw new Error('The browser starts before the tests: call testBrowser() outside of them.');
    const context = await contextOf(browser, address, look);
    contexts.push(context);
    const page = await context.newPage();
    hear(page, new URL(address).origin, complaints);
    const response = await page.goto(address);
    return { page, status: response?.status() ?? 0, html: (await response?.text()) ?? '' };
  };
  return { complaints, visit, open: async (address, look) => (await visit(address, look)).page };
}

async function launch(): Promise<Browser> {
  const { executablePath, env } = await findBrowser();
  return chromium.launch({ executablePath, env, args: [...browserFlags] });
}

async function contextOf(browser: Browser, address: string, look: Look): Promise<BrowserContext> {
  const { language = 'en', theme = 'light', width = 1280, javaScript = true, cookie } = look;
  const context = await browser.newContext({
    locale: language,
    colorScheme: theme,
    viewport: { width, height: 900 },
    javaScriptEnabled: javaScript,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  if (cookie) {
    // Browsers take a loopback address for safe enough to be given a cookie that wants TLS.
    const domain = new URL(address).hostname;
    await context.addCookies([
      { ...cookie, domain, path: '/', secure: true, httpOnly: true, sameSite: 'Lax' },
    ]);
  }
  return context;
}

/** Whatever a page does that no page here may do: break the content policy, fail, ask for what is not there or not ours. */
function hear(page: Page, origin: string, complaints: string[]): void {
  const complain = (text: string) => complaints.push(`${page.url()}: ${text}`);
  page.on('pageerror', (error) => complain(error.stack ?? error.message));
  page.on('console', (message) => {
    const isAnswer = message.text().startsWith('Failed to load resource');
    if (['error', 'warning'].includes(message.type()) && !isAnswer) complain(message.text());
  });
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== origin)
      complain(`asks ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const left = request.failure()?.errorText === 'net::ERR_ABORTED';
    if (!left) complain(`could not ask ${request.url()}: ${String(request.failure()?.errorText)}`);
  });
  page.on('response', (response) => {
    const isPart = ['stylesheet', 'script', 'font', 'image'].includes(response.request().resourceType());
    if (isPart && response.status() >= 400) complain(`${response.url()} is ${response.status()}`);
  });
}
