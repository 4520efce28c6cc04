// Asks of every page whether it is open to whoever asks for it.
import { timingSafeEqual } from 'node:crypto';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { withParameters } from '../page/context.js';
import { SeeOther } from '../page/see-other.js';
import { Trouble } from '../page/trouble.js';
import { ACCESS, type Access } from './access.js';
import { changesNothing } from './origin.js';

/** Of the session's secret, for scripts; forms carry it as a hidden field `_csrf`. */
export const FORM_KEY_HEADER = 'x-chancery-form-key';
const SIGN_IN = '/admin/sign-in';

@Injectable()
export class AccessGuard implements CanActivate {
  private readonly reflector = new Reflector();

  /** `controllers` are those that it guards: a program's addresses are open to all, and take nothing. */
  constructor(private readonly controllers: readonly unknown[]) {}

  canActivate(context: ExecutionContext): boolean {
    if (!this.controllers.includes(context.getClass())) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const open = this.reflector.getAllAndOverride<readonly Access[] | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!isOpen(open ?? [], request)) this.refuse(open ?? [], request);
    if (!changesNothing(request.method) && request.signedIn && !bringsFormKey(request)) {
      throw new Trouble('not-from-here');
    }
    return true;
  }

  /** To whoever may get in by signing in, the way there; what was typed into a form is not lost by going away from it. */
  private refuse(open: readonly Access[], request: FastifyRequest): never {
    if (request.signedIn || open.length === 0) throw new Trouble('not-allowed');
    if (!changesNothing(request.method)) throw new Trouble('signed-out');
    throw new SeeOther(withParameters(SIGN_IN, { then: request.url }));
  }
}

function isOpen(open: readonly Access[], { signedIn }: FastifyRequest): boolean {
  return open.some(
    (access) =>
      access === 'public' ||
      (signedIn !== undefined && (access === 'signed-in' || signedIn.account.roles.includes(access))),
  );
}

function bringsFormKey({ signedIn, headers, body }: FastifyRequest): boolean {
  const given = headers[FORM_KEY_HEADER] ?? formKeyIn(body);
  const [mine, theirs] = [signedIn?.csrf ?? '', given ?? ''].map((text) => Buffer.from(String(text)));
  return (
    mine !== undefined &&
    theirs !== undefined &&
    mine.length === theirs.length &&
    timingSafeEqual(mine, theirs)
  );
}

/** In a form's fields; those of one with files come as `{ value }`. */
function formKeyIn(body: unknown): string | undefined {
  const field = (Object(body) as { _csrf?: unknown })._csrf;
  const value = typeof field === 'object' ? (Object(field) as { value?: unknown }).value : field;
  return typeof value === 'string' ? value : undefined;
}
