// Every error of a page leaves as a page, here and nowhere else.
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BadQuery, Behind, isDatabaseTrouble, Refused, TooMany } from '#application';
import { FRAME } from '../words/frame.js';
import { QUERY_FAULTS, TROUBLES, type TroubleCode } from '../words/troubles.js';
import { pageContext, type PageContext } from './context.js';
import { drawn } from './drawn.js';
import { Page } from './page.js';
import { SeeOther } from './see-other.js';
import { Trouble, type Near } from './trouble.js';
import { isBrokenUpload } from './uploads.js';

@Catch()
export class ErrorPageFilter implements ExceptionFilter {
  private readonly log = new Logger('web');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.send(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also for what Fastify refuses before any handler: an address that is no address. */
  send(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const page = pageContext(request);
    if (error instanceof SeeOther) {
      goTo(error.location, page, reply);
      return;
    }
    const { code, details, near } = this.troubleOf(error, page);
    const { status } = TROUBLES[code];
    if (status === 503) reply.header('retry-after', '1');
    void reply
      .status(status)
      .header('cache-control', 'no-store')
      .send(drawn(reply, <ErrorPage page={page} code={code} details={details} near={near} />));
  }

  private troubleOf(error: unknown, { language }: PageContext): Trouble {
    if (error instanceof Trouble) return error;
    if (error instanceof BadQuery) {
      const say = QUERY_FAULTS[language];
      return new Trouble(
        'bad-request',
        error.faults.map(({ code, facts }) => say[code](facts)),
      );
    }
    if (error instanceof Behind) return new Trouble('away');
    if (isBrokenUpload(error)) return new Trouble('bad-request');
    if (error instanceof TooMany) return new Trouble('too-many');
    if (error instanceof Refused) {
      return new Trouble(error.refusal.code === 'stale-version' ? 'conflict' : 'not-possible');
    }
    const status = statusOf(error);
    const known = CODES.find((code) => TROUBLES[code].status === status);
    if (known !== undefined && status < 500) return new Trouble(known);
    if (status >= 400 && status < 500) return new Trouble('bad-request');
    this.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return new Trouble(isDatabaseTrouble(error) ? 'away' : 'broken');
  }
}

/** A script that asked for a part of a page is told to open the other one; a browser goes there by itself. */
function goTo(location: string, { partial }: PageContext, reply: FastifyReply): void {
  reply.header('cache-control', 'no-store');
  if (partial) void reply.status(200).header('hx-redirect', location).send('');
  else void reply.redirect(location, 303);
}

const CODES = Object.keys(TROUBLES) as TroubleCode[];

/** Nest's and Fastify's own refusals say what status they are; anything else is a fault of ours. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  return error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
}

function ErrorPage({
  page,
  code,
  details,
  near,
}: {
  readonly page: PageContext;
  readonly code: TroubleCode;
  readonly details: readonly string[];
  readonly near: readonly Near[];
}) {
  const [title, advice] = TROUBLES[code][page.language];
  return (
    <Page page={page} title={title}>
      <h1>{title}</h1>
      <p>{advice}</p>
      {details.length === 0 ? null : (
        <ul>
          {details.map((detail) => (
            <li key={detail}>
              <bdi>{detail}</bdi>
            </li>
          ))}
        </ul>
      )}
      {near.length === 0 ? null : (
        <nav aria-label={FRAME[page.language].perhaps}>
          <p>{FRAME[page.language].perhaps}</p>
          <ul>
            {near.map(({ href, name }) => (
              <li key={href}>
                <a href={href}>
                  <bdi>{name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Page>
  );
}
