import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A page as its bytes; a part that htmx asked for comes without the frame, so without a doctype. */
export function drawn(reply: FastifyReply, page: VNode): string {
  // HTML has no NUL: what somebody typed with one in it is shown as a browser would show it.
  const html = renderToString(page as Parameters<typeof renderToString>[0]).replaceAll('\u0000', '\ufffd');
  reply.header('content-type', 'text/html; charset=utf-8');
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  reply.header('vary', 'Accept-Language, Cookie, HX-Request');
  return html.startsWith('<html') ? `<!doctype html>${html}` : html;
}
