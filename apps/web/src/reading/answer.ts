// Reading pages as they leave. What a page says follows from its address, the clocks, the language and who is signed in,
// so that a browser that has it already is told so without a query.
import { createHash, randomUUID } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import type { ResolvedClocks } from '#application';
import type { PageContext } from '../page/context.js';

/** The reply of one call, wrapped: a reply by itself is thenable, and whoever awaits it waits until it is sent. */
export interface Call {
  readonly reply: FastifyReply;
}

export const OfCall = createParamDecorator((_: unknown, context: ExecutionContext): Call => ({
  reply: context.switchToHttp().getResponse<FastifyReply>(),
}));

/** Another run of the program may draw the same page in another way. */
const RUN = randomUUID();

/**
 * The page, with its tag; nothing and 304 where the browser has it. A page of what was known earlier leads on to what was
 * learned since, which its own clocks do not tell: it has no tag.
 */
export async function answer(
  page: PageContext,
  { reply }: Call,
  clocks: ResolvedClocks,
  build: () => Promise<VNode>,
): Promise<VNode | undefined> {
  const { url, headers } = reply.request;
  const seen = [RUN, url, page.language, page.partial, page.signedIn?.csrf, clocks.asOf, clocks.position];
  const tag = createHash('sha256').update(JSON.stringify(seen)).digest('base64url').slice(0, 27);
  const known = (headers['if-none-match'] ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  const tagged = page.query['knownAt'] === undefined && page.query['atPosition'] === undefined;
  const unchanged = tagged && known.includes(`"${tag}"`);
  const drawing = unchanged ? undefined : await build();
  if (tagged) reply.header('etag', `"${tag}"`);
  reply.header('cache-control', page.signedIn ? 'private, no-cache' : 'no-cache');
  if (unchanged) reply.status(304).header('vary', 'Accept-Language, Cookie, HX-Request');
  return drawing;
}
