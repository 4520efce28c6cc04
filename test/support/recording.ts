// Recording in a browser, over a register of its own: a land, a club and a gazette, and Amina, who records.
import type { Page } from 'playwright-core';
import type { StoredEvent } from '#application';
import type { MembershipAct } from '#register';
import { CAST, record } from './commands.js';
import { leadsTo } from './record-desk.js';
import { signedIn, type SignedInVisitor } from './signed-in.js';
import { testSite, type Cookie, type Site } from './site.js';

export interface Recording extends Site {
  readonly amina: SignedInVisitor;
  readonly cookie: Cookie;
  /** What is recorded of the land in the club, first things first. */
  line(): Promise<readonly StoredEvent[]>;
  /** Puts an act on record, where readers see it; gives its event id. */
  onRecord(act: MembershipAct): Promise<string>;
  /** Keeps a form with these fields as a draft of Amina's; gives its path. */
  draftOf(fields: Readonly<Record<string, string>>): Promise<string>;
}

const STREAM = 'membership-club-X-LAND';

/** An invitation, as a form has it that was filled in. */
export const INVITED = {
  ...{ state: 'X-LAND', body: 'club', on: '2026-01-10', source: 'gazette-1' },
  quote: 'دعا النادي البلد رسمياً إلى الانضمام إليه',
  ...{ act: 'InvitationReceived', asked: 'InvitationReceived' },
  ...{ 'by-name': 'The club', attestation: 'declared' },
} as const;

export async function recordingSite(): Promise<Recording> {
  const site = await testSite();
  const { register } = site;
  for (const command of CAST) await register.execute(command);
  await register.catchUp();
  const amina = await signedIn(register, site, 'recorder');
  const line = async () => (await register.store.readStreams([STREAM])).get(STREAM) ?? [];
  return {
    ...site,
    amina,
    line,
    cookie: site.cookieFor(amina),
    onRecord: async (act) => {
      await register.execute(record(act));
      await register.catchUp();
      return (await line()).at(-1)?.eventId ?? '';
    },
    draftOf: async (fields) => {
      const saved = leadsTo(await amina.post('/admin/record', { ...fields, next: 'save' }));
      return saved.replace(/\?.*$/, '');
    },
  };
}

/** A source that is registered in place. */
export async function newSource(page: Page, outlet: string, quote: string): Promise<void> {
  await page.fill('#quote', quote);
  await page.fill('#new-outlet', outlet);
  await page.selectOption('#new-language', 'ar');
}
