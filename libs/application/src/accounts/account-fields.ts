// What an account may be called.
import { AccountRefused } from './account-refused.js';
import { storable } from './origin.js';

/** As it is stored and compared: without space around it, in compatibility composition, in lower case. */
export const normalName = (name: string): string => storable(name).trim().normalize('NFKC').toLowerCase();

/** Refuses what is not letters, digits and `. _ @ + -`, of 1 to 100 characters that begin with a letter or digit. */
export function checkedName(name: string): string {
  const normal = normalName(name);
  if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@+-]{0,99}$/u.test(normal) || normal.length > 100) {
    throw new AccountRefused('bad-name');
  }
  return normal;
}

/** What is shown beside what somebody has done: 1 to 100 characters of one line. */
export function checkedDisplayName(displayName: string): string {
  const one = storable(displayName).replace(/\s+/gu, ' ').trim();
  if (one === '' || one.length > 100) throw new AccountRefused('no-display-name');
  return one;
}

/** An address in lower case, or null for none. */
export function checkedEmail(email: string | null | undefined): string | null {
  const normal = normalName(email ?? '');
  if (normal === '') return null;
  if (!/^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/u.test(normal) || normal.length > 254) {
    throw new AccountRefused('bad-email');
  }
  return normal;
}
