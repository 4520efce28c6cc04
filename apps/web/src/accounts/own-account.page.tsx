import type { Session } from '#application';
import type { PageContext, SignedIn } from '../page/context.js';
import { ErrorSummary, FormKey, TextField, type FieldFault } from '../page/forms.js';
import { Page } from '../page/page.js';
import { Table } from '../page/table.js';
import { OWN_ACCOUNT, ROLE_NAME } from '../words/accounts.js';
import { instant } from '../words/days.js';
import { browserName } from './browser-name.js';
import { PasswordFields } from './choose-password.js';
import { flashOf } from './flash.js';

interface OwnAccountProps {
  readonly page: PageContext;
  readonly account: SignedIn['account'];
  readonly sessions: readonly Session[];
  /** Id of the session in which this is asked. */
  readonly current: string;
  readonly faults?: readonly FieldFault[];
}

export function OwnAccountPage({ page, account, sessions, current, faults = [] }: OwnAccountProps) {
  const say = OWN_ACCOUNT[page.language];
  const roles = account.roles.map((role) => ROLE_NAME[page.language][role]).join(' · ');
  return (
    <Page page={page} title={say.title} flash={flashOf(page)}>
      <ErrorSummary page={page} faults={faults} />
      <h1>{say.title}</h1>
      <dl>
        <dt>{say.name}</dt>
        <dd>
          <bdi>{account.displayName}</bdi> (<bdi>{account.name}</bdi>)
        </dd>
        <dt>{say.roles}</dt>
        <dd>{roles === '' ? say.noRoles : roles}</dd>
      </dl>
      <Sessions page={page} sessions={sessions} current={current} />
      <h2>{say.passwordTitle}</h2>
      <form method="post" action="/admin/account/password" novalidate>
        <FormKey page={page} />
        <input type="text" name="username" autocomplete="username" value={account.name} hidden />
        <TextField
          name="current"
          type="password"
          label={say.current}
          faults={faults}
          autocomplete="current-password"
          required
        />
        <PasswordFields language={page.language} faults={faults} label={say.new} />
        <div class="actions">
          <button class="primary">{say.change}</button>
        </div>
      </form>
    </Page>
  );
}

function Sessions({ page, sessions, current }: Pick<OwnAccountProps, 'page' | 'sessions' | 'current'>) {
  const say = OWN_ACCOUNT[page.language];
  return (
    <>
      <Table
        id="sessions"
        caption={say.sessions}
        heads={[say.begun, say.seen, say.from, say.browser, say.action]}
      >
        {sessions.map(({ id, createdAt, lastSeenAt, address, userAgent }) => (
          <tr key={id}>
            <th scope="row">{instant(page.language, createdAt)}</th>
            <td>{instant(page.language, lastSeenAt)}</td>
            <td>
              <bdi>{address}</bdi>
            </td>
            <td>
              <bdi title={userAgent}>{browserName(userAgent)}</bdi>
            </td>
            <td>
              {id === current ? (
                say.thisOne
              ) : (
                <form method="post" action={`/admin/account/sessions/${id}/end`}>
                  <FormKey page={page} />
                  <button aria-label={say.endThat(instant(page.language, createdAt))}>{say.end}</button>
                </form>
              )}
            </td>
          </tr>
        ))}
      </Table>
      {sessions.length > 1 ? (
        <form method="post" action="/admin/account/sessions/end-others">
          <FormKey page={page} />
          <button>{say.endOthers}</button>
        </form>
      ) : null}
    </>
  );
}
