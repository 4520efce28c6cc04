// The reading pages over the demo register, asked over HTTP: what each says, on which clocks, and where it leads.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoRow } from '../../../../test/support/demo-facts.js';
import { demo } from '../../../../test/support/demo.js';
import { testRegister, type TestRegister } from '../../../../test/support/register.js';
import { restOver, type Rest } from '../../../../test/support/rest.js';
import { webOver, type Web } from '../../../../test/support/web.js';

const SLOW = 60_000;

let register: TestRegister;
let web: Web;
let rest: Rest;
beforeAll(async () => {
  register = await testRegister(demo);
  web = await webOver(register, { rest: true, pages: true, admin: false });
  rest = await restOver(register);
}, SLOW);
afterAll(async () => {
  await web.close();
  await rest.close();
  await register.close();
}, SLOW);

/** The words of a page, without its marks. */
async function textOf(path: string, headers?: Record<string, string>): Promise<string> {
  const { status, text } = await web.get(path, headers);
  expect([path, status]).toEqual([path, 200]);
  return text
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

/** The rows of one table of a page. */
function rowsOf(text: string, table: string): string[] {
  const after = text.split(`id="${table}-caption"`)[1] ?? '';
  const body = after.split('</table>')[0] ?? '';
  return [...body.matchAll(/<tr[^>]*><th scope="row"[\s\S]*?<\/tr>/g)].map(([row]) => row);
}

const NOW = '/memberships/board-of-peace/KAZ';
const ON_19_JANUARY = `${NOW}?asOf=2026-01-20&atPosition=${String(demoRow('kaz-board-of-peace-signed').position - 1)}`;

describe('a membership', () => {
  it('stands where its acts lead, with the acts and what their sources say', async () => {
    const text = await textOf(NOW);
    expect(text).toContain('Kazakhstan in Board of Peace');
    expect(text).toMatch(/member since 22 January 2026/);
    expect(text).toContain('Charter signed');
    expect(text).toContain('supports the standing');
    expect((await web.get(NOW)).text).toMatch(/<blockquote[^>]*lang="ar"/);
  });

  it('shows what was held of another day, as known then, and says that it does', async () => {
    const text = await textOf(ON_19_JANUARY);
    expect(text).toMatch(/As it was on 20 January 2026 · as the register knew it at position/);
    expect(text).toMatch(/accepted since 19 January 2026/);
    expect(text).not.toContain('Charter signed');
  });

  it('shows what was known by the end of a day that its form asks for', async () => {
    const text = await textOf(`${NOW}?knownOn=2026-01-20`);
    expect(text).toMatch(/as the register knew it on 20 Jan 2026, 23:59 UTC/);
    expect(text).toMatch(/accepted since 19 January 2026/);
    expect(text).not.toContain('Charter signed');
  });

  it('shows what was said of an act since: denied, and disputed', async () => {
    const text = await textOf('/memberships/board-of-peace/BEL?asOf=2026-02-15');
    expect(text).toContain('Denied by');
    expect(text).toContain('no standing');
  });

  it('is said in Arabic throughout', async () => {
    const text = await textOf(`${NOW}?lang=ar`);
    expect(text).toContain('كازاخستان في مجلس السلام');
    expect(text).toContain('لماذا هذه الصفة');
  });
});

describe('a list', () => {
  it('finds a state by a name in any script', async () => {
    const text = await textOf(`/states?q=${encodeURIComponent('كازخستان')}`);
    expect(text).toContain('Kazakhstan');
  });

  it('says what to do where nothing is found', async () => {
    expect(await textOf('/states?q=qqqqq')).toMatch(
      /No state is known by a name like “\u2068qqqqq\u2069”.*All states/,
    );
    expect(await textOf('/bodies?q=qqqqq')).toContain('All bodies');
    expect(await textOf('/sources?q=qqqqq')).toContain('All sources');
    expect(await textOf('/search?q=qqqqq')).toContain('Search the sources for it');
    expect(await textOf('/log?type=MembershipSuspended')).toContain('No act is recorded');
    expect(await textOf('/?atPosition=0')).toContain('Nothing is registered on these clocks');
  });

  it('takes an empty field of its form for none', async () => {
    expect(await textOf('/bodies/board-of-peace?q=&standing=&sort=')).toContain('Kazakhstan');
  });

  it.each([
    ['/states?limit=50', 'states'],
    ['/sources?limit=90', 'sources'],
    ['/log?limit=90', 'acts'],
    ['/bodies/board-of-peace?limit=9&sort=since', 'members'],
  ])(
    'is walked page by page to its end, each once: %s',
    async (first, table) => {
      const seen: string[] = [];
      for (let path: string | undefined = first; path !== undefined;) {
        const { text }: { text: string } = await web.get(path);
        seen.push(...rowsOf(text, table));
        path = /<a href="([^"]*)" rel="next">/.exec(text)?.[1]?.replaceAll('&amp;', '&');
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBeGreaterThan(30);
    },
    SLOW,
  );

  it('filters and sorts as its address says', async () => {
    const { text } = await web.get('/bodies/board-of-peace?standing=signatory');
    expect(rowsOf(text, 'members')).toHaveLength(3);
    const byDay = await web.get('/bodies/board-of-peace?sort=since');
    const days = [...byDay.text.matchAll(/<td class="when">(\d+ \w+ 2026)<\/td>/g)].map(([, day]) =>
      Date.parse(`${day ?? ''} UTC`),
    );
    expect(days.slice(0, 10)).toEqual([...days.slice(0, 10)].sort((a, b) => b - a));
  });
});

describe('what programs get', () => {
  const twins = (text: string) =>
    [...text.matchAll(/<a href="(\/api\/v1\/[^"]*)"/g)].map(([, path = '']) => path.replaceAll('&amp;', '&'));

  it.each([
    '/',
    '/states?limit=5',
    '/states?q=korea',
    '/states/KAZ?asOf=2026-01-20',
    '/bodies',
    '/bodies/board-of-peace?standing=party&sort=since&map=filled',
    ON_19_JANUARY,
    '/sources?asOf=2026-01-20&q=akorda',
    '/sources/alamsar-2026-01-19?asOf=2026-01-20',
    '/log?asOf=2026-01-20&state=KAZ&type=CharterSigned',
    '/log/events?after=500',
    '/search?q=korea',
  ])('is linked from the page and answers: %s', async (path) => {
    const links = twins((await web.get(path)).text);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect([link, (await rest.get(link)).status]).toEqual([link, 200]);
  });

  it('is the same list: the states of a body, filtered, in the same order', async () => {
    const page = '/bodies/board-of-peace?standing=party&sort=since';
    const { text } = await web.get(page);
    const shown = [...text.matchAll(/<th scope="row"><a href="\/memberships\/board-of-peace\/([A-Z]{3})/g)];
    const { body } = await rest.get('/api/v1/bodies/board-of-peace/members?standing=party&sort=since');
    expect(shown.map(([, code]) => code).slice(0, body.items.length)).toEqual(
      body.items.map((item: { state: { code: string } }) => item.state.code),
    );
    expect(body.items.length).toBe(19);
  });
});

describe('an address that leads nowhere', () => {
  it('is 404 with what may have been meant', async () => {
    const { status, text } = await web.get('/states/KAZAKH');
    expect(status).toBe(404);
    expect(text).toContain('href="/states/KAZ"');
    expect(text).toContain('href="/search?q=KAZAKH"');
    expect((await web.get('/bodies/peace-board')).text).toContain('href="/bodies/board-of-peace"');
    expect((await web.get('/sources/no-such')).status).toBe(404);
    expect((await web.get('/memberships/board-of-peace/XXX')).status).toBe(404);
    expect((await web.get('/log?body=no-such')).status).toBe(404);
  });

  it('is 400 where a parameter is none', async () => {
    for (const path of [
      '/states?asOf=2026-02-30',
      '/bodies/board-of-peace?map=globe',
      '/log?type=Nothing',
      '/?x=1',
    ]) {
      expect([path, (await web.get(path)).status]).toEqual([path, 400]);
    }
  });

  it('keeps what a stranger writes from becoming part of the page', async () => {
    const { text } = await web.get(`/states?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(text).not.toContain('<script>alert');
  });
});

describe('a browser that has the page', () => {
  it('is told so without a body, until something is recorded or another language is asked for', async () => {
    const { headers } = await web.get(NOW);
    const tag = headers['etag'] ?? '';
    expect(tag).toMatch(/^"[\w-]{20,}"$/);
    const again = await web.get(NOW, { 'if-none-match': tag });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await web.get(NOW, { 'if-none-match': tag, 'accept-language': 'ar' })).status).toBe(200);
    register.setClock('2026-04-02T12:00:00Z');
    expect((await web.get(NOW, { 'if-none-match': tag })).status).toBe(200);
  });

  it('has no tag for what was known earlier, which leads on to what was learned since', async () => {
    expect((await web.get(ON_19_JANUARY)).headers['etag']).toBeUndefined();
  });
});
