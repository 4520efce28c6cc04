// What recording would change, drawn anew with every change of the form.
import type { PageContext } from '../page/context.js';
import { refusalSentence } from '../words/refusals.js';
import { FORM } from './form-words.js';
import { outcomeSentence, PreviewPart, Warnings } from './preview-part.js';
import type { Sheet } from './record-desk.js';
import { warningsOf } from './warnings.js';

interface LivePreviewProps {
  readonly page: PageContext;
  readonly sheet: Sheet;
  /** Says nothing of what is still missing. */
  readonly quiet?: boolean;
}

export function LivePreview({ page, sheet, quiet = false }: LivePreviewProps) {
  const say = FORM[page.language];
  return (
    <aside id="preview" class="preview" aria-label={say.preview} data-says={saidOf(page, sheet)}>
      <h2>{say.preview}</h2>
      <Outcome page={page} sheet={sheet} quiet={quiet} />
    </aside>
  );
}

/** The outcome in a sentence, for those who do not see it change. */
function saidOf({ language }: PageContext, { filled, open, choices }: Sheet): string {
  if (!filled || !open) return '';
  const preview = open.preview({ type: 'RecordAct', act: filled.act, as: 'person' });
  return 'code' in preview
    ? refusalSentence(language, preview, choices)
    : outcomeSentence({ language, choices, open, preview });
}

function Outcome({ page: { language }, sheet, quiet }: Required<LivePreviewProps>) {
  const { filled, open, choices, faults, act } = sheet;
  if (!filled || !open) {
    const refused = act === undefined || quiet ? [] : faults;
    return refused.length === 0 ? (
      <p class="soft">{FORM[language].previewWhen}</p>
    ) : (
      <ul>
        {refused.map(({ field, sentence }) => (
          <li key={field}>{sentence}</li>
        ))}
      </ul>
    );
  }
  const preview = open.preview({ type: 'RecordAct', act: filled.act, as: 'person' });
  if ('code' in preview) return <p>{refusalSentence(language, preview, choices)}</p>;
  return (
    <>
      <PreviewPart {...{ language, choices, open, preview }} claim={filled.act.data.claim === true} />
      <Warnings language={language} warnings={warningsOf(filled.act, open, preview)} />
    </>
  );
}
