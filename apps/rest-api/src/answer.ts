// Headers and frames that all answers share.
import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { onePage, type PageQuery, type ResolvedClocks } from '#application';
import { acceptedLanguages, languageOfNames } from './language.js';

export const BASE = '/api/v1';

/** The request and the reply of one call; headers may be set on the reply, its body is what the handler returns. */
export interface Call {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export const OfCall = createParamDecorator((_: unknown, context: ExecutionContext): Call => {
  const http = context.switchToHttp();
  return { request: http.getRequest<FastifyRequest>(), reply: http.getResponse<FastifyReply>() };
});

/** The caller has this very answer: 304, without a query. */
export class NotModified extends Error {}

export const languagesOf = ({ headers }: FastifyRequest): string[] =>
  acceptedLanguages(headers['accept-language']);

/**
 * Answers as of both clocks. The tag follows from the address, the clocks and the language, so a caller who has the
 * answer already gets 304 without a query; an answer with both clocks fixed never changes.
 */
export async function answer(
  call: Call,
  clocks: ResolvedClocks,
  build: (languages: readonly string[]) => Promise<object>,
  /** Where the address is answered in several formats: the one that it is answered in. */
  format?: string,
): Promise<object> {
  const { request, reply } = call;
  const languages = languagesOf(request);
  reply.header('vary', format === undefined ? 'Accept-Language' : 'Accept, Accept-Language');
  reply.header('content-language', languageOfNames(languages));
  reply.header('cache-control', clocks.fixed ? 'public, max-age=31536000, immutable' : 'no-cache');
  const unlessAny = tagged(call, [request.url, clocks.asOf, clocks.position, languages, format]);
  const answered = await build(languages);
  unlessAny();
  return answered;
}

/**
 * Tags an answer that follows from all of this, and ends with 304 where the caller has it. What it gives is to be called
 * when there is an answer: `If-None-Match: *` is any answer, so that there must be one first (RFC 9110 §13.1.2).
 */
export function tagged({ request, reply }: Call, from: readonly unknown[]): () => void {
  const tag = createHash('sha256').update(JSON.stringify(from)).digest('base64url').slice(0, 27);
  reply.header('etag', `"${tag}"`);
  const unwanted = (request.headers['if-none-match'] ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''));
  if (unwanted.includes(`"${tag}"`)) throw new NotModified();
  return () => {
    if (unwanted.includes('*')) throw new NotModified();
  };
}

export const metaOf = ({ asOf, knownAt, position }: ResolvedClocks) => ({ asOf, knownAt, position });

/** The registers know no valid time. */
export const knownMetaOf = ({ knownAt, position }: ResolvedClocks) => ({ knownAt, position });

/** A page of a list; `rows` holds one more than the page if there is a next one. `next` is the key of its last item. */
export function list<Row>(
  { request, reply }: Call,
  meta: object,
  query: PageQuery,
  rows: readonly Row[],
  { keyOf, item }: { keyOf: (row: Row) => string; item: (row: Row, at: number) => object },
) {
  const { shown, next: cursor } = onePage(query, rows, keyOf);
  const next = cursor === undefined ? null : addressWith(request.url, 'cursor', cursor);
  if (next !== null) reply.header('link', `<${next}>; rel="next"`);
  return { items: shown.map(item), meta, links: { self: request.url, next } };
}

/** The same address with one parameter set to another value. */
export function addressWith(address: string, parameter: string, value: string): string {
  const url = new URL(address, 'http://register.invalid');
  url.searchParams.set(parameter, value);
  return `${url.pathname}${url.search}`;
}
