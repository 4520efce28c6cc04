// Where a request comes from, as the browser tells.
import type { FastifyRequest } from 'fastify';
import type { Origin } from '#application';

/** Addresses for programs: they take no forms and no sessions. */
export const isForPrograms = (url: string): boolean => /^\/(api|feeds)([/?]|$)/.test(url) || isForProbes(url);

/** Those for whoever keeps the program running, and asks as often as that takes. */
export const isForProbes = (url: string): boolean => /^\/(livez|readyz|metrics)([/?]|$)/.test(url);

export const changesNothing = (method: string): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method);

/**
 * Whether a browser sent this from a page of ours. It says so by Fetch Metadata, which it tells on https and to its own
 * machine; elsewhere by Origin, of which the host is compared. A request that says neither does not come from a form here.
 */
export function isFromHere({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = headers;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}

/** Whoever sits there, for the log of accounts. */
export const originOf = (request: FastifyRequest): Origin => ({
  ...(request.signedIn && { by: request.signedIn.account.id }),
  address: request.ip,
  userAgent: request.headers['user-agent'] ?? '',
});
