// Links that work once: the first account, an invitation, a new password.
import { Body, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccountRefused, Links, SignIn, type Account } from '#application';
import { OfPage, type PageContext } from '../page/context.js';
import { typed, type FieldFault, type Typed } from '../page/forms.js';
import { Pages } from '../page/pages.js';
import { Public } from '../security/access.js';
import { originOf } from '../security/origin.js';
import { chosenPassword } from './choose-password.js';
import { enter } from './entry.js';
import { DeadLinkPage, LinkPage } from './link.page.js';
import { faultOf } from './refusal.js';

@Pages('admin/links')
export class LinkController {
  constructor(
    @Inject(Links) private readonly links: Links,
    @Inject(SignIn) private readonly signIn: SignIn,
  ) {}

  @Public()
  @Get(':token')
  async form(
    @Param('token') token: string,
    @OfPage() page: PageContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.page(token, page, reply);
  }

  @Public()
  @Post(':token')
  async use(
    @Param('token') token: string,
    @Body() body: unknown,
    @OfPage() page: PageContext,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { password, faults } = chosenPassword(body, page.language);
    const values = typed(body);
    if (faults.length > 0) return this.page(token, page, reply, values, faults);
    let account: Account;
    try {
      account = await this.choose(token, password, values, request);
    } catch (error) {
      if (error instanceof AccountRefused && /^(dead-link|set-up-done)$/.test(error.code)) {
        return this.page(token, page, reply);
      }
      return this.page(token, page, reply, values, [faultOf(error, page.language)]);
    }
    const attempt = await this.signIn.byLink(account, originOf(request));
    return enter(this.signIn, attempt, '/admin', request, reply);
  }

  private async choose(token: string, password: string, values: Typed, request: FastifyRequest) {
    const origin = originOf(request);
    const link = await this.links.find(token);
    if (link?.kind !== 'set-up') return this.links.choosePassword(token, password, origin);
    const { name = '', displayName = '' } = values;
    return this.links.setUp(token, { name, displayName, password }, origin);
  }

  private async page(
    token: string,
    page: PageContext,
    reply: FastifyReply,
    values: Typed = {},
    faults: readonly FieldFault[] = [],
  ) {
    const link = await this.links.find(token);
    if (!link) {
      reply.status(410);
      return <DeadLinkPage page={page} />;
    }
    if (faults.length > 0) reply.status(422);
    return <LinkPage page={page} kind={link.kind} account={link.account} values={values} faults={faults} />;
  }
}
