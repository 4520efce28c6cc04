import { expect } from '@jest/globals';
import type { Answer, Rest } from './rest.js';

/** What no stranger may see: how the program is made, and what its parts say to each other. */
const INTERNALS =
  /node_modules|\.[jt]s\b|\bat async\b|stack|select\s.*\sfrom|read_model|event_store|SQLSTATE|QueryFailed|typeorm|FST_|HPE_|E[A-Z]+REFUSED|Error:/i;

/**
 * An answer that is a problem as RFC 9457 and this register have it: in its language, with a sentence, with a `type` that
 * can be looked up, and without a word on how the program is made.
 */
export async function expectProblem(
  rest: Rest,
  answer: Answer,
  { status, code, language = 'en' }: { status: number; code: string; language?: 'en' | 'ar' },
): Promise<void> {
  expect({ status: answer.status, code: answer.body?.code }).toEqual({ status, code });
  expect(answer.headers).toMatchObject({
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': language,
    'cache-control': 'no-store',
    vary: expect.stringContaining('Accept-Language'),
  });
  expect(answer.headers).not.toHaveProperty('etag');
  const { body } = answer;
  expect(Object.keys(body).sort()).toEqual([
    'code',
    'detail',
    'errors',
    'instance',
    'status',
    'title',
    'type',
  ]);
  expect(body.status).toBe(status);
  for (const sentence of [body.detail, ...body.errors.map(({ detail }: { detail: string }) => detail)]) {
    expect(sentence).toMatch(/\p{L}.*\.$/u);
    expect(sentence).not.toMatch(/[{}]|undefined|null|NaN/);
  }
  expect(/[\u0600-\u06ff]/.test(body.title)).toBe(language === 'ar');
  expect(answer.text.replaceAll(JSON.stringify(body.instance), '')).not.toMatch(INTERNALS);
  const { body: looked } = await rest.get(body.type, { 'accept-language': language });
  expect(looked).toEqual({ type: body.type, code, title: body.title, status });
}
