// The parts of a form. A field has a name, a label and, where something is wrong with it, a sentence that says what to do.
import type { ComponentChildren } from 'preact';
import { FRAME } from '../words/frame.js';
import type { PageContext } from './context.js';
import { withReadings } from './day-text.js';
import { useFieldName } from './field-names.js';

/** What is wrong with a field, as a sentence; `field` is its name, or '' for the form as a whole. */
export interface FieldFault {
  readonly field: string;
  readonly sentence: string;
}

/** What was typed, by the name of the field; a field that is repeated gives its first value. */
export type Typed = Readonly<Record<string, string>>;

/** What the fields of a form are drawn from. */
export interface FieldsProps {
  readonly page: PageContext;
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
}

/** The body of a form that was posted, as texts without surrounding blanks; days as they were chosen of their readings. */
export function typed(body: unknown): Typed {
  const entries = Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, value]) => {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return typeof first === 'string' ? [[name, first.trim()] as const] : [];
  });
  return withReadings(Object.fromEntries(entries));
}

/** Proves that the form was made for this session. Belongs into every form that posts. */
export function FormKey({ page }: { readonly page: PageContext }) {
  return page.signedIn ? <input type="hidden" name="_csrf" value={page.signedIn.csrf} /> : null;
}

/** All faults at the top of the form, each a link to its field; takes the focus when the page opens. */
export function ErrorSummary({
  page,
  faults,
}: {
  readonly page: PageContext;
  readonly faults: readonly FieldFault[];
}) {
  if (faults.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabIndex={-1} autofocus aria-labelledby="error-summary">
      <h2 id="error-summary">{FRAME[page.language].errors}</h2>
      <ul>
        {faults.map(({ field, sentence }) => (
          <li key={`${field}${sentence}`}>
            {field === '' ? sentence : <a href={`#${field}`}>{sentence}</a>}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly faults?: readonly FieldFault[];
  /** Has the focus when the page opens. */
  readonly autofocus?: boolean;
  /** Draws the control; `described` is the ids that explain it. */
  readonly children: (control: {
    readonly id: string;
    readonly name: string;
    readonly 'aria-describedby'?: string;
    readonly 'aria-invalid'?: 'true';
    readonly autofocus?: true;
  }) => ComponentChildren;
}

/** A label with its hint, its fault and its control. */
export function Field({ name, label, hint, faults = [], autofocus = false, children }: FieldProps) {
  useFieldName(name, label);
  const fault = faults.find(({ field }) => field === name);
  const described = [hint === undefined ? '' : `${name}-hint`, fault ? `${name}-fault` : '']
    .filter((id) => id !== '')
    .join(' ');
  return (
    <div class={fault ? 'field faulty' : 'field'}>
      <label for={name}>{label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {fault ? (
        <p class="fault" id={`${name}-fault`}>
          {fault.sentence}
        </p>
      ) : null}
      {children({
        id: name,
        name,
        ...(described !== '' && { 'aria-describedby': described }),
        ...(fault && { 'aria-invalid': 'true' as const }),
        ...(autofocus && { autofocus }),
      })}
    </div>
  );
}

/** What a field shows: a value, or what was typed into the form under its name. */
interface Shown {
  readonly value?: string | undefined;
  readonly typed?: Typed;
}

type TextProps = Omit<FieldProps, 'children'> &
  Shown & {
    readonly type?: 'text' | 'url' | 'password' | 'email' | 'search' | 'date';
    readonly required?: boolean;
    /** Rows of a text of several lines. */
    readonly rows?: number;
    readonly autocomplete?: string;
    readonly maxLength?: number;
    readonly dir?: 'auto' | 'ltr';
  };

/** A field to type into; texts take the direction of what is typed. */
export function TextField({
  typed,
  value,
  type = 'text',
  required,
  rows,
  autocomplete,
  maxLength,
  dir = 'auto',
  ...field
}: TextProps) {
  return (
    <Field {...field}>
      {(control) =>
        rows === undefined ? (
          <input
            {...control}
            {...({ type } as { type: 'text' })}
            value={value ?? typed?.[field.name]}
            required={required}
            autocomplete={autocomplete ?? 'off'}
            maxLength={maxLength}
            dir={dir}
          />
        ) : (
          <textarea {...control} rows={rows} required={required} maxLength={maxLength} dir={dir}>
            {value ?? typed?.[field.name]}
          </textarea>
        )
      }
    </Field>
  );
}

type SelectProps = Omit<FieldProps, 'children'> &
  Shown & {
    readonly required?: boolean;
    readonly options: readonly Option[];
  };
interface Option {
  readonly value: string;
  readonly label: string;
  readonly id?: string;
}

export function SelectField({ typed, value, required, options, ...field }: SelectProps) {
  const chosen = value ?? typed?.[field.name];
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} required={required}>
          {options.map((option) => (
            <option key={option.value} value={option.value} id={option.id} selected={option.value === chosen}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Values of a vocabulary to choose from, each by its word. */
export const optionsOf = <Value extends string>(
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
): Option[] => values.map((value) => ({ value, label: words[value] }));

interface CheckProps {
  readonly name: string;
  readonly label: string;
  readonly typed: Typed;
}

/** A box to tick. */
export const CheckField = ({ name, label, typed }: CheckProps) => (
  <p class="choice">
    <input type="checkbox" id={name} name={name} value="1" checked={(typed[name] ?? '') !== ''} />{' '}
    <label for={name}>{label}</label>
  </p>
);
