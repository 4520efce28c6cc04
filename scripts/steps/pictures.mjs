// Starts the program on a register of its own, looks at its pages in a browser, and keeps what it sees.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { browserFlags, findBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { finish, root, StepError } from './step.mjs';

const folder = join(root, 'docs', 'pictures');
/** A picture that is larger makes the repository heavy for little. */
const MOST_BYTES = 250_000;
const WIDE = { width: 1280, height: 860 };
const NARROW = { width: 390, height: 844 };
/** After the last day that the demo speaks of. */
const TODAY = '2026-04-01T12:00:00Z';

/** An act that the demo register does not have, as an officer fills it in. */
const NEWS = {
  ...{
    state: 'GEO',
    body: 'abraham-accords',
    on: '2026-03-01',
    act: 'AccordJoined',
    attestation: 'declared',
  },
  ...{ 'new-url': 'https://news.example/georgia', 'new-outlet': 'The Gazette', 'new-language': 'en' },
  ...{ 'new-published': '2026-03-01' },
  ...{ quote: 'Georgia joins the Abraham Accords, its ministry said on Sunday.' },
  ...{ announcedBy: 'Ministry of Foreign Affairs' },
};

/** name, path, and how it is looked at; `from` is the part of a long page that the picture begins with. */
const shots = [
  ['home-en', '/', {}],
  ['home-ar', '/', { language: 'ar' }],
  ['home-ar-narrow', '/', { language: 'ar', viewport: NARROW }],
  ['state-en', '/states/KAZ', { from: '#standings' }],
  ['state-ar-dark', '/states/KAZ', { language: 'ar', theme: 'dark', from: '#standings' }],
  ['body-en', '/bodies/board-of-peace', { from: '#members' }],
  ['body-en-narrow', '/bodies/board-of-peace', { viewport: NARROW, from: '#members' }],
  ['counts-en-dark', '/bodies/board-of-peace', { theme: 'dark', from: '#over-time' }],
  ['map-ar', '/bodies/board-of-peace', { language: 'ar', from: '#map' }],
  ['membership-en', '/memberships/board-of-peace/KAZ', {}],
  ['membership-ar', '/memberships/abraham-accords/KAZ', { language: 'ar' }],
  [
    'membership-ar-narrow',
    '/memberships/abraham-accords/KAZ',
    { language: 'ar', viewport: NARROW, theme: 'dark' },
  ],
  ['record-en', '/admin/record', { officer: true, fill: NEWS }],
  ['record-ar', '/admin/record', { officer: true, fill: NEWS, language: 'ar' }],
  ['form-ar', '/admin/record?state=KAZ&body=abraham-accords', { officer: true, language: 'ar' }],
  ['desk-en', '/admin', { officer: true }],
  ['audit-en', '/admin/audit', { officer: true }],
];

export async function pictures() {
  await finish(async () => {
    await install();
    await build();
    const data = mkdtempSync(join(tmpdir(), 'chancery-pictures-'));
    const served = await serve(data);
    try {
      await takeAll(served.address, served.session);
    } finally {
      await served.stop();
      rmSync(data, { recursive: true, force: true });
    }
  });
}

/** The program on a day that is always the same, and the session of an officer who may record and audit. */
async function serve(data) {
  await import('reflect-metadata');
  const { openRegister, readConfig } = await import('#application');
  const { loadDemo, trackerApplication } = await tracker();
  const register = await openRegister(readConfig({ CHANCERY_DATA: data }), () => new Date(TODAY));
  await loadDemo(register, join(root, 'data', 'demo', 'register.ndjson'));
  register.projector.start();
  await register.projector.waitFor((await register.store.head()).position, 600_000);
  const app = await trackerApplication(register, { rest: true, pages: true, admin: true });
  await app.listen(0, '127.0.0.1');
  return {
    address: `http://127.0.0.1:${app.getHttpServer().address().port}`,
    session: await sessionOf(register.accounts),
    stop: async () => {
      app.getHttpServer().closeAllConnections();
      await app.close();
      await register.close();
    },
  };
}

async function tracker() {
  const at = (file) => import(pathToFileURL(join(root, 'dist/apps/tracker/src', file)).href);
  return { ...(await at('demo.js')), ...(await at('tracker.module.js')) };
}

async function sessionOf({ accounts, sessions }) {
  const here = { address: '127.0.0.1', userAgent: 'pictures' };
  const roles = ['recorder', 'auditor'];
  const { id } = await accounts.add({ name: 'amina', displayName: 'Amina Saleh', roles }, here);
  const { token } = await sessions.open(id, here);
  return { name: '__Host-chancery', value: token, domain: '127.0.0.1', path: '/', secure: true };
}

async function takeAll(address, session) {
  const { chromium } = await import('playwright-core');
  const { executablePath, env } = await findBrowser();
  const browser = await chromium.launch({ executablePath, env, args: [...browserFlags] });
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, path, look] of shots) await take(browser, session, name, address + path, look);
  } finally {
    await browser.close();
  }
}

async function take(browser, session, name, address, look) {
  const { language = 'en', theme = 'light', viewport = WIDE, officer = false, fill, from } = look;
  const context = await browser.newContext({
    locale: language,
    colorScheme: theme,
    viewport,
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
  });
  if (officer) await context.addCookies([session]);
  const page = await context.newPage();
  const answer = await page.goto(address);
  if (answer.status() !== 200) throw new StepError(`${address} is ${answer.status()}.`);
  if (fill) await fillIn(page, fill);
  if (from) await page.evaluate((part) => globalThis.document.querySelector(part).scrollIntoView(), from);
  await page.evaluate(() => globalThis.document.fonts.ready);
  const bytes = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await context.close();
  if (bytes.length > MOST_BYTES) throw new StepError(`${name} has ${bytes.length} bytes: show less.`);
  writeFileSync(join(folder, `${name}.png`), bytes);
  console.log(`${name}.png  ${Math.round(bytes.length / 1000)} kB`);
}

/** Sends the form as it would be filled in, as far as its check. */
async function fillIn(page, fields) {
  const csrf = await page.getAttribute('main input[name="_csrf"]', 'value');
  const sent = await page.request.post(page.url().split('?')[0], {
    form: { _csrf: csrf, ...fields, asked: fields.act, next: 'check' },
    headers: { 'sec-fetch-site': 'same-origin' },
    maxRedirects: 0,
  });
  const { location } = sent.headers();
  if (!location) throw new StepError(`The form was not taken: ${sent.status()}.`);
  await page.goto(new URL(location, page.url()).href);
}
