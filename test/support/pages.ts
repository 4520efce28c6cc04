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
];
