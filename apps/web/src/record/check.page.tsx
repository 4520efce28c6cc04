// Checking before recording: what it would change, what speaks against it, and all that was typed.
import type { StoredEvent, Suspect } from '#application';
import type { Preview } from '#register';
import type { PageContext } from '../page/context.js';
import { ErrorSummary, FormKey, TextField, type FieldFault } from '../page/forms.js';
import { Page } from '../page/page.js';
import { Answers } from './answers.js';
import { CHECK } from './check-words.js';
import { LABELS } from './labels.js';
import { NewSince } from './new-since.js';
import { PreviewPart, Warnings } from './preview-part.js';
import type { Filled, Sheet } from './record-desk.js';
import { Suspects } from './suspects.js';
import { warningsOf } from './warnings.js';

export interface CheckProps {
  readonly page: PageContext;
  readonly draft: string;
  /** When the draft was last changed: what is recorded is what was checked. */
  readonly revision: string;
  readonly sheet: Sheet & { readonly filled: Filled; readonly open: NonNullable<Sheet['open']> };
  readonly preview: Preview;
  readonly suspects: readonly Suspect[];
  readonly faults?: readonly FieldFault[];
  /** Why it is another act than those suspected, as typed. */
  readonly why?: string | undefined;
  /** What was recorded since the form was last looked at. */
  readonly since?: readonly StoredEvent[];
  readonly notice?: string | undefined;
}

export function CheckPage(props: CheckProps) {
  const { page, draft, revision, sheet, preview, suspects, faults = [], since = [], notice } = props;
  const { language } = page;
  const say = CHECK[language];
  const { open, choices, filled } = sheet;
  const form = `/admin/record/${draft}`;
  const seen = { version: String(open.version), revision };
  const needsReason = suspects.some((suspect) => suspect.needsReason);
  return (
    <Page page={page} title={say.title}>
      <h1>{say.title}</h1>
      <ErrorSummary page={page} faults={faults} />
      {notice === undefined ? null : (
        <p class="warning" role="alert">
          {notice}
        </p>
      )}
      {since.length === 0 ? null : <NewSince language={language} events={since} />}
      <section class="card">
        <PreviewPart {...{ language, choices, open, preview }} claim={filled.act.data.claim === true} />
      </section>
      <Warnings language={language} warnings={warningsOf(filled.act, open, preview)} />
      <Suspects {...{ page, open, suspects, seen }} act={filled.act} action={`${form}/corroborate`} />
      <h2>{say.answers}</h2>
      <Answers {...{ language, choices, open, form }} act={filled.act} />
      <form method="post" action={`${form}/submit`} novalidate>
        <FormKey page={page} />
        <input type="hidden" name="version" value={seen.version} />
        <input type="hidden" name="revision" value={revision} />
        {needsReason ? (
          <TextField
            name="why"
            label={LABELS[language].why}
            hint={say.whyHint}
            faults={faults}
            value={props.why}
            rows={2}
            required
          />
        ) : null}
        <div class="actions">
          {preview.events.length === 0 ? null : <button class="primary">{say.record}</button>}
          <a href={form}>{say.back}</a>
          <span class="soft">{say.nothingYet}</span>
        </div>
      </form>
    </Page>
  );
}
