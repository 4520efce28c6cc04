// What every request passes before its body is read: limits, where it comes from, and whose session it is.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CLOCK, networkOf, Sessions, TooMany, type Clock, type Visitor } from '#application';
import { Trouble } from '../page/trouble.js';
import { tellBrowsers } from './headers.js';
import { changesNothing, isForProbes, isForPrograms, isFromHere } from './origin.js';
import { RateLimit } from './rate-limit.js';
import { takeSession, tokenIn } from './session-cookie.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The session that the request came with. */
    visitor?: Visitor;
  }
}

/** Requests a minute that one address may make of the pages: for reading, and for what changes something. */
export interface Limits {
  readonly reads: number;
  readonly changes: number;
}
const LIMITS: Limits = { reads: 600, changes: 120 };
/** So many times as often may it read over REST, which is asked by programs and gives less at a time. */
const PROGRAMS = 5;

/** Before the application listens, and after cookies can be read. */
export async function keepDoorway(app: NestFastifyApplication, limits: Limits = LIMITS): Promise<void> {
  await tellBrowsers(app);
  const sessions = app.get(Sessions, { strict: false });
  const clock = app.get<Clock>(CLOCK, { strict: false });
  const reads = new RateLimit(limits.reads);
  const changes = new RateLimit(limits.changes);
  const programs = new RateLimit(PROGRAMS * limits.reads);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      if (isForProbes(request.url)) return;
      if (isForPrograms(request.url)) {
        limit(programs, 'rest', clock, request, reply);
        return;
      }
      // Pages are read by people; what other sites may read is the REST interface.
      reply.removeHeader('access-control-allow-origin');
      if (request.url.startsWith('/assets/')) return;
      const reading = changesNothing(request.method);
      // A form that is drawn anew while somebody fills it in changes nothing that others see.
      const often = reading || request.url.startsWith('/admin/record/live?');
      limit(often ? reads : changes, often ? 'reads' : 'changes', clock, request, reply);
      if (!reading && !isFromHere(request)) throw new Trouble('not-from-here');
      await recognise(sessions, request, reply);
    });
}

/** Tells what is left by draft-ietf-httpapi-ratelimit-headers, and refuses one too many. */
function limit(
  limited: RateLimit,
  name: string,
  clock: Clock,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const { most, remaining, resetSeconds } = limited.take(networkOf(request.ip), clock().getTime());
  reply.header('ratelimit-policy', `"${name}";q=${String(most)};w=60`);
  reply.header('ratelimit', `"${name}";r=${String(Math.max(0, remaining))};t=${String(resetSeconds)}`);
  if (remaining >= 0) return;
  reply.header('retry-after', String(resetSeconds));
  throw new TooMany(resetSeconds);
}

async function recognise(sessions: Sessions, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const token = tokenIn(request);
  if (token === undefined) return;
  const visitor = await sessions.find(token);
  if (!visitor) {
    takeSession(reply);
    return;
  }
  request.visitor = visitor;
  const { id, name, displayName, roles } = visitor.account;
  request.signedIn = { account: { id, name, displayName, roles }, csrf: visitor.session.csrf };
}
