// A form of the desk: it can be sent twice and records once, and it knows which version of things it was opened on.
import { randomUUID } from 'node:crypto';
import type { ComponentChildren } from 'preact';
import { assetPath } from '../assets/assets.js';
import type { PageContext } from '../page/context.js';
import { fieldNames } from '../page/field-names.js';
import { ErrorSummary, FormKey, type FieldFault, type Typed } from '../page/forms.js';
import { DESK } from './desk-words.js';

/** What a form shows: what was typed into it and what is wrong with it. */
export interface Filled {
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A form as it opens: with a key of its own, and the version of the stream that its page shows. */
export const opened = (version: number, typed: Typed = {}): Filled => ({
  typed: { ...typed, key: randomUUID(), version: String(version) },
  faults: [],
});

/** The one-time key of a form that was sent; a form that lost it gets another, and is a new one. */
export const keyOf = ({ key = '' }: Typed): string => (UUID.test(key) ? key : randomUUID());

/** The version that the form was opened on; undefined where it does not say. */
export const versionSeen = ({ version = '' }: Typed): number | undefined =>
  /^\d{1,9}$/.test(version) ? Number(version) : undefined;

interface DeskFormProps extends Filled {
  readonly page: PageContext;
  /** Where it is sent; the address of this page where left out. */
  readonly action?: string;
  /** What its button says; "Record" where left out. */
  readonly submit?: string;
  readonly back: string;
  readonly dangerous?: boolean;
  /** For a form with a file. */
  readonly files?: boolean;
  readonly children?: ComponentChildren;
}

/** The browser checks nothing by itself: what is wrong is said in the page's language. */
export function DeskForm({
  page,
  typed,
  faults,
  action,
  submit,
  back,
  dangerous,
  files,
  children,
}: DeskFormProps) {
  const say = DESK[page.language];
  return (
    <>
      <ErrorSummary page={page} faults={named(faults, children, say.optional)} />
      <form
        method="post"
        action={action ?? page.path}
        noValidate
        {...(files === true && { enctype: 'multipart/form-data' })}
      >
        {/* The Enter key sends a form by its first button, whatever other buttons stand between. */}
        <button class="unseen" tabIndex={-1} aria-hidden="true" />
        <FormKey page={page} />
        <input type="hidden" name="key" value={keyOf(typed)} />
        <input type="hidden" name="version" value={typed['version'] ?? ''} />
        {children}
        <div class="actions">
          <button class={dangerous === true ? 'dangerous' : 'primary'}>{submit ?? say.record}</button>
          <a href={back}>{say.cancel}</a>
        </div>
      </form>
      <script src={assetPath('find.js')} defer />
      <script src={assetPath('day.js')} defer />
    </>
  );
}

/** Each fault with the name of its field, in the order of the fields. */
function named(
  faults: readonly FieldFault[],
  form: ComponentChildren,
  optional: string,
): readonly FieldFault[] {
  if (faults.length === 0) return faults;
  const names = fieldNames(form);
  const order = [...names.keys()];
  return [...faults]
    .sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
    .map(({ field, sentence }) => {
      const name = names.get(field)?.replace(optional, '').trim();
      return { field, sentence: name === undefined ? sentence : `${name}: ${sentence}` };
    });
}

/** Everything that was typed, to be sent again unseen. */
export const Hidden = ({ typed, but = [] }: { readonly typed: Typed; readonly but?: readonly string[] }) => (
  <>
    {Object.entries(typed)
      .filter(([name]) => ![...SENT_BY_THE_FORM, ...but].includes(name))
      .map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
  </>
);
const SENT_BY_THE_FORM = ['_csrf', 'key', 'version'];
