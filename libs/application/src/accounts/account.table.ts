import { EntitySchema } from 'typeorm';

/** What an account may do. An admin does not record unless a recorder too; an auditor writes nothing. */
export const ACCOUNT_ROLES = ['recorder', 'auditor', 'admin'] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

export interface Account {
  readonly id: string;
  /** What is typed to sign in, in lower case; events name their actor by it (`account:amina`). Never changes. */
  readonly name: string;
  readonly displayName: string;
  readonly roles: readonly AccountRole[];
  readonly disabled: boolean;
  /** By which a provider's verified address is recognised the first time; lower case. */
  readonly email: string | null;
  /** Who this is for an OpenID provider, once they have signed in there. */
  readonly oidcIssuer: string | null;
  readonly oidcSubject: string | null;
  readonly createdAt: Date;
}

/** The row; the hash is read only where it is asked for by name. */
export interface AccountRow extends Account {
  readonly passwordHash: string | null;
}

export const AccountEntity = new EntitySchema<AccountRow>({
  name: 'account',
  schema: 'accounts',
  columns: {
    id: { type: 'uuid', primary: true },
    name: { type: 'text', collation: 'C' },
    displayName: { type: 'text', name: 'display_name' },
    passwordHash: { type: 'text', name: 'password_hash', nullable: true, select: false },
    roles: { type: 'text', array: true },
    disabled: { type: 'boolean', default: false },
    email: { type: 'text', collation: 'C', nullable: true },
    oidcIssuer: { type: 'text', name: 'oidc_issuer', collation: 'C', nullable: true },
    oidcSubject: { type: 'text', name: 'oidc_subject', collation: 'C', nullable: true },
    createdAt: { type: 'timestamptz', name: 'created_at' },
  },
  uniques: [
    { name: 'account_name', columns: ['name'] },
    { name: 'account_email', columns: ['email'] },
    { name: 'account_oidc', columns: ['oidcIssuer', 'oidcSubject'] },
  ],
  checks: [
    { name: 'account_roles_known', expression: "roles <@ array['recorder', 'auditor', 'admin']" },
    { name: 'account_name_lower', expression: 'name = lower(name) and length(name) between 1 and 100' },
  ],
});

/** A key of another table that names an account. */
export const ofAccount = (name: string, column = 'account') => ({
  name,
  target: 'account',
  columnNames: [column],
  referencedColumnNames: ['id'],
});
