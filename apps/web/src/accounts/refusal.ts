// Where on a form a refusal belongs, and what it says.
import { AccountRefused, type AccountRefusal } from '#application';
import type { FieldFault } from '../page/forms.js';
import { Trouble } from '../page/trouble.js';
import { ACCOUNT_REFUSAL } from '../words/accounts.js';
import type { Language } from '../words/language.js';

const FIELD: Readonly<Partial<Record<AccountRefusal, string>>> = {
  'bad-name': 'name',
  'name-taken': 'name',
  'no-display-name': 'displayName',
  'bad-email': 'email',
  'email-taken': 'email',
  'password-too-short': 'password',
  'password-too-long': 'password',
};

/** The fault that an `AccountRefused` is on a form. Anything else, an account that there is not above all, is thrown on. */
export function faultOf(error: unknown, language: Language): FieldFault {
  if (!(error instanceof AccountRefused)) throw error;
  if (error.code === 'unknown-account') throw new Trouble('not-found');
  return { field: FIELD[error.code] ?? '', sentence: ACCOUNT_REFUSAL[language][error.code] };
}
