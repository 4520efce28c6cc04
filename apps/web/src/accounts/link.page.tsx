import type { Account, LinkKind } from '#application';
import { isolate } from '../drawing/figure.js';
import type { PageContext } from '../page/context.js';
import { ErrorSummary, FormKey, TextField, type FieldFault, type Typed } from '../page/forms.js';
import { Page } from '../page/page.js';
import { LINK } from '../words/accounts.js';
import { PasswordFields } from './choose-password.js';

interface LinkProps {
  readonly page: PageContext;
  readonly kind: LinkKind;
  /** Whose password it is; null where the first account is made. */
  readonly account: Account | null;
  readonly values?: Typed;
  readonly faults?: readonly FieldFault[];
}

/** What a link leads to: the first account, or a password of one's own. */
export function LinkPage({ page, kind, account, values = {}, faults = [] }: LinkProps) {
  const say = LINK[page.language];
  const title = { 'set-up': say.setUpTitle, invitation: say.invitationTitle, reset: say.resetTitle }[kind];
  return (
    <Page page={page} title={title}>
      <ErrorSummary page={page} faults={faults} />
      <h1>{title}</h1>
      <p>{account ? say.about(isolate(account.name)) : say.setUpAbout}</p>
      <form method="post" action={page.path} novalidate>
        <FormKey page={page} />
        {account ? (
          <input type="text" name="username" autocomplete="username" value={account.name} hidden />
        ) : (
          <NewAccountFields page={page} values={values} faults={faults} />
        )}
        <PasswordFields language={page.language} faults={faults} />
        <div class="actions">
          <button class="primary">{say.button}</button>
        </div>
      </form>
    </Page>
  );
}

/** What somebody is called; also asked when another is invited. */
export function NewAccountFields({
  page,
  values,
  faults,
}: {
  readonly page: PageContext;
  readonly values: Typed;
  readonly faults: readonly FieldFault[];
}) {
  const say = LINK[page.language];
  return (
    <>
      <TextField
        name="name"
        label={say.name}
        hint={say.nameHint}
        value={values['name']}
        faults={faults}
        maxLength={100}
        required
      />
      <TextField
        name="displayName"
        label={say.displayName}
        value={values['displayName']}
        faults={faults}
        maxLength={100}
        required
      />
    </>
  );
}

export function DeadLinkPage({ page }: { readonly page: PageContext }) {
  const say = LINK[page.language];
  return (
    <Page page={page} title={say.deadTitle}>
      <h1>{say.deadTitle}</h1>
      <p>{say.dead}</p>
    </Page>
  );
}
