import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { typed, type Typed } from './forms.js';

/** A form as it was sent, and the reply to it. */
export interface SentForm {
  readonly typed: Typed;
  readonly reply: FastifyReply;
}

export const OfForm = createParamDecorator((_: unknown, context: ExecutionContext): SentForm => {
  const http = context.switchToHttp();
  const { body } = http.getRequest<FastifyRequest>();
  return { typed: typed(body), reply: http.getResponse<FastifyReply>() };
});
