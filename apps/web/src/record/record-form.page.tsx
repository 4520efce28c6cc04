// The form of a record: who, when, what happened, by whose word; beside it what recording it would change.
import type { PageContext } from '../page/context.js';
import { DayField } from '../page/day-field.js';
import { ErrorSummary, FormKey, type FieldFault } from '../page/forms.js';
import { Page } from '../page/page.js';
import { ActsPart } from './acts-part.js';
import { FormScripts, OnEnter } from './form-scripts.js';
import { FORM } from './form-words.js';
import { LABELS } from './labels.js';
import { PartySelect } from '../page/party-select.js';
import { Live } from './live.js';
import { LivePreview } from './live-preview.js';
import type { Sheet } from './record-desk.js';
import { SourcePart } from './source-part.js';

interface RecordFormProps {
  readonly page: PageContext;
  /** Empty where nothing is kept yet. */
  readonly draft: string;
  readonly sheet: Sheet;
  /** Those to be shown: none while the form is being filled in. */
  readonly faults: readonly FieldFault[];
  readonly flash?: string | undefined;
}

export function RecordForm({ page, draft, sheet, faults, flash }: RecordFormProps) {
  const { language } = page;
  const say = FORM[language];
  const { typed, choices } = sheet;
  const shown = { ...sheet, faults };
  return (
    <Page page={page} title={say.title} flash={flash}>
      <h1>{say.title}</h1>
      <p>{say.lead}</p>
      <ErrorSummary page={page} faults={faults} />
      <form id="record" class="record" method="post" action="/admin/record" novalidate>
        <div>
          <FormKey page={page} />
          <OnEnter name="next" value="check" />
          <DraftField draft={draft} />
          <fieldset id="who">
            <legend>
              <h2>{say.who}</h2>
            </legend>
            <PartySelect
              {...{ language, faults }}
              name="state"
              label={LABELS[language].state}
              kind="state"
              choices={choices.states}
              value={typed['state']}
            />
            <PartySelect
              {...{ language, faults }}
              name="body"
              label={LABELS[language].body}
              kind="body"
              choices={choices.bodies}
              value={typed['body']}
            />
            <DayField
              {...{ page, typed, faults }}
              name="on"
              label={LABELS[language].on}
              hint={say.onHint}
              optional
            />
          </fieldset>
          <div id="what">
            <ActsPart page={page} sheet={shown} />
          </div>
          <SourcePart page={page} sheet={shown} />
        </div>
        <LivePreview page={page} sheet={sheet} quiet />
        <Live part="acts" />
        <Live part="details" />
        <Live part="source" />
        <Live part="preview" />
        <div class="actions">
          <button class="primary" name="next" value="check">
            {say.go}
          </button>
          <button name="next" value="save">
            {say.save}
          </button>
          <span class="soft">{say.checkHint}</span>
        </div>
      </form>
      <div class="actions">
        {draft === '' ? null : (
          <form method="post" action={`/admin/record/${draft}/discard`}>
            <FormKey page={page} />
            <button class="dangerous">{say.discard}</button>
          </form>
        )}
        <a href="/admin/record/drafts">{say.draftsMore}</a>
      </div>
      <FormScripts />
    </Page>
  );
}

/** Which draft the form belongs to; filled in by the first preview where nothing was kept yet. */
export const DraftField = ({ draft, late }: { readonly draft: string; readonly late?: boolean }) => (
  <input
    type="hidden"
    id="draft"
    name="draft"
    value={draft}
    {...(late === true && { 'hx-swap-oob': 'true' })}
  />
);
