// What a form is that the register refuses, and how it is sent.
import type { Refusal } from '#application';
import type { Answer } from '../../../../../test/support/rest.js';
import type { SignedInVisitor } from '../../../../../test/support/signed-in.js';
import type { TestRegister } from '../../../../../test/support/register.js';
import { formOf } from '../../desk/testing/forms.js';

/** Whoever sends them: one who may record and keep everything, and another. */
export interface Senders {
  readonly register: TestRegister;
  /** Speaks the language in question. */
  readonly officer: Pick<SignedInVisitor, 'get' | 'post'>;
  readonly other: Pick<SignedInVisitor, 'get' | 'post'>;
}

export interface RefusedForm {
  readonly send: (by: Senders) => Promise<Answer>;
  /** Where the summary leads to; '' where it is of no one field. */
  readonly field: string;
  /** 422 unless it says so. */
  readonly status?: 409;
  /** What the page says, with what would be possible instead. */
  readonly en: string;
  readonly ar: string;
}

/** What no form lets anybody say; the sentence is there for programs that record and for what comes between. */
export interface Unsayable {
  readonly because: string;
  /** What is answered to whoever tries. */
  readonly instead: (by: Senders) => Promise<Answer>;
  readonly status: number;
  readonly refusal: Refusal;
  readonly en: string;
  readonly ar: string;
}

export type Codes = Readonly<Partial<Record<Refusal['code'], RefusedForm | Unsayable>>>;

/** The form of a page, opened and filled in. */
export const filled =
  (path: string, fields: Readonly<Record<string, string>>) =>
  async ({ officer }: Senders): Promise<Answer> =>
    officer.post(path, { ...formOf(await officer.get(path)), ...fields });

/** What is posted to an address without a form. */
export const posted =
  (path: string, fields: Readonly<Record<string, string>> = {}) =>
  ({ officer }: Senders): Promise<Answer> =>
    officer.post(path, fields);
