import { Body, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Accounts, Sessions, SignIn, type Visitor } from '#application';
import { OfPage, type PageContext } from '../page/context.js';
import type { FieldFault } from '../page/forms.js';
import { Pages } from '../page/pages.js';
import { SeeOther } from '../page/see-other.js';
import { Trouble } from '../page/trouble.js';
import { Requires } from '../security/access.js';
import { originOf } from '../security/origin.js';
import { OWN_ACCOUNT } from '../words/accounts.js';
import { chosenPassword } from './choose-password.js';
import { enter, secret } from './entry.js';
import { OwnAccountPage } from './own-account.page.js';
import { faultOf } from './refusal.js';

/** What everybody may do with their own account: nobody else's id is ever asked for. */
@Requires('signed-in')
@Pages('admin/account')
export class OwnAccountController {
  constructor(
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SignIn) private readonly signIn: SignIn,
  ) {}

  @Get()
  show(@OfPage() page: PageContext, @Req() request: FastifyRequest) {
    return this.page(page, visitorOf(request));
  }

  @Post('password')
  async changePassword(
    @Body() body: unknown,
    @OfPage() page: PageContext,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const visitor = visitorOf(request);
    const origin = originOf(request);
    const again = (faults: readonly FieldFault[]) => {
      reply.status(422);
      return this.page(page, visitor, faults);
    };
    const { password, faults } = chosenPassword(body, page.language);
    if (faults.length > 0) return again(faults);
    if (!(await this.signIn.confirms(visitor.account, secret(body, 'current'), origin))) {
      return again([{ field: 'current', sentence: OWN_ACCOUNT[page.language].wrong }]);
    }
    try {
      await this.accounts.setPassword(visitor.account.id, password, origin);
    } catch (error) {
      return again([faultOf(error, page.language)]);
    }
    const attempt = await this.signIn.byLink(visitor.account, origin);
    return enter(this.signIn, attempt, '/admin/account?done=password', request, reply);
  }

  @Post('sessions/end-others')
  async endOthers(@Req() request: FastifyRequest): Promise<never> {
    const { account, session } = visitorOf(request);
    await this.sessions.endAll(account.id, originOf(request), session.id);
    throw new SeeOther('/admin/account?done=sessions');
  }

  @Post('sessions/:id/end')
  async end(@Param('id') id: string, @Req() request: FastifyRequest): Promise<never> {
    const ended = await this.sessions.end(visitorOf(request).account.id, id, originOf(request));
    if (!ended) throw new Trouble('not-found');
    throw new SeeOther('/admin/account?done=session');
  }

  private async page(page: PageContext, { account, session }: Visitor, faults: readonly FieldFault[] = []) {
    const sessions = await this.sessions.listOf(account.id);
    return (
      <OwnAccountPage
        page={page}
        account={account}
        sessions={sessions}
        current={session.id}
        faults={faults}
      />
    );
  }
}

/** The guard has let nobody in without one. */
function visitorOf({ visitor }: FastifyRequest): Visitor {
  if (!visitor) throw new Trouble('not-allowed');
  return visitor;
}
