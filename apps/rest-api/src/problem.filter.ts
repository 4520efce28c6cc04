// Every error leaves as RFC 9457 problem+json, here and nowhere else.
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BadQuery, Behind, isDatabaseTrouble, TooMany } from '#application';
import { BASE, NotModified } from './answer.js';
import { Problem } from './problem.js';
import { sendProblem } from './send-problem.js';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('rest-api');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (error instanceof NotModified) {
      void reply.status(304).send();
      return;
    }
    sendProblem(this.problemOf(error, request), request, reply);
  }

  private problemOf(error: unknown, request: FastifyRequest): Problem {
    if (error instanceof Problem) return error;
    if (error instanceof BadQuery) return Problem.ofFaults(error.faults);
    if (error instanceof Behind) return new Problem('behind', { ...error.facts });
    if (error instanceof TooMany) return new Problem('too-many-requests', { seconds: error.seconds });
    if (error instanceof HttpException || isClientError(error)) {
      const status = error instanceof HttpException ? error.getStatus() : error.statusCode;
      // Whatever is wrong with a body that was sent along: nothing here takes one.
      if (request.method !== 'GET' && request.method !== 'HEAD') return new Problem('method-not-allowed');
      if (status === 404)
        return new Problem('not-found', { path: request.url.split('?')[0] ?? '', landing: BASE });
      return new Problem('bad-request');
    }
    this.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return new Problem(isDatabaseTrouble(error) ? 'database-away' : 'internal-error');
  }
}

/** Fastify's own refusals: a broken address, too long a header … */
const isClientError = (error: unknown): error is { statusCode: number } =>
  error instanceof Error &&
  'statusCode' in error &&
  Number(error.statusCode) >= 400 &&
  Number(error.statusCode) < 500;
