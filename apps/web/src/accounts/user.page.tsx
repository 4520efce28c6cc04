import type { Account } from '#application';
import type { ComponentChildren } from 'preact';
import { isolate } from '../drawing/figure.js';
import type { PageContext } from '../page/context.js';
import { ErrorSummary, FormKey, type FieldFault, type Typed } from '../page/forms.js';
import { Page } from '../page/page.js';
import { USERS } from '../words/accounts.js';
import { flashOf } from './flash.js';
import { EmailField, RoleFields } from './users.page.js';

interface UserProps {
  readonly page: PageContext;
  readonly account: Account;
  /** How many sessions are open. */
  readonly sessions: number;
  /** What was typed, where it was refused. */
  readonly values: Typed;
  readonly faults: readonly FieldFault[];
}

/** One account, as those who manage accounts see it. */
export function UserPage({ page, account, sessions, values, faults }: UserProps) {
  const { language } = page;
  const say = USERS[language];
  const { id, name, displayName, disabled, oidcIssuer } = account;
  return (
    <Page page={page} title={isolate(displayName)} flash={flashOf(page)}>
      <ErrorSummary page={page} faults={faults} />
      <h1>
        <bdi>{displayName}</bdi>
      </h1>
      <dl>
        <dt>{say.name}</dt>
        <dd>
          <bdi>{name}</bdi>
        </dd>
        <dt>{say.state}</dt>
        <dd>{disabled ? say.disabled : say.enabled}</dd>
      </dl>
      <Act page={page} path={`/admin/users/${id}/roles`} button={say.saveRoles}>
        <RoleFields language={language} roles={account.roles} />
      </Act>
      <Act page={page} path={`/admin/users/${id}/email`} button={say.saveEmail}>
        {oidcIssuer === null ? null : <p>{say.linked(oidcIssuer)}</p>}
        <EmailField language={language} value={values['email'] ?? account.email ?? ''} faults={faults} />
      </Act>
      <h2>{say.access}</h2>
      <p>{say.sessions(sessions)}</p>
      {sessions === 0 ? null : (
        <Act page={page} path={`/admin/users/${id}/sessions/end`} button={say.endSessions} />
      )}
      {disabled ? (
        <Act page={page} path={`/admin/users/${id}/enable`} button={say.enable} />
      ) : (
        <>
          <Act page={page} path={`/admin/users/${id}/link`} button={say.link}>
            <p class="hint">{say.linkHint}</p>
          </Act>
          <Act page={page} path={`/admin/users/${id}/disable`} button={say.disable} dangerous>
            <p class="hint">{say.disableHint}</p>
          </Act>
        </>
      )}
      <p class="actions">
        <a href={`/admin/users/log?account=${id}`}>{say.log}</a>
        <a href="/admin/users">{say.back}</a>
      </p>
    </Page>
  );
}

interface ActProps {
  readonly page: PageContext;
  readonly path: string;
  readonly button: string;
  readonly dangerous?: boolean;
  readonly children?: ComponentChildren;
}

/** One thing that can be done, as a form of its own. */
const Act = ({ page, path, button, dangerous, children }: ActProps) => (
  <form method="post" action={path} novalidate>
    <FormKey page={page} />
    {children}
    <div class="actions">
      <button class={dangerous === true ? 'dangerous' : undefined}>{button}</button>
    </div>
  </form>
);
