// Passwords, kept as argon2id hashes (RFC 9106) with the parameters that OWASP recommends: 19 MiB, 2 passes, 1 lane.
import { hash, verify } from '@node-rs/argon2';
import { AccountRefused } from './account-refused.js';

const PARAMETERS = {
  // argon2id, as the package numbers it.
  algorithm: 2,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

/** Length is all that is asked for, as NIST SP 800-63B §3.1.1 advises: no classes of characters, no expiry. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 1000;

/** The hash of a password that nobody knows: who has none costs as much time as who has one. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$bBpSBBvpOZ2mWCkiEUaUGQ$6caydfC/OjovCe67FM5rYzcNDQJ5SJjWP/470dQtriM';

/** The same characters however a keyboard composes them. */
const composed = (password: string): string => password.normalize('NFC');

/** In PHC form. Refuses fewer than 12 characters and more than 1000. */
export async function hashPassword(password: string): Promise<string> {
  const { length } = composed(password);
  if (length < SHORTEST_PASSWORD) throw new AccountRefused('password-too-short');
  if (length > LONGEST_PASSWORD) throw new AccountRefused('password-too-long');
  return hash(composed(password), PARAMETERS);
}

/** Whether it is the password of this hash; where there is none it takes as long and is not. */
export async function isPassword(
  password: string,
  passwordHash: string | null | undefined,
): Promise<boolean> {
  // Nobody could have set a longer one; a longer one costs no more time.
  const right = await verify(passwordHash ?? NOBODY, composed(password.slice(0, LONGEST_PASSWORD * 4)));
  return right && passwordHash != null && password.length <= LONGEST_PASSWORD * 4;
}
