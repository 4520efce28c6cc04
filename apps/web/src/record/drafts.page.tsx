// The forms that somebody has begun, and nobody else sees.
import type { Draft } from '#application';
import type { PageContext } from '../page/context.js';
import type { Typed } from '../page/forms.js';
import { Page } from '../page/page.js';
import { instant } from '../words/days.js';
import type { Language } from '../words/language.js';
import { ACT } from '../words/vocabulary.js';
import type { Choices } from '../page/choices.js';
import { FORM } from './form-words.js';

interface DraftsProps {
  readonly page: PageContext;
  readonly choices: Choices;
  readonly drafts: readonly Draft[];
  readonly flash: string | undefined;
}

export function DraftsPage({ page, choices, drafts, flash }: DraftsProps) {
  const { language } = page;
  const say = FORM[language];
  return (
    <Page page={page} title={say.drafts} flash={flash}>
      <h1>{say.drafts}</h1>
      <p>
        <a class="button primary" href="/admin/record">
          {say.start}
        </a>
      </p>
      {drafts.length === 0 ? (
        <p>{say.noDrafts}</p>
      ) : (
        <div class="scroll">
          <table>
            <caption>{say.drafts}</caption>
            <thead>
              <tr>
                <th scope="col">{say.draft}</th>
                <th scope="col">{say.changed}</th>
              </tr>
            </thead>
            <tbody>
              {drafts.map((draft) => (
                <tr key={draft.id}>
                  <th scope="row">
                    <a href={`/admin/record/${draft.id}`}>
                      <bdi>{draftTitle(draft.data as Typed, choices, language)}</bdi>
                    </a>
                  </th>
                  <td>{instant(language, draft.updatedAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}

/** As much of a draft as tells it from others. */
export function draftTitle(typed: Typed, choices: Choices, language: Language): string {
  const { state = '', body = '', act = '' } = typed;
  const parts = [
    state === '' ? '' : choices.state(state),
    body === '' ? '' : choices.body(body),
    (ACT[language] as Readonly<Record<string, string>>)[act] ?? '',
    state === '' && body === '' ? (typed['new-title'] ?? typed['new-url'] ?? '') : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? FORM[language].untitled : parts.join(' · ');
}
