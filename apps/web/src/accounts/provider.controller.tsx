// Signing in with an OpenID provider, where one is configured.
import { Get, Inject, Logger, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignIn, type Identity } from '#application';
import { OfPage, type PageContext } from '../page/context.js';
import { Pages } from '../page/pages.js';
import { SeeOther } from '../page/see-other.js';
import { Trouble } from '../page/trouble.js';
import { Public } from '../security/access.js';
import { originOf } from '../security/origin.js';
import { SIGN_IN } from '../words/accounts.js';
import { enter, pathOfOurs } from './entry.js';
import { Provider, type Begun } from './provider.js';
import { addressOf, WEB_SETTINGS, type WebSettings } from './settings.js';
import { SignInPage } from './sign-in.page.js';

/** What the browser keeps while it is at the provider: ten minutes, for this host alone. */
const COOKIE = '__Host-chancery-provider';
const KEPT = { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600 } as const;
const BACK = '/admin/sign-in/provider/back';

type Kept = Begun & { readonly then: string };

@Pages('admin/sign-in/provider')
export class ProviderController {
  private readonly log = new Logger('web');
  private readonly provider: Provider | undefined;

  constructor(
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {
    this.provider = settings.oidc && new Provider(settings.oidc);
  }

  @Public()
  @Get()
  async begin(
    @OfPage() page: PageContext,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (!this.provider) throw new Trouble('not-found');
    const then = pathOfOurs(page.query['then']);
    let started: Awaited<ReturnType<Provider['begin']>>;
    try {
      started = await this.provider.begin(addressOf(this.settings, request) + BACK);
    } catch (error) {
      this.log.warn(`The OpenID provider does not answer: ${String(error)}`);
      return this.again(page, then, 'providerSilent', 503, reply);
    }
    const kept: Kept = { ...started.begun, then };
    reply.setCookie(COOKIE, Buffer.from(JSON.stringify(kept)).toString('base64url'), KEPT);
    throw new SeeOther(started.url);
  }

  @Public()
  @Get('back')
  async back(
    @OfPage() page: PageContext,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (!this.provider) throw new Trouble('not-found');
    const kept = keptIn(request);
    reply.clearCookie(COOKIE, KEPT);
    if (!kept) return this.again(page, '/admin', 'stale', 400, reply);
    let identity: Identity;
    try {
      identity = await this.provider.finish(addressOf(this.settings, request) + request.url, kept);
    } catch (error) {
      this.log.warn(`Signing in with the OpenID provider failed: ${String(error)}`);
      return this.again(page, kept.then, 'providerSilent', 400, reply);
    }
    const attempt = await this.signIn.withIdentity(identity, originOf(request));
    if (attempt.outcome !== 'signed-in') return this.again(page, kept.then, 'unknownToUs', 403, reply);
    return enter(this.signIn, attempt, kept.then, request, reply);
  }

  private again(
    page: PageContext,
    then: string,
    fault: 'providerSilent' | 'stale' | 'unknownToUs',
    status: number,
    reply: FastifyReply,
  ) {
    reply.status(status);
    const faults = [{ field: '', sentence: SIGN_IN[page.language][fault] }];
    const provider = this.settings.oidc && new URL(this.settings.oidc.issuer).host;
    return <SignInPage page={page} then={then} faults={faults} provider={provider} insecure={false} />;
  }
}

function keptIn({ cookies }: FastifyRequest): Kept | undefined {
  try {
    const kept = JSON.parse(Buffer.from(cookies[COOKIE] ?? '', 'base64url').toString()) as Record<
      string,
      unknown
    >;
    const { state, nonce, verifier, then } = kept;
    if ([state, nonce, verifier].some((part) => typeof part !== 'string' || part === '')) return undefined;
    return { ...(kept as unknown as Begun), then: pathOfOurs(then) };
  } catch {
    return undefined;
  }
}
