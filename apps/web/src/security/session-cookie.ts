// The cookie that holds the token of a session, and nothing else.
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The prefix makes browsers keep it only where it is Secure, of this host alone and of every path (RFC 6265bis §4.1.3.2):
 * neither a sister host nor plain http can plant one.
 */
export const SESSION_COOKIE = '__Host-chancery';
const KEPT = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

/** Until the browser is closed; the session ends by itself before that or after. */
export const giveSession = (reply: FastifyReply, token: string): unknown =>
  reply.setCookie(SESSION_COOKIE, token, KEPT);

export const takeSession = (reply: FastifyReply): unknown => reply.clearCookie(SESSION_COOKIE, KEPT);

export const tokenIn = ({ cookies }: FastifyRequest): string | undefined => cookies[SESSION_COOKIE];
