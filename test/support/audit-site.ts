// An auditor at a browser: one site over the demo register for a spec file, whose log nobody there may change.
import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { testBrowser, type Look, type TestBrowser } from './browser.js';
import { DEMO_EVENTS } from './demo-facts.js';
import { signedIn, type SignedInVisitor } from './signed-in.js';
import { demoSite, type Site } from './site.js';

export interface AuditSite {
  readonly browser: TestBrowser;
  readonly site: Site;
  /** Whose pages these are. */
  readonly auditor: SignedInVisitor;
  /** The page of the auditor at an address below `/admin/audit`. */
  open(path: string, look?: Look): Promise<Page>;
}

/** Call it outside of the tests. After each of them the log ends where it did before. */
export function auditSite(): AuditSite {
  const browser = testBrowser();
  let site: Site;
  let auditor: SignedInVisitor;
  beforeAll(async () => {
    site = await demoSite();
    auditor = await signedIn(site.register, site, 'auditor');
  }, 60_000);
  afterEach(async () => expect((await site.register.store.head()).position).toBe(DEMO_EVENTS));
  afterAll(() => site.close());
  return {
    browser,
    get site() {
      return site;
    },
    get auditor() {
      return auditor;
    },
    open: (path, look) =>
      browser.open(`${site.address}/admin/audit${path}`, { cookie: site.cookieFor(auditor), ...look }),
  };
}

/** What a link of a page gives to be kept: its name and its text. */
export async function kept(page: Page, link: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(link)]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}
