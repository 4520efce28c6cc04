// Makes a Nest controller one whose handlers give pages: what they return is drawn, what they throw becomes an error page.
import {
  applyDecorators,
  Controller,
  Injectable,
  UseFilters,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isValidElement } from 'preact';
import { map, type Observable } from 'rxjs';
import { LANGUAGE_COOKIE, pageContext } from './context.js';
import { drawn } from './drawn.js';
import { ErrorPageFilter } from './error-page.filter.js';

@Injectable()
class Draw implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    rememberLanguage(request, reply);
    return next
      .handle()
      .pipe(map((answer: unknown) => (isValidElement(answer) ? drawn(reply, answer) : answer)));
  }
}

function rememberLanguage(request: FastifyRequest, reply: FastifyReply): void {
  const { lang } = (request.query ?? {}) as { lang?: unknown };
  if (lang === undefined) return;
  const { language } = pageContext(request);
  if (lang !== language || request.cookies[LANGUAGE_COOKIE] === language) return;
  reply.setCookie(LANGUAGE_COOKIE, language, {
    path: '/',
    maxAge: 31_536_000,
    sameSite: 'lax',
    httpOnly: true,
  });
}

/** A controller of pages below a path. */
export const Pages = (path = ''): ClassDecorator =>
  applyDecorators(Controller(path), UseInterceptors(Draw), UseFilters(ErrorPageFilter));
