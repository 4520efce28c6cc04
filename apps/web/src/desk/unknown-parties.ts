// States and bodies that a form names and that the register does not know, each at its field.
import { isolate } from '../drawing/figure.js';
import { isChoice, type Choices } from '../page/choices.js';
import type { FieldFault } from '../page/forms.js';
import type { Language } from '../words/language.js';
import { refusalSentence } from '../words/refusals.js';

export const unknownStates = (
  language: Language,
  named: readonly { readonly field: string; readonly state: string }[],
  { states }: Choices,
): FieldFault[] =>
  named
    .filter(({ state }) => !isChoice(states, state))
    .map(({ field, state }) => ({
      field,
      sentence: refusalSentence(language, { code: 'unknown-state', state: isolate(state) }),
    }));

/** None where no body is named. */
export const unknownBody = (language: Language, body: string, { bodies }: Choices): FieldFault[] =>
  body === '' || isChoice(bodies, body)
    ? []
    : [
        {
          field: 'body',
          sentence: refusalSentence(language, { code: 'unknown-body', body: isolate(body) }),
        },
      ];
