// The first page of the desk, over the demo register and over an empty one.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demo } from '../../../../../test/support/demo.js';
import { testRegister, type TestRegister } from '../../../../../test/support/register.js';
import { signedIn, type SignedInVisitor } from '../../../../../test/support/signed-in.js';
import { webOver, type Web } from '../../../../../test/support/web.js';

let register: TestRegister;
let empty: TestRegister;
let web: Web;
let webOfNothing: Web;
let recorder: SignedInVisitor;
beforeAll(async () => {
  register = await testRegister(demo);
  empty = await testRegister();
  web = await webOver(register);
  webOfNothing = await webOver(empty);
  recorder = await signedIn(register, web, 'recorder');
}, 240_000);
afterAll(async () => {
  await Promise.all([web.close(), webOfNothing.close()]);
  await Promise.all([register.close(), empty.close()]);
});

describe('the desk', () => {
  it('shows what is to be done, with a way to do it', async () => {
    const { status, text } = await recorder.get('/admin');
    expect(status).toBe(200);
    for (const heading of [
      'Your drafts',
      'Disputed',
      'Resting on a single source',
      'Latest acts',
      'Tables and log',
    ]) {
      expect(text).toContain(`<h2>${heading}</h2>`);
    }
    expect(text).toMatch(/\/admin\/record\?body=[a-z-]+&amp;state=[A-Z]{3}/);
    expect(text).toContain('Every table has taken in the whole log.');
  });

  it('shows one’s own drafts, and nobody else’s', async () => {
    const other = await signedIn(register, web, 'recorder');
    const mine = await register.accounts.drafts.create(recorder.account.id, 'act', {
      state: 'KAZ',
      body: '<b>board</b>',
    });
    const theirs = await register.accounts.drafts.create(other.account.id, 'act', {});
    const { text } = await recorder.get('/admin');
    expect(text).toContain(`/admin/record/${mine.id}`);
    expect(text).not.toContain(theirs.id);
    expect(text).not.toContain('<b>board</b>');
    expect((await other.get('/admin')).text).toContain('not yet named');
  });

  it('leads each only to what is open to them', async () => {
    const auditor = await signedIn(register, web, 'auditor');
    const admin = await signedIn(register, web, 'admin');
    const nobody = await signedIn(register, web);
    const ways = async (visitor: SignedInVisitor) =>
      [...(await visitor.get('/admin')).text.matchAll(/<li><a href="(\/admin\/[^"]*)" class="button/g)].map(
        ([, path]) => path,
      );
    expect(await ways(recorder)).toContain('/admin/record');
    expect(await ways(auditor)).toEqual(['/admin/audit']);
    expect(await ways(admin)).toEqual(expect.arrayContaining(['/admin/bodies', '/admin/users']));
    expect(await ways(nobody)).toEqual([]);
    expect((await auditor.get('/admin')).text).not.toContain('/admin/record?');
    expect((await web.get('/admin')).headers['location']).toMatch(/^\/admin\/sign-in/);
  });

  it('says how far tables are behind, and what stopped one', async () => {
    await register.database.admin.query(
      `update event_store.projection set position = position - 2, failed_position = 7,
         failed_event_id = gen_random_uuid(), failure = '<i>torn</i>' where name = 'name_index'`,
    );
    const { text } = await recorder.get('/admin');
    expect(text).toContain('stopped at position 7: &lt;i>torn');
    expect(text).not.toContain('Every table has taken in');
    await register.database.admin.query(
      `update event_store.projection set failed_position = null, failed_event_id = null, failure = null
       where name = 'name_index'`,
    );
    expect((await recorder.get('/admin')).text).toContain('2 events behind');
    expect((await recorder.get('/admin?lang=ar')).text).toContain('متأخر بقيدين');
  });

  it('says in both languages where there is nothing to do', async () => {
    const visitor = await signedIn(empty, webOfNothing, 'recorder');
    const english = await visitor.get('/admin');
    const arabic = await visitor.get('/admin?lang=ar');
    expect(english.text).toContain('No standing of today is disputed.');
    expect(english.text).toContain('No act is recorded yet.');
    expect(english.text).toContain('You have begun no form that is not sent.');
    expect(arabic.text).toContain('لا صفة متنازعاً عليها اليوم.');
    expect(arabic.text).toContain('لم يُسجَّل أي عمل بعد.');
  });
});
