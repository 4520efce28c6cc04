import { ACCOUNT_ROLES, type Account, type AccountRole } from '#application';
import { isolate } from '../drawing/figure.js';
import type { PageContext } from '../page/context.js';
import { ErrorSummary, FormKey, TextField, type FieldFault, type Typed } from '../page/forms.js';
import { Page } from '../page/page.js';
import { Table } from '../page/table.js';
import { ROLE_HINT, ROLE_NAME, USERS } from '../words/accounts.js';
import type { Language } from '../words/language.js';
import { NewAccountFields } from './link.page.js';

/** Everybody who has an account. */
export function UsersPage({
  page,
  accounts,
}: {
  readonly page: PageContext;
  readonly accounts: readonly Account[];
}) {
  const say = USERS[page.language];
  return (
    <Page page={page} title={say.title}>
      <h1>{say.title}</h1>
      <p class="actions">
        <a class="button primary" href="/admin/users/new">
          {say.invite}
        </a>
        <a href="/admin/users/log">{say.log}</a>
      </p>
      <Table id="users" caption={say.title} quiet heads={[say.name, say.displayName, say.roles, say.state]}>
        {accounts.map(({ id, name, displayName, roles, disabled }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/admin/users/${id}`}>
                <bdi>{name}</bdi>
              </a>
            </th>
            <td>
              <bdi>{displayName}</bdi>
            </td>
            <td>{rolesAsText(page.language, roles)}</td>
            <td>{disabled ? say.disabled : say.enabled}</td>
          </tr>
        ))}
      </Table>
    </Page>
  );
}

export const rolesAsText = (language: Language, roles: readonly AccountRole[]): string =>
  roles.map((role) => ROLE_NAME[language][role]).join(' · ') || USERS[language].noRoles;

/** A box for each role, with what it may do. */
export function RoleFields({
  language,
  roles,
}: {
  readonly language: Language;
  readonly roles: readonly AccountRole[];
}) {
  return (
    <fieldset>
      <legend>{USERS[language].roles}</legend>
      {ACCOUNT_ROLES.map((role) => (
        <div class="choice field" key={role}>
          <input
            type="checkbox"
            id={`role-${role}`}
            name={`role-${role}`}
            value="yes"
            checked={roles.includes(role)}
          />{' '}
          <label for={`role-${role}`}>
            {ROLE_NAME[language][role]}: {ROLE_HINT[language][role]}
          </label>
        </div>
      ))}
    </fieldset>
  );
}

/** The roles that are ticked. */
export const rolesIn = (values: Typed): AccountRole[] =>
  ACCOUNT_ROLES.filter((role) => values[`role-${role}`] === 'yes');

/** Makes an account whose owner chooses a password by the link that comes of it. */
export function InvitePage({
  page,
  values = {},
  faults = [],
}: {
  readonly page: PageContext;
  readonly values?: Typed;
  readonly faults?: readonly FieldFault[];
}) {
  const say = USERS[page.language];
  return (
    <Page page={page} title={say.invite}>
      <ErrorSummary page={page} faults={faults} />
      <h1>{say.invite}</h1>
      <form method="post" action="/admin/users/new" novalidate>
        <FormKey page={page} />
        <NewAccountFields page={page} values={values} faults={faults} />
        <EmailField language={page.language} value={values['email']} faults={faults} />
        <RoleFields language={page.language} roles={rolesIn(values)} />
        <div class="actions">
          <button class="primary">{say.inviteButton}</button>
          <a href="/admin/users">{say.back}</a>
        </div>
      </form>
    </Page>
  );
}

export const EmailField = ({
  language,
  value,
  faults,
}: {
  readonly language: Language;
  readonly value: string | undefined;
  readonly faults: readonly FieldFault[];
}) => (
  <TextField
    name="email"
    type="email"
    dir="ltr"
    label={USERS[language].email}
    hint={USERS[language].emailHint}
    value={value}
    faults={faults}
    maxLength={254}
  />
);

/** The link, shown this once. */
export function HandOverPage({
  page,
  account,
  link,
  kind,
}: {
  readonly page: PageContext;
  readonly account: Account;
  readonly link: string;
  readonly kind: 'invitation' | 'reset';
}) {
  const say = USERS[page.language];
  return (
    <Page page={page} title={say.linkTitle}>
      <h1>{say.linkTitle}</h1>
      <p>
        {say.linkOnce(isolate(account.displayName))}{' '}
        {kind === 'reset' ? say.linkValidReset : say.linkValidInvitation}
      </p>
      <p>
        <code dir="ltr">{link}</code>
      </p>
      <p>
        <a href={`/admin/users/${account.id}`}>
          <bdi>{account.displayName}</bdi>
        </a>
      </p>
    </Page>
  );
}
