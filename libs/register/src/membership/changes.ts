// Where two lines of one membership differ: in the standings, and in what stands beside them.
import type { Day } from '../day.js';
import { contentOn, sameRoles, type Content, type Interval, type View } from './interval.js';

/** From the first day on which something differs: what it is, and what it would be. */
export interface Change<T> {
  readonly from: Day;
  readonly before: T;
  readonly after: T;
}

/** What differs on days on which the standing itself does not, or holds beside it; each with the first such day. */
export type OtherChange =
  | (Change<View> & { readonly of: 'own' | 'reported'; readonly what: Mark })
  | (Change<Content['roles']> & { readonly what: 'roles' })
  | (Change<Content['attributes']> & { readonly what: 'attributes' });

const MARKS = ['since', 'attestation', 'acts', 'sources', 'disputed', 'discredited'] as const;
type Mark = (typeof MARKS)[number];

type Line = readonly Interval[];

/** The first day on which a standing differs; null where it never does. */
export const standingChange = (before: Line, after: Line, of: 'own' | 'reported'): Change<View> | null =>
  firstChange(before, after, of, (a, b) => a.standing !== b.standing);

/** What else differs; nothing but where the two lines are the same, if the standings do not differ either. */
export function otherChanges(before: Line, after: Line): OtherChange[] {
  const marks = (of: 'own' | 'reported') =>
    MARKS.flatMap((what): OtherChange[] => {
      const change = firstChange(
        before,
        after,
        of,
        (a, b) => a.standing === b.standing && String(a[what]) !== String(b[what]),
      );
      return change ? [{ of, what, ...change }] : [];
    });
  const roles = firstChange(before, after, 'roles', (a, b) => !sameRoles(a, b));
  const attributes = firstChange(before, after, 'attributes', (a, b) => String(a) !== String(b));
  return [
    ...marks('own'),
    ...marks('reported'),
    ...(roles ? [{ what: 'roles' as const, ...roles }] : []),
    ...(attributes ? [{ what: 'attributes' as const, ...attributes }] : []),
  ];
}

function firstChange<Part extends keyof Content>(
  before: Line,
  after: Line,
  part: Part,
  differs: (a: Content[Part], b: Content[Part]) => boolean,
): Change<Content[Part]> | null {
  const partOn = (line: Line, day: Day) => contentOn(line, day)[part];
  const days = [...new Set([...before, ...after].map(({ from }) => from))].sort();
  const from = days.find((day) => differs(partOn(before, day), partOn(after, day)));
  return from === undefined ? null : { from, before: partOn(before, from), after: partOn(after, from) };
}
