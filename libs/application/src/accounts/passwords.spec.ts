import { parseOptions } from '@node-rs/argon2';
import { describe, expect, it } from '@jest/globals';
import { hashPassword, isPassword } from './passwords.js';

const WORDS = 'correct horse battery';

describe('a password', () => {
  it('is kept as argon2id with the parameters of OWASP, and a salt of its own', async () => {
    const [one, other] = await Promise.all([hashPassword(WORDS), hashPassword(WORDS)]);
    expect(one).not.toBe(other);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(parseOptions(one)).toMatchObject({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  });

  it('is right as it was typed, and wrong in any other way', async () => {
    const hash = await hashPassword(WORDS);
    expect(await isPassword(WORDS, hash)).toBe(true);
    for (const wrong of ['', ` ${WORDS}`, WORDS.toUpperCase(), `${WORDS}\u0000`, WORDS.slice(0, -1)]) {
      expect([wrong, await isPassword(wrong, hash)]).toEqual([wrong, false]);
    }
  });

  it('is the same however a keyboard composes it', async () => {
    const hash = await hashPassword('cafe\u0301 au lait');
    expect(await isPassword('caf\u00e9 au lait', hash)).toBe(true);
  });

  it.each([
    ['', 'password-too-short'],
    ['x'.repeat(11), 'password-too-short'],
    ['x'.repeat(1001), 'password-too-long'],
  ])('may not be too short or too long (%#)', async (password, code) => {
    await expect(hashPassword(password)).rejects.toMatchObject({ name: 'AccountRefused', code });
  });

  it.each(['x'.repeat(12), 'x'.repeat(1000), 'كلمة مرور طويلة', '            '])(
    'may be anything else (%#)',
    async (password) => {
      expect(await isPassword(password, await hashPassword(password))).toBe(true);
    },
  );

  it.each([null, undefined])('of nobody is never right: %s', async (none) => {
    expect(await isPassword(WORDS, none)).toBe(false);
  });

  it('of a million characters is wrong without more work', async () => {
    expect(await isPassword('x'.repeat(1_000_000), await hashPassword('x'.repeat(1000)))).toBe(false);
  });
});
