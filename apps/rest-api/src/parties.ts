// The state and the body that an address names. A text that cannot be a code is not asked for: nothing has it.
import { findBody, findState, type Clocks, type KnownBody, type KnownState, type Reader } from '#read-models';
import { bodySlug, stateCode } from '#register';
import { Problem } from './problem.js';

export async function stateAt(reader: Reader, clocks: Clocks, code: string): Promise<KnownState> {
  const state = stateCode.safeParse(code).success ? await findState(reader, clocks, code) : undefined;
  if (!state) throw new Problem('unknown-state', { state: code, position: clocks.position });
  return state;
}

export async function bodyAt(reader: Reader, clocks: Clocks, slug: string): Promise<KnownBody> {
  const body = bodySlug.safeParse(slug).success ? await findBody(reader, clocks, slug) : undefined;
  if (!body) throw new Problem('unknown-body', { body: slug, position: clocks.position });
  return body;
}
