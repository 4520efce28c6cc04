// The state and the body that an address names. A text that cannot be a code is not asked for: nothing has it.
import { findBody, findState, type BodyRow, type Reader, type StateRow } from '#read-models';
import { bodySlug, stateCode } from '#register';
import { Problem } from './problem.js';

export async function stateAt(reader: Reader, position: number, code: string): Promise<StateRow> {
  const state = stateCode.safeParse(code).success ? await findState(reader, position, code) : undefined;
  if (!state) throw new Problem('unknown-state', { state: code, position });
  return state;
}

export async function bodyAt(reader: Reader, position: number, slug: string): Promise<BodyRow> {
  const body = bodySlug.safeParse(slug).success ? await findBody(reader, position, slug) : undefined;
  if (!body) throw new Problem('unknown-body', { body: slug, position });
  return body;
}
