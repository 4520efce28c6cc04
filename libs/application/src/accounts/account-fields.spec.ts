import { describe, expect, it } from '@jest/globals';
import { checkedDisplayName, checkedEmail, checkedName } from './account-fields.js';

const codeOf = (check: () => unknown): unknown => {
  try {
    return check();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a name to sign in with', () => {
  it.each([
    [' Amina ', 'amina'],
    ['AMINA.S_2+x@example.org', 'amina.s_2+x@example.org'],
    ['زهراء', 'زهراء'],
    ['ＡＭＩＮＡ', 'amina'],
    ['7', '7'],
  ])('“%s” is kept as %s', (given, kept) => {
    expect(checkedName(given)).toBe(kept);
  });

  it.each(['', ' ', 'two words', '.amina', '<b>', 'a\u0000', 'a/b', 'a\u202eb', 'x'.repeat(101), '\u0301'])(
    'may not be %j',
    (given) => {
      expect([given, codeOf(() => checkedName(given))]).toEqual([
        given,
        given === 'a\u0000' ? 'a' : 'bad-name',
      ]);
    },
  );
});

describe('a name to show', () => {
  it('is one line, without space around it', () => {
    expect(checkedDisplayName('  Amina\n  Saleh\t')).toBe('Amina Saleh');
    expect(codeOf(() => checkedDisplayName(' \n '))).toBe('no-display-name');
    expect(codeOf(() => checkedDisplayName('x'.repeat(101)))).toBe('no-display-name');
  });
});

describe('an e-mail address', () => {
  it.each([
    ['Amina@Example.org', 'amina@example.org'],
    ['', null],
    [null, null],
  ])('%s is kept as %s', (given, kept) => {
    expect(checkedEmail(given)).toBe(kept);
  });

  it.each(['amina', 'amina@', '@example.org', 'a b@example.org', 'a@b', `${'x'.repeat(65)}@example.org`])(
    'may not be %s',
    (given) => {
      expect(codeOf(() => checkedEmail(given))).toBe('bad-email');
    },
  );
});
