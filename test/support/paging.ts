import { expect } from '@jest/globals';
import type { Rest } from './rest.js';

/** All items of a list, by its `next` links; each page's Link header (RFC 8288) says the same as its body. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what came over the wire, asserted as it comes
export async function walk(rest: Rest, first: string): Promise<any[]> {
  const limit = Number(new URL(first, 'http://register.invalid').searchParams.get('limit') ?? 100);
  const items = [];
  let next: string | null = first;
  while (next !== null) {
    const { status, headers, body } = await rest.get(next);
    expect(status).toBe(200);
    expect(body.items.length).toBeLessThanOrEqual(limit);
    expect(headers['link']).toBe(
      body.links.next === null ? undefined : `<${String(body.links.next)}>; rel="next"`,
    );
    items.push(...body.items);
    next = body.links.next;
    if (next !== null) expect(body.items).toHaveLength(limit);
  }
  return items;
}
