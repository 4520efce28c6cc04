// What people see when something is wrong: each error page in a browser, in both languages.
import { Get, Module, Param } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { testBrowser } from '../../../../test/support/browser.js';
import { pageFaults } from '../../../../test/support/page-faults.js';
import { testRegister, type TestRegister } from '../../../../test/support/register.js';
import { listening, type Web } from '../../../../test/support/web.js';
import { AssetsController } from '../assets/assets.controller.js';
import { AccessGuard } from '../security/access.guard.js';
import { Public, Requires } from '../security/access.js';
import { TROUBLES, type TroubleCode } from '../words/troubles.js';
import { Pages } from './pages.js';
import { Trouble } from './trouble.js';

jest.setTimeout(60_000);

/** Hostile, as what somebody typed may be. */
const DETAIL = '<script>1</script>'.repeat(20);

@Pages()
class Troubled {
  @Public()
  @Get('trouble/:code')
  trouble(@Param('code') code: TroubleCode) {
    throw new Trouble(code, [DETAIL]);
  }

  @Public()
  @Get('defect')
  defect() {
    throw new Error('a defect, as this test wants it');
  }

  @Requires('admin')
  @Get('admin/accounts')
  accounts() {
    return 'in';
  }
}

const controllers = [AssetsController, Troubled];

@Module({
  controllers,
  providers: [{ provide: APP_GUARD, useFactory: () => new AccessGuard(controllers) }],
})
class TroubledModule {}

const browser = testBrowser();
let register: TestRegister;
let web: Web;
beforeAll(async () => {
  register = await testRegister();
  web = await listening({ module: TroubledModule }, register);
}, 60_000);
afterAll(async () => {
  await web.close();
  await register.close();
});

const codes = Object.keys(TROUBLES) as TroubleCode[];

describe.each(['en', 'ar'] as const)('in %s', (language) => {
  it.each(codes)('%s is a whole page', async (code) => {
    const visit = await browser.visit(`http://127.0.0.1:${String(web.port)}/trouble/${code}`, { language });
    const { status, [language]: says } = TROUBLES[code];
    expect(visit.status).toBe(status);
    expect(await visit.page.innerText('h1')).toBe(says[0]);
    expect(await visit.page.innerText('main')).toContain(says[1]);
    expect(await visit.page.innerText('main')).toContain(DETAIL);
    expect(await pageFaults(visit, language)).toEqual([]);
  });

  it('a defect of ours is told without a word of how it came', async () => {
    const log = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const visit = await browser.visit(`http://127.0.0.1:${String(web.port)}/defect`, { language });
    log.mockRestore();
    expect(visit.status).toBe(500);
    expect(await visit.page.innerText('h1')).toBe(TROUBLES.broken[language][0]);
    expect(visit.html).not.toContain('defect,');
    expect(await pageFaults(visit, language)).toEqual([]);
  });

  it('an address that is nowhere, and a page that is not open, are whole pages', async () => {
    const nowhere = await browser.visit(`http://127.0.0.1:${String(web.port)}/nowhere`, { language });
    expect(nowhere.status).toBe(404);
    expect(await pageFaults(nowhere, language)).toEqual([]);
  });
});
