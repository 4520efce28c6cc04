import { ErrorSummary, FormKey, TextField, type FieldFault } from '../page/forms.js';
import type { PageContext } from '../page/context.js';
import { Page } from '../page/page.js';
import { withParameters } from '../page/context.js';
import { SIGN_IN } from '../words/accounts.js';
import { flashOf } from './flash.js';

interface SignInProps {
  readonly page: PageContext;
  /** Where to go afterwards. */
  readonly then: string;
  readonly name?: string | undefined;
  readonly faults?: readonly FieldFault[];
  /** Host of the OpenID provider, where there is one. */
  readonly provider?: string | undefined;
  /** The browser would not keep a session at this address. */
  readonly insecure: boolean;
}

export function SignInPage({ page, then, name, faults = [], provider, insecure }: SignInProps) {
  const say = SIGN_IN[page.language];
  return (
    <Page page={page} title={say.title} flash={flashOf(page)}>
      <ErrorSummary page={page} faults={faults} />
      <h1>{say.title}</h1>
      {insecure ? <p class="warning">{say.insecure}</p> : null}
      <form method="post" action="/admin/sign-in" novalidate>
        <FormKey page={page} />
        <input type="hidden" name="then" value={then} />
        <TextField
          name="name"
          label={say.name}
          value={name}
          faults={faults}
          autocomplete="username"
          maxLength={254}
          required
        />
        <TextField
          name="password"
          type="password"
          label={say.password}
          faults={faults}
          autocomplete="current-password"
          required
        />
        <div class="actions">
          <button class="primary">{say.button}</button>
          {provider === undefined ? null : (
            <a class="button" href={withParameters('/admin/sign-in/provider', { then })}>
              {say.with(provider)}
            </a>
          )}
        </div>
      </form>
    </Page>
  );
}
