import type { AccountRefusal } from '#application';

/** Why an account was not changed. */
export const ACCOUNT_SENTENCES: Readonly<Record<AccountRefusal, string>> = {
  'bad-name': 'A name takes letters, digits and . _ @ + -, and begins with a letter or a digit.',
  'name-taken': 'There is an account with this name already.',
  'no-display-name': 'A name to show has 1 to 100 characters.',
  'bad-email': 'This is not an e-mail address.',
  'email-taken': 'Another account has this e-mail address.',
  'unknown-account': 'There is no such account.',
  'last-admin': 'This is the last admin; make somebody else one first.',
  'set-up-done': 'There is an admin already.',
  'password-too-short': 'A password has at least 12 characters.',
  'password-too-long': 'A password has at most 1000 characters.',
  'dead-link': 'This link no longer works.',
  'oidc-taken': 'This identity belongs to another account.',
};
