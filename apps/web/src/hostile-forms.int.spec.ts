// Every form that the pages have, found in their HTML, with hostile text in each of its fields: it never breaks a page, is
// never part of one, and is on record exactly as it was typed or not at all.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { recordDesk, type Desk } from '../../../test/support/record-desk.js';
import { ask } from '../../../test/support/rest.js';
import { signedIn, type SignedInVisitor } from '../../../test/support/signed-in.js';
import { FROM_HERE } from '../../../test/support/web.js';

jest.setTimeout(120_000);

let desk: Desk;
let officer: SignedInVisitor;
let joined: string;
beforeAll(async () => {
  desk = await recordDesk();
  officer = await signedIn(desk.register, desk.web, 'recorder', 'admin', 'auditor');
  const stream = 'membership-abraham-accords-KAZ';
  joined = (await desk.register.store.readStreams([stream])).get(stream)?.at(-1)?.eventId ?? '';
}, 120_000);
afterAll(() => desk.close());

const MARK = 'zq7';
const FORM_TYPE = 'application/x-www-form-urlencoded';
const HOSTILE: readonly (readonly [what: string, text: string])[] = [
  ['a script', `<script>${MARK}()</script>`],
  ['an end of an attribute', `"'><img src=x onerror=${MARK}()>`],
  ['an end of a text field', `</textarea></select></title><svg onload=${MARK}()>`],
  ['letters turned around', `a\u202e${MARK}\u202db`],
  ['a direction left open', `a\u2067${MARK}\u202bb`],
  ['NUL', `a\u0000${MARK}`],
  ['half a letter', `a\ud83d${MARK}`],
  ['a script for an address', `javascript:${MARK}()`],
  ['a page for an address', `data:text/html,<script>${MARK}()</script>`],
];

/** Of each kind one, where each field is tried by itself. */
const WORST = HOSTILE.filter(([what]) =>
  ['an end of an attribute', 'letters turned around', 'NUL', 'a script for an address'].includes(what),
);

const PAGES = [
  '/admin/record',
  ...['correct', 'retract', 'deny', 'corroborate'].map((kind) => `/admin/acts/JOINED/${kind}`),
  '/admin/sources/new',
  '/admin/sources/alamsar-2026-01-19/discredit',
  '/admin/bodies/new',
  ...['rule', 'appoint', 'ceremony', 'dissolve'].map((form) => `/admin/bodies/board-of-peace/${form}`),
  '/admin/contacts/new',
  '/admin/contacts/c5-plus-1-summit-2025-11-06/retract',
  '/admin/contacts/c5-plus-1-summit-2025-11-06/corroborate',
  '/admin/states/new',
  ...['rename', 'alias', 'succession', 'dissolve'].map((form) => `/admin/states/KAZ/${form}`),
  '/admin/users/new',
  '/admin/account',
  '/admin/sign-in',
];

interface Form {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Names of those to type into. */
  readonly texts: readonly string[];
}

const attribute = (tag: string, name: string): string =>
  new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&').replaceAll('&quot;', '"') ?? '';

/** The forms of a page that are sent to be kept, but for the one that signs out. */
function formsIn(html: string, path: string): Form[] {
  return [...html.matchAll(/<form\b[^>]*method="post"[^>]*>.*?<\/form>/gs)].flatMap(([form]) => {
    const action = attribute(form.slice(0, form.indexOf('>')), 'action') || path;
    if (action === '/admin/sign-out') return [];
    const tags = [...form.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)].map(([tag]) => tag);
    const named = tags.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value'), tag] as const);
    const isTyped = (tag: string) =>
      !/^<select/.test(tag) && !/ type="(hidden|radio|checkbox|file|submit)"/.test(tag);
    return [
      {
        action,
        fields: Object.fromEntries(named.filter(([, , tag]) => / type="hidden"/.test(tag))),
        texts: named.flatMap(([name, , tag]) => (isTyped(tag) && name !== '' ? [name] : [])),
      },
    ];
  });
}

const formsOf = async (path: string): Promise<Form[]> => {
  const at = path.replace('JOINED', joined);
  const visitor = path === '/admin/sign-in' ? desk.web : officer;
  const { status, text } = await visitor.get(at);
  expect([at, status]).toEqual([at, 200]);
  return formsIn(text, at);
};

/** What a page must not have in it, whatever was typed. */
function expectHarmless(html: string): void {
  expect(html).not.toMatch(new RegExp(`<(script|img|svg)[^>]*>?[^<]*${MARK}`));
  expect(html).not.toMatch(new RegExp(`(href|src|action)="(javascript|data):[^"]*${MARK}`));
  expect(html.includes('\u0000')).toBe(false);
  const around = html
    .replace(/<(textarea|bdi)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\u2068[^\u2069]*\u2069/g, '');
  expect(/.{0,40}[\u202d\u202e]/.exec(around)?.[0]).toBeUndefined();
}

/** What was recorded, if anything was, has the text as it was typed; and never one that cannot be kept. */
async function expectExact(head: number, text: string): Promise<number> {
  const now = await desk.head();
  if (now === head) return head;
  const data: unknown[] = [];
  for await (const batch of desk.register.store.readAll({ after: head }))
    data.push(...batch.map((one) => one.data));
  expect(text.isWellFormed() && !text.includes('\u0000')).toBe(true);
  expect(JSON.stringify(data)).toContain(JSON.stringify(text).slice(1, -1));
  return now;
}

describe.each(PAGES)('the forms of %s', (path) => {
  it('take hostile text in all fields, and in one after the other', async () => {
    const forms = await formsOf(path);
    expect(forms.flatMap(({ texts }) => texts).length).toBeGreaterThan(0);
    let head = await desk.head();
    for (const { action, fields, texts } of forms) {
      for (const names of [texts, ...texts.map((name) => [name])]) {
        for (const [what, text] of names === texts ? HOSTILE : WORST) {
          const typed = Object.fromEntries(names.map((name) => [name, text]));
          const { status, text: html } = await officer.post(action, { ...fields, ...typed });
          expect([action, names, what, status < 500]).toEqual([action, names, what, true]);
          expectHarmless(html);
          head = await expectExact(head, text);
        }
      }
    }
  });

  it('refuse what no browser sends: too much, too many, twice, in other formats', async () => {
    const head = await desk.head();
    for (const { action, fields, texts } of await formsOf(path)) {
      const [name = ''] = texts;
      const send = async (body: string, type = FORM_TYPE) => {
        const headers = { ...FROM_HERE, cookie: officer.cookie, 'content-type': type };
        const { status } = await ask(desk.web.port, 'POST', action, headers, body);
        return status;
      };
      const own = new URLSearchParams({ ...fields, _csrf: officer.csrf }).toString();
      const many = Array.from({ length: 10_000 }, (_, at) => `f${String(at)}=1`).join('&');
      expect(await send(`${own}&${name}=${'q'.repeat(2_000_000)}`)).toBe(413);
      expect(await send(`${own}&${many}`)).toBeLessThan(500);
      expect(await send(`${own}&${name}%00=a&__proto__=b&constructor=c&%ff=d&%=e`)).toBeLessThan(500);
      for (const type of ['application/json', 'text/plain', 'application/xml', 'multipart/form-data', 'x']) {
        const status = await send('{"a":', type);
        expect([action, type, status >= 400 && status < 500]).toEqual([action, type, true]);
      }
    }
    expect(await desk.head()).toBe(head);
  });

  it('take the first of two of the same name', async () => {
    for (const { action, fields, texts } of await formsOf(path)) {
      const own = new URLSearchParams({ ...fields, _csrf: officer.csrf }).toString();
      const headers = { ...FROM_HERE, cookie: officer.cookie, 'content-type': FORM_TYPE };
      const body = texts.map((name) => `${name}=${MARK}&${name}=second${MARK}`).join('&');
      const { status, text } = await ask(desk.web.port, 'POST', action, headers, `${own}&${body}`);
      expect([action, status < 500]).toEqual([action, true]);
      expect(text).not.toContain(`second${MARK}`);
    }
  });
});
