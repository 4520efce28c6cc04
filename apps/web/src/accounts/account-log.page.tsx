import { LOG_EVENTS, type Account, type AccountRole, type LogRow } from '#application';
import { isolate } from '../drawing/figure.js';
import { here, type PageContext } from '../page/context.js';
import { SelectField } from '../page/forms.js';
import { Page } from '../page/page.js';
import { Table } from '../page/table.js';
import { ACCOUNT_LOG, LOG_DETAIL, LOG_EVENT, USERS } from '../words/accounts.js';
import { instant } from '../words/days.js';
import { number, type Language } from '../words/language.js';
import { browserName } from './browser-name.js';
import { rolesAsText } from './users.page.js';

interface AccountLogProps {
  readonly page: PageContext;
  readonly rows: readonly LogRow[];
  readonly accounts: readonly Account[];
  readonly account: string | undefined;
  readonly event: string | undefined;
  /** The id from which the next page goes on; absent on the last one. */
  readonly older: string | undefined;
}

export function AccountLogPage({ page, rows, accounts, account, event, older }: AccountLogProps) {
  const { language } = page;
  const say = ACCOUNT_LOG[language];
  const all = { value: '', label: say.all };
  return (
    <Page page={page} title={say.title}>
      <h1>{say.title}</h1>
      <p>{say.about}</p>
      <form method="get" action="/admin/users/log">
        <SelectField
          name="account"
          label={say.account}
          value={account}
          options={[all, ...accounts.map(({ id, name }) => ({ value: id, label: isolate(name) }))]}
        />
        <SelectField
          name="event"
          label={say.event}
          value={event}
          options={[all, ...LOG_EVENTS.map((one) => ({ value: one, label: LOG_EVENT[language][one] }))]}
        />
        <div class="actions">
          <button>{say.filter}</button>
          <a href="/admin/users">{USERS[language].back}</a>
        </div>
      </form>
      {rows.length === 0 ? <p>{say.none}</p> : <Rows page={page} rows={rows} accounts={accounts} />}
      {older === undefined ? null : (
        <p>
          <a href={here(page, { before: older })} rel="next">
            {say.older}
          </a>
        </p>
      )}
    </Page>
  );
}

function Rows({ page, rows, accounts }: Pick<AccountLogProps, 'page' | 'rows' | 'accounts'>) {
  const say = ACCOUNT_LOG[page.language];
  const nameOf = (id: string | null) => accounts.find((account) => account.id === id)?.name;
  return (
    <Table
      id="log"
      caption={say.title}
      quiet
      heads={[say.at, say.event, say.account, say.by, say.from, say.browser, say.detail]}
    >
      {rows.map(({ id, at, event, account, by, address, userAgent, detail }) => (
        <tr key={id}>
          <td>{instant(page.language, at)}</td>
          <td>{LOG_EVENT[page.language][event]}</td>
          <td>
            <bdi>{nameOf(account) ?? say.nobody}</bdi>
          </td>
          <td>
            <bdi>{nameOf(by)}</bdi>
          </td>
          <td>
            <bdi>{address}</bdi>
          </td>
          <td>
            <bdi title={userAgent}>{browserName(userAgent)}</bdi>
          </td>
          <td>{detailAsText(page.language, detail)}</td>
        </tr>
      ))}
    </Table>
  );
}

/** `{ means: 'oidc', roles: ['admin'] }` as "by a provider; Administrator". */
function detailAsText(
  language: Language,
  { means, kind, roles, sessions, disabled }: LogRow['detail'],
): string {
  const say = LOG_DETAIL[language];
  const known = (word: unknown): string[] =>
    typeof word === 'string' && Object.hasOwn(say, word) ? [say[word as keyof typeof say]] : [];
  return [
    ...known(means),
    ...known(kind),
    ...(Array.isArray(roles) ? [rolesAsText(language, roles as AccountRole[])] : []),
    ...(typeof sessions === 'number' ? [number(language, sessions)] : []),
    ...(disabled === true ? [USERS[language].disabled] : []),
  ].join(' · ');
}
