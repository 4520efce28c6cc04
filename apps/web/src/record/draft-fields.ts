// What of a posted form is kept in a draft.
import { withoutTracking, type Day } from '#register';
import { plainDay } from '../page/day-text.js';
import type { Typed } from '../page/forms.js';
import { LABELS } from './labels.js';

export const DRAFT_KIND = 'act';

export const DAYS = ['on', 'effectiveOn', 'announcedOn', 'new-published'];
const KEPT: ReadonlySet<string> = new Set([
  ...Object.keys(LABELS.en),
  ...DAYS.map((day) => `${day}-meant`),
  'asked',
]);

/**
 * The fields of the form and no others; days as the register writes them, so that "yesterday" is the same day tomorrow, and
 * an address without what was added to it on the way here.
 */
export const kept = (typed: Typed, today: Day): Typed =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, text]) =>
      KEPT.has(name) ? [[name, plain(name, text, today)]] : [],
    ),
  );

function plain(name: string, text: string, today: Day): string {
  if (DAYS.includes(name)) return plainDay(text, today);
  return name === 'new-url' ? withoutTracking(text) : text;
}
