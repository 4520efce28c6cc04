import { Body, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignIn } from '#application';
import { OfPage, type PageContext } from '../page/context.js';
import { typed, type FieldFault } from '../page/forms.js';
import { Pages } from '../page/pages.js';
import { SeeOther } from '../page/see-other.js';
import { Public, Requires } from '../security/access.js';
import { originOf } from '../security/origin.js';
import { takeSession } from '../security/session-cookie.js';
import { SIGN_IN } from '../words/accounts.js';
import { enter, pathOfOurs, secret } from './entry.js';
import { WEB_SETTINGS, type WebSettings } from './settings.js';
import { SignInPage } from './sign-in.page.js';

@Pages('admin')
export class SignInController {
  constructor(
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @Public()
  @Get('sign-in')
  form(@OfPage() page: PageContext, @Req() request: FastifyRequest) {
    const then = pathOfOurs(page.query['then']);
    if (page.signedIn) throw new SeeOther(then);
    return this.page(page, request, then);
  }

  @Public()
  @Post('sign-in')
  async enter(
    @Body() body: unknown,
    @OfPage() page: PageContext,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { name = '', then } = typed(body);
    const password = secret(body, 'password');
    const again = (status: number, ...faults: FieldFault[]) => {
      reply.status(status);
      return this.page(page, request, pathOfOurs(then), name, faults);
    };
    const say = SIGN_IN[page.language];
    const missing = [
      ...(name === '' ? [{ field: 'name', sentence: say.wantsName }] : []),
      ...(password === '' ? [{ field: 'password', sentence: say.wantsPassword }] : []),
    ];
    if (missing.length > 0) return again(422, ...missing);
    const attempt = await this.signIn.withPassword(name, password, originOf(request));
    if (attempt.outcome === 'signed-in') return enter(this.signIn, attempt, then, request, reply);
    if (attempt.outcome === 'refused') return again(422, { field: 'name', sentence: say.refused });
    const { retryAfterSeconds } = attempt;
    reply.header('retry-after', String(retryAfterSeconds));
    return again(429, { field: '', sentence: say.throttled(Math.ceil(retryAfterSeconds / 60)) });
  }

  @Requires('signed-in')
  @Post('sign-out')
  async leave(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<never> {
    if (request.visitor) await this.signIn.out(request.visitor, originOf(request));
    takeSession(reply);
    // What the browser has kept of pages that were open to this account only.
    reply.header('clear-site-data', '"cache"');
    throw new SeeOther('/admin/sign-in?done=signed-out');
  }

  private page(
    page: PageContext,
    request: FastifyRequest,
    then: string,
    name?: string,
    faults?: readonly FieldFault[],
  ) {
    const { oidc } = this.settings;
    const provider = oidc && new URL(oidc.issuer).host;
    return (
      <SignInPage
        page={page}
        then={then}
        name={name}
        faults={faults ?? []}
        provider={provider}
        insecure={isInsecure(request)}
      />
    );
  }
}

/** Whether a browser would refuse the session's cookie: over plain http it is kept only for the machine itself. */
function isInsecure({ protocol, hostname, headers }: FastifyRequest): boolean {
  const tls = protocol === 'https' || headers['x-forwarded-proto'] === 'https';
  return !tls && !/^(localhost|127(\.\d+){3}|\[?::1\]?|.+\.localhost)$/i.test(hostname);
}
