// What of a posted form is kept in a draft.
import type { Typed } from '../page/forms.js';
import { LABELS } from './labels.js';

export const DRAFT_KIND = 'act';

const DAYS = ['on', 'effectiveOn', 'announcedOn', 'new-published'];
const KEPT: ReadonlySet<string> = new Set([
  ...Object.keys(LABELS.en),
  ...DAYS.map((day) => `${day}-meant`),
  'asked',
]);

/** The fields of the form and no others. */
export const kept = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => KEPT.has(name)));
