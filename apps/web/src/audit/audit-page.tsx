// The frame of the pages of the audit: the ways between them, and the ways to keep what a page shows.
import type { ComponentProps } from 'preact';
import { withParameters, type PageContext } from '../page/context.js';
import { Page } from '../page/page.js';
import { AUDIT } from './audit-words.js';

export const AUDIT_AT = '/admin/audit';

/** Whether what the audit alone may do is open to whoever asks; others see histories and explanations. */
const isAuditor = ({ signedIn }: PageContext): boolean =>
  signedIn?.account.roles.includes('auditor') === true;

export function AuditPage({ children, ...props }: ComponentProps<typeof Page>) {
  return (
    <Page {...props}>
      <AuditSections page={props.page} />
      <h1>{props.title}</h1>
      {children}
    </Page>
  );
}

function AuditSections({ page }: { readonly page: PageContext }) {
  if (!isAuditor(page)) return null;
  const say = AUDIT[page.language];
  const sections = [
    [AUDIT_AT, say.overview],
    [`${AUDIT_AT}/replay`, say.replay],
    [`${AUDIT_AT}/differences`, say.differences],
  ] as const;
  return (
    <nav class="sections" aria-label={say.sections}>
      <ul>
        {sections.map(([path, name]) => (
          <li key={path}>
            <a href={path} aria-current={page.path === path ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Links to exactly this view as files: the same address with `format`. */
export function Saves({ page, at = page.path }: { readonly page: PageContext; readonly at?: string }) {
  const say = AUDIT[page.language];
  const query = at === page.path ? (page.query as Record<string, string>) : {};
  return (
    <p class="soft">
      {say.save}{' '}
      <a href={withParameters(at, { ...query, format: 'csv' })} download>
        {say.csv}
      </a>{' '}
      ·{' '}
      <a href={withParameters(at, { ...query, format: 'json' })} download>
        {say.json}
      </a>
    </p>
  );
}
