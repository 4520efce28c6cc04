// The fields in which somebody chooses a password, and what can be wrong with them.
import type { FieldFault } from '../page/forms.js';
import { TextField } from '../page/forms.js';
import type { Language } from '../words/language.js';
import { LINK } from '../words/accounts.js';
import { secret } from './entry.js';

export function PasswordFields({
  language,
  faults,
  label = LINK[language].password,
}: {
  readonly language: Language;
  readonly faults: readonly FieldFault[];
  readonly label?: string;
}) {
  const say = LINK[language];
  return (
    <>
      <TextField
        name="password"
        type="password"
        label={label}
        hint={say.passwordHint}
        faults={faults}
        autocomplete="new-password"
        required
      />
      <TextField
        name="again"
        type="password"
        label={say.again}
        faults={faults}
        autocomplete="new-password"
        required
      />
    </>
  );
}

/** The password that was typed twice; its length is checked where it is kept. */
export function chosenPassword(
  body: unknown,
  language: Language,
): { readonly password: string; readonly faults: readonly FieldFault[] } {
  const password = secret(body, 'password');
  const same = password === secret(body, 'again');
  return { password, faults: same ? [] : [{ field: 'again', sentence: LINK[language].different }] };
}
