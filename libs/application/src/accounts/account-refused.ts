/** Why nothing was changed, as a code; the sentences are the apps'. */
export type AccountRefusal =
  /** Letters, digits and . _ @ + - of any script, 100 at most. */
  | 'bad-name'
  | 'name-taken'
  | 'no-display-name'
  | 'bad-email'
  | 'email-taken'
  | 'unknown-account'
  /** Somebody has to be able to let others in: the last admin who is not disabled stays one. */
  | 'last-admin'
  /** There is an admin already. */
  | 'set-up-done'
  | 'password-too-short'
  | 'password-too-long'
  /** Used, expired, or never given out. */
  | 'dead-link'
  | 'oidc-taken';

export class AccountRefused extends Error {
  constructor(readonly code: AccountRefusal) {
    super(code);
    this.name = 'AccountRefused';
  }
}
