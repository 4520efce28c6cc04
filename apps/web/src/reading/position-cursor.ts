import { BadQuery, type Query } from '#application';

/** Where the next page of a list in the order of positions begins; its cursors are positions. */
export function afterPosition({ cursor }: Query): { readonly after?: string } {
  if (cursor === undefined) return {};
  if (/^\d{1,15}$/.test(cursor)) return { after: cursor };
  throw new BadQuery([{ parameter: 'cursor', code: 'bad-cursor', facts: {} }]);
}
