// What signing in does to the browser, whichever way it was done.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Admitted, SignIn } from '#application';
import { SeeOther } from '../page/see-other.js';
import { originOf } from '../security/origin.js';
import { giveSession } from '../security/session-cookie.js';

/** Gives the browser its new session, ends the one that it came with, and goes on to where it was going. */
export async function enter(
  signIn: SignIn,
  { token }: Admitted,
  then: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<never> {
  if (request.visitor) await signIn.out(request.visitor, originOf(request));
  giveSession(reply, token);
  throw new SeeOther(pathOfOurs(then));
}

/** A path of this site, never another site's; the desk where it is none. */
export function pathOfOurs(then: unknown): string {
  if (typeof then !== 'string' || !/^\/(?![/\\])/.test(then)) return '/admin';
  const here = 'http://pages.invalid';
  if (!URL.canParse(then, here)) return '/admin';
  const { origin, pathname, search } = new URL(then, here);
  // `/.//example.org` is a path that becomes another site's address.
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}` : '/admin';
}

/** What was typed into a password field: not trimmed, and never given back. */
export function secret(body: unknown, field: string): string {
  const value: unknown = (Object(body) as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : '';
}
