// Histories, events, explanations and differences, as an auditor reads them.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { demo } from '../../../../test/support/demo.js';
import { DEMO_EVENTS, demoRow } from '../../../../test/support/demo-facts.js';
import { testRegister, type TestRegister } from '../../../../test/support/register.js';
import { signedIn, type SignedInVisitor } from '../../../../test/support/signed-in.js';
import { webOver, type Web } from '../../../../test/support/web.js';

jest.setTimeout(60_000);

const AUDIT = '/admin/audit';
const KAZ = `${AUDIT}/memberships/board-of-peace/KAZ`;
const SIGNED = demoRow('kaz-board-of-peace-signed');

let register: TestRegister;
let web: Web;
let auditor: SignedInVisitor;
beforeAll(async () => {
  register = await testRegister(demo);
  web = await webOver(register);
  auditor = await signedIn(register, web, 'auditor');
});
afterAll(async () => {
  await web.close();
  await register.close();
});

const status = async (path: string) => (await auditor.get(path)).status;

describe('who may look', () => {
  it('recorders see histories, events and explanations; differences and replays are the auditors’', async () => {
    const recorder = await signedIn(register, web, 'recorder');
    const admin = await signedIn(register, web, 'admin');
    for (const path of [
      `${KAZ}/history`,
      `${KAZ}/why`,
      `${AUDIT}/events/1`,
      `${AUDIT}/streams/body-board-of-peace`,
    ]) {
      expect([path, (await recorder.get(path)).status]).toEqual([path, 200]);
      expect([path, (await admin.get(path)).status]).toEqual([path, 403]);
      expect((await web.get(path)).status).toBe(303);
    }
    expect((await recorder.get(`${AUDIT}/differences`)).status).toBe(403);
    expect((await recorder.get(`${KAZ}/history`)).text).not.toContain(`href="${AUDIT}/replay"`);
  });
});

describe('a history', () => {
  it('has every event of a membership, with what has become of it, and as it is stored', async () => {
    const { text } = await auditor.get(`${KAZ}/history`);
    expect(text).toContain('Charter signed');
    expect(text).toContain(`${AUDIT}/events/${SIGNED.eventId}`);
    expect(text).toContain('loader:demo');
    expect(text).toMatch(/<pre dir="ltr" tabindex="0">\{\s+&quot;/);
  });

  it('shows what was denied, and by that what is disputed', async () => {
    const { text } = await auditor.get(`${AUDIT}/memberships/abraham-accords/MAR/history`);
    expect(text).toContain('Act denied');
    expect(text).toMatch(/mark">counts, disputed/);
  });

  it('ends at a position', async () => {
    const { text } = await auditor.get(`${KAZ}/history?atPosition=${SIGNED.position - 1}`);
    expect(text).not.toContain(SIGNED.eventId);
    expect(text).toContain('as the register knew it at position');
  });

  it('can be kept as CSV and JSON', async () => {
    const { body } = await auditor.get(`${KAZ}/history?format=json`);
    expect(body.items.at(-1)).toMatchObject({ streamId: 'membership-board-of-peace-KAZ' });
    const { text, headers } = await auditor.get(`${KAZ}/history?format=csv`);
    expect(headers['content-disposition']).toContain('history-board-of-peace-KAZ.csv');
    expect(text.trimEnd().split('\r\n')).toHaveLength(Number(body.items.length) + 1);
  });

  it('is reached by the form that names a membership', async () => {
    const { headers } = await auditor.get(`${AUDIT}/memberships?body=board-of-peace&state=KAZ&show=why`);
    expect(headers['location']).toBe(`${KAZ}/why`);
  });

  it.each([
    [`${AUDIT}/memberships/board-of-peace/XXX/history`, 404],
    [`${AUDIT}/memberships/no-such/KAZ/history`, 404],
    [`${KAZ}/history?atPosition=${DEMO_EVENTS + 1}`, 400],
    [`${KAZ}/history?atPosition=x`, 400],
    [`${KAZ}/history?format=xml`, 400],
    [`${KAZ}/why?asOf=2026-02-30`, 400],
    [`${AUDIT}/streams/no-such-stream`, 404],
    [`${AUDIT}/streams/%27%00`, 404],
    [`${AUDIT}/events/0`, 404],
    [`${AUDIT}/events/${DEMO_EVENTS + 1}`, 404],
    [`${AUDIT}/events/x`, 404],
    [`${AUDIT}/events?id=`, 404],
  ])('%s is answered %i', async (path, expected) => {
    expect(await status(path)).toBe(expected);
  });
});

describe('an event', () => {
  it('has a page of its own, by its id or its position', async () => {
    const { text } = await auditor.get(`${AUDIT}/events/${SIGNED.position}`);
    expect(text).toContain(SIGNED.eventId);
    expect(text).toContain('membership-board-of-peace-KAZ');
    expect(text).toContain(`${AUDIT}/events/${SIGNED.position - 1}`);
    expect((await auditor.get(`${AUDIT}/events/${SIGNED.eventId}`)).text).toContain(SIGNED.eventId);
    const found = await auditor.get(`${AUDIT}/events?id=%20${SIGNED.position}`);
    expect(found.headers['location']).toBe(`${AUDIT}/events/${SIGNED.eventId}`);
  });
});

describe('why', () => {
  it('is told at both clocks', async () => {
    const now = await auditor.get(`${KAZ}/why?asOf=2026-03-01`);
    expect(now.text).toContain('supports the standing');
    const then = await auditor.get(`${KAZ}/why?asOf=2026-03-01&atPosition=${SIGNED.position - 1}`);
    expect(then.text).not.toContain(SIGNED.eventId);
    expect(then.text).toContain('accepted');
  });
});

describe('differences', () => {
  const AT = `${AUDIT}/differences`;

  it('begin with a form', async () => {
    const { status: code, text } = await auditor.get(AT);
    expect(code).toBe(200);
    expect(text).toContain('name="from"');
    expect((await auditor.get(`${AT}?axis=known`)).text).toContain('name="asOf"');
  });

  it('between two positions tell before, after and why', async () => {
    const query = `axis=known&from=${SIGNED.position - 1}&to=${SIGNED.position}&asOf=2026-03-01&body=&state=`;
    const { text } = await auditor.get(`${AT}?${query}`);
    expect(text).toContain('1 membership differs');
    expect(text).toMatch(/Kazakhstan.*accepted.*(consented|member)/s);
    expect(text).toContain(`${AUDIT}/events/${SIGNED.eventId}`);
  });

  it('between two days tell which acts took effect', async () => {
    const { text } = await auditor.get(`${AT}?axis=valid&from=2025-11-05&to=2025-11-07&state=KAZ`);
    expect(text).toContain('Kazakhstan');
    expect(text).toContain('Abraham Accords');
  });

  it('have pages, and say when there are none', async () => {
    const { text } = await auditor.get(`${AT}?axis=known&from=0&to=${DEMO_EVENTS}&limit=5`);
    const next = /href="([^"]*cursor=[^"]*)" rel="next"/.exec(text)![1]!.replaceAll('&amp;', '&');
    const second = await auditor.get(next);
    expect(second.status).toBe(200);
    expect(second.text).toContain('5 memberships differ');
    expect((await auditor.get(`${AT}?axis=known&from=7&to=7`)).text).toContain(
      'Nothing differs between the two.',
    );
  });

  it.each([
    ['axis=known&from=7&to=6', '“to” must not lie before “from”'],
    [`axis=known&from=1&to=${DEMO_EVENTS + 1}`, 'lies beyond it'],
    ['axis=valid&from=2026-02-30&to=2026-03-01', 'must be a day that exists'],
    ['from=1&to=2', 'needs the parameter “axis”'],
    ['axis=valid&from=2026-01-01', 'needs the parameter “to”'],
    ['axis=known&from=1&to=2&cursor=azpLQVo', 'not a page that the list has given out'],
  ])('refuse %s', async (query, sentence) => {
    const { status: code, text } = await auditor.get(`${AT}?${query}`);
    expect(code).toBe(400);
    expect(text).toContain(sentence);
  });

  it('speak Arabic', async () => {
    const { text } = await auditor.get(
      `${AT}?axis=valid&from=2025-11-05&to=2025-11-07&body=abraham-accords&lang=ar`,
    );
    expect(text).toContain('كازاخستان');
    expect(text).toContain('قبل ذلك');
  });
});
