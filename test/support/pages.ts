// Every page there is, as the demo register answers it: the tests in a browser walk this list, and fail where the program
// has a page that is not in it.
import type { AccountRole } from '#application';
import { demoRow } from './demo-facts.js';
import type { SignedInVisitor } from './signed-in.js';
import type { Site } from './site.js';

export interface ListedPage {
  /** As it is tested and told: an address, or its pattern where a test has to make one first. */
  readonly path: string;
  /** The address, for pages that are there only after something was done. */
  readonly made?: (site: Site, visitor: SignedInVisitor) => Promise<string>;
  /** Who looks at it; a stranger, where nobody is named. */
  readonly role?: AccountRole;
  /** What its title has in it, in English and in Arabic; its name is its own affair where none is given. */
  readonly title?: readonly [en: string, ar: string];
}

const READING: readonly ListedPage[] = [
  { path: '/', title: ['Who belongs to what', 'من ينتمي إلى ماذا'] },
  { path: '/states', title: ['States', 'الدول'] },
  { path: '/states?q=kazakhstan', title: ['States', 'الدول'] },
  { path: '/states/KAZ', title: ['Kazakhstan', 'كازاخستان'] },
  { path: '/states/KAZ?asOf=2025-11-06&knownAt=2026-01-18T00:00:00Z', title: ['Kazakhstan', 'كازاخستان'] },
  { path: '/bodies', title: ['Bodies', 'الهيئات'] },
  { path: '/bodies/board-of-peace', title: ['Board of Peace', 'مجلس السلام'] },
  { path: '/memberships/board-of-peace/KAZ', title: ['Kazakhstan', 'كازاخستان'] },
  { path: '/memberships/abraham-accords/KAZ', title: ['Kazakhstan', 'كازاخستان'] },
  { path: '/bodies/abraham-accords?standing=party&sort=since', title: ['Abraham Accords', 'الاتفاق'] },
  { path: '/states?q=qqqqqq', title: ['States', 'الدول'] },
  { path: '/sources', title: ['Sources', 'المصادر'] },
  { path: '/sources/alamsar-2026-01-19', title: ['ترامب يدعو', 'ترامب يدعو'] },
  { path: '/log', title: ['Log', 'السجل'] },
  { path: '/log/events', title: ['All events', 'جميع الأحداث'] },
  { path: '/search', title: ['Search', 'بحث'] },
  { path: '/search?q=korea', title: ['Search', 'بحث'] },
  { path: '/about', title: ['About the data', 'عن البيانات'] },
];

const ACCOUNTS: readonly ListedPage[] = [
  { path: '/admin/sign-in', title: ['Sign in', 'تسجيل الدخول'] },
  { path: '/admin/links/:token', made: invitation, title: ['Welcome', 'أهلاً بك'] },
  { path: '/admin/account', role: 'auditor', title: ['Your account', 'حسابك'] },
  { path: '/admin/users', role: 'admin', title: ['Users', 'المستخدمون'] },
  { path: '/admin/users/new', role: 'admin', title: ['Invite somebody', 'ادعُ شخصاً'] },
  {
    path: '/admin/users/:id',
    role: 'admin',
    made: async (_, { account }) => `/admin/users/${account.id}`,
    title: ['admin', 'admin'],
  },
  { path: '/admin/users/log', role: 'admin', title: ['Log of accounts', 'سجل الحسابات'] },
];

const DESK: readonly ListedPage[] = [
  { path: '/admin', role: 'recorder', title: ['Desk', 'مكتب التسجيل'] },
  { path: '/admin/states', role: 'recorder', title: ['States', 'الدول'] },
  { path: '/admin/states/new', role: 'admin', title: ['Register a state', 'تسجيل دولة'] },
  { path: '/admin/states/KAZ', role: 'admin', title: ['Kazakhstan', 'كازاخستان'] },
  ...['rename', 'alias', 'succession', 'dissolve'].map((change): ListedPage => ({
    path: `/admin/states/KAZ/${change}`,
    role: 'admin',
    title: ['', ''],
  })),
  { path: '/admin/contacts/new', role: 'recorder', title: ['Record a contact', 'تسجيل اتصال'] },
  ...['', '/retract', '/corroborate'].map((saying): ListedPage => ({
    path: `/admin/contacts/c5-plus-1-summit-2025-11-06${saying}`,
    role: 'recorder',
    title: ['', ''],
  })),
  { path: '/admin/bodies', role: 'recorder', title: ['Bodies', 'الهيئات'] },
  { path: '/admin/bodies/new', role: 'admin', title: ['body', 'هيئة'] },
  { path: '/admin/bodies/board-of-peace', role: 'admin', title: ['Board of Peace', 'مجلس السلام'] },
  ...['rule', 'appoint', 'ceremony', 'dissolve'].map((form): ListedPage => ({
    path: `/admin/bodies/board-of-peace/${form}`,
    role: 'admin',
  })),
  {
    path: `/admin/bodies/board-of-peace/retract/${demoRow('board-of-peace-gaza-executive-board').eventId}`,
    role: 'admin',
  },
  { path: '/admin/sources', role: 'recorder', title: ['Sources', 'المصادر'] },
  { path: '/admin/sources/new', role: 'recorder', title: ['source', 'مصدر'] },
  { path: '/admin/sources/alamsar-2026-01-19', role: 'recorder', title: ['ترامب يدعو', 'ترامب يدعو'] },
  { path: '/admin/sources/alamsar-2026-01-19/discredit', role: 'admin' },
];

const RECORD: readonly ListedPage[] = [
  { path: '/admin/record', role: 'recorder', title: ['Record an act', 'تسجيل عمل'] },
  { path: '/admin/record/drafts', role: 'recorder', title: ['Your drafts', 'مسوداتك'] },
  {
    path: '/admin/record/:draft',
    role: 'recorder',
    made: async (_, officer) => (await draft(officer)).replace('/check', ''),
    title: ['Record an act', 'تسجيل عمل'],
  },
  {
    path: '/admin/record/:draft/check',
    role: 'recorder',
    made: async (_, officer) => draft(officer),
    title: ['Check before recording', 'راجع قبل التسجيل'],
  },
  {
    path: '/admin/record/done/:event',
    role: 'recorder',
    made: recorded,
    title: ['It is recorded', 'تم التسجيل'],
  },
  {
    path: '/admin/acts/:event/:kind',
    role: 'recorder',
    made: said('correct'),
    title: ['Correct an act', 'تصحيح عمل'],
  },
  {
    path: '/admin/acts/:event/:kind',
    role: 'recorder',
    made: said('retract'),
    title: ['Retract an act', 'سحب عمل'],
  },
  {
    path: '/admin/acts/:event/:kind',
    role: 'recorder',
    made: said('deny'),
    title: ['Record a denial', 'تسجيل نفي'],
  },
  {
    path: '/admin/acts/:event/:kind',
    role: 'recorder',
    made: said('corroborate'),
    title: ['Corroborate an act', 'تأكيد عمل'],
  },
];

const AUDIT: readonly ListedPage[] = [
  { path: '/admin/audit', role: 'auditor', title: ['Audit', 'التدقيق'] },
  { path: '/admin/audit/replay', role: 'auditor', title: ['Replay the register', 'إعادة احتساب السجل'] },
  { path: '/admin/audit/differences', role: 'auditor' },
  { path: '/admin/audit/differences?from=2025-11-01&to=2026-02-01&axis=valid', role: 'auditor' },
  { path: '/admin/audit/memberships/board-of-peace/KAZ/history', role: 'auditor' },
  { path: '/admin/audit/memberships/board-of-peace/KAZ/why', role: 'auditor' },
  { path: '/admin/audit/streams/body-board-of-peace', role: 'auditor' },
  { path: '/admin/audit/events/600', role: 'auditor' },
  { path: '/admin/audit/jobs/:id', role: 'auditor', made: replay },
];

export const PAGES: readonly ListedPage[] = [...READING, ...ACCOUNTS, ...DESK, ...RECORD, ...AUDIT];

/** Addresses that a browser follows and that show no page. */
export const NOT_PAGES = [
  '/assets/:file',
  // A part of a form, for those with JavaScript.
  '/admin/options/:kind',
  // To a provider of sign-in and back; without one configured it is not there.
  '/admin/sign-in/provider',
  '/admin/sign-in/provider/back',
  // They lead on to what was asked for.
  '/admin/audit/memberships',
  '/admin/audit/events',
  // Files to keep.
  '/admin/sources/:id/copies/:sha256',
  '/admin/audit/jobs/:id/differences',
  '/admin/audit/jobs/:id/register',
];

async function invitation({ register: { accounts } }: Site): Promise<string> {
  const here = { address: '127.0.0.1', userAgent: 'spec' };
  const name = `invited-${String(performance.now())}`;
  const { id } = await accounts.accounts.add({ name, displayName: name, roles: [] }, here);
  return `/admin/links/${await accounts.links.forAccount('invitation', id, here)}`;
}

async function replay(_: Site, visitor: SignedInVisitor): Promise<string> {
  const { headers, text } = await visitor.post('/admin/audit/replay', { position: '100' });
  if (headers['location'] === undefined) throw new Error(`no job was begun: ${text}`);
  return headers['location'];
}

/** States of which the demo says nothing in the Abraham Accords. */
const unheard = ['TKM', 'KGZ', 'TJK', 'GEO', 'MNG', 'NPL', 'BTN', 'LAO'];

/** An act filled in as far as its check; its address. */
async function draft(officer: SignedInVisitor): Promise<string> {
  const state = unheard.shift() ?? '';
  const { headers, text } = await officer.post('/admin/record', {
    ...{ state, body: 'abraham-accords', on: '2026-03-01', act: 'AccordJoined', attestation: 'declared' },
    ...{ 'new-url': `https://news.example/${state}`, 'new-outlet': 'الأمصار', 'new-language': 'ar' },
    ...{ quote: 'أعلنت انضمامها', announcedBy: 'وزارة الخارجية', asked: 'AccordJoined', next: 'check' },
  });
  if (!headers['location']?.endsWith('/check')) throw new Error(`nothing to check: ${text}`);
  return headers['location'];
}

/** The form that says something of the first act on record of one membership. */
function said(kind: string) {
  return async ({ register: { store } }: Site): Promise<string> => {
    const stream = 'membership-abraham-accords-KAZ';
    const events = (await store.readStreams([stream])).get(stream);
    return `/admin/acts/${events?.[0]?.eventId ?? ''}/${kind}`;
  };
}

async function recorded(_: Site, officer: SignedInVisitor): Promise<string> {
  const check = await draft(officer);
  const { text } = await officer.get(check);
  const [version, revision] = ['version', 'revision'].map(
    (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '',
  ) as [string, string];
  const { headers } = await officer.post(check.replace(/check$/, 'submit'), { version, revision });
  return headers['location'] ?? '';
}
