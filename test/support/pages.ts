// Every page there is, as the demo register answers it: the tests in a browser walk this list. A new page is added here.
import type { AccountRole } from '#application';

export interface ListedPage {
  readonly path: string;
  /** Who looks at it; a stranger, where nobody is named. */
  readonly role?: AccountRole;
  /** What its title begins with, in English and in Arabic. */
  readonly title: readonly [en: string, ar: string];
}

export const PAGES: readonly ListedPage[] = [
  { path: '/', title: ['Who belongs to what', 'من ينتمي إلى ماذا'] },
  { path: '/states', title: ['States', 'الدول'] },
  { path: '/states?q=kazakhstan', title: ['States', 'الدول'] },
  { path: '/states/KAZ', title: ['Kazakhstan', 'كازاخستان'] },
  { path: '/states/KAZ?asOf=2025-11-06&knownAt=2026-01-18T00:00:00Z', title: ['Kazakhstan', 'كازاخستان'] },
  { path: '/bodies', title: ['Bodies', 'الهيئات'] },
  { path: '/bodies/board-of-peace', title: ['Board of Peace', 'مجلس السلام'] },
  { path: '/memberships/board-of-peace/KAZ', title: ['Kazakhstan', 'كازاخستان'] },
  { path: '/memberships/abraham-accords/KAZ', title: ['Kazakhstan', 'كازاخستان'] },
  { path: '/admin/sign-in', title: ['Sign in', 'تسجيل الدخول'] },
  { path: '/admin/account', role: 'recorder', title: ['Your account', 'حسابك'] },
  { path: '/admin/users', role: 'admin', title: ['Users', 'المستخدمون'] },
  { path: '/admin/users/new', role: 'admin', title: ['Invite somebody', 'ادعُ شخصاً'] },
  { path: '/admin/users/log', role: 'admin', title: ['Log of accounts', 'سجل الحسابات'] },
];
