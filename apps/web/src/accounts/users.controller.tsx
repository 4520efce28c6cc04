// Who has an account, and what they may do: for admins.
import {
  Body,
  createParamDecorator,
  Get,
  Inject,
  Param,
  Post,
  Req,
  Res,
  type ExecutionContext,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Accounts, Links, Sessions, type Account, type Origin } from '#application';
import { OfPage, pageContext, type PageContext } from '../page/context.js';
import { typed, type FieldFault, type Typed } from '../page/forms.js';
import { Pages } from '../page/pages.js';
import { SeeOther } from '../page/see-other.js';
import { Trouble } from '../page/trouble.js';
import { Requires } from '../security/access.js';
import { originOf } from '../security/origin.js';
import type { Done } from '../words/accounts.js';
import { faultOf } from './refusal.js';
import { addressOf, WEB_SETTINGS, type WebSettings } from './settings.js';
import { UserPage } from './user.page.js';
import { HandOverPage, InvitePage, rolesIn, UsersPage } from './users.page.js';

/** A form about one account, as it was sent. */
interface AccountForm {
  readonly id: string;
  readonly values: Typed;
  readonly page: PageContext;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

const OfAccount = createParamDecorator((_: unknown, context: ExecutionContext): AccountForm => {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest<{ Params: { readonly id: string } }>>();
  const { params, body } = request;
  return {
    ...{ id: params.id, values: typed(body), page: pageContext(request) },
    ...{ request, reply: http.getResponse<FastifyReply>() },
  };
});

@Requires('admin')
@Pages('admin/users')
export class UsersController {
  constructor(
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Links) private readonly links: Links,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  @Get()
  async list(@OfPage() page: PageContext) {
    return <UsersPage page={page} accounts={await this.accounts.list()} />;
  }

  @Get('new')
  invitation(@OfPage() page: PageContext) {
    return <InvitePage page={page} />;
  }

  @Post('new')
  async invite(
    @Body() body: unknown,
    @OfPage() page: PageContext,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const values = typed(body);
    const { name = '', displayName = '', email = '' } = values;
    try {
      const roles = rolesIn(values);
      const account = await this.accounts.add({ name, displayName, email, roles }, originOf(request));
      return await this.handOver('invitation', account, page, request);
    } catch (error) {
      reply.status(422);
      return <InvitePage page={page} values={values} faults={[faultOf(error, page.language)]} />;
    }
  }

  @Get(':id')
  async show(@Param('id') id: string, @OfPage() page: PageContext) {
    return this.page(id, page);
  }

  @Post(':id/roles')
  setRoles(@OfAccount() form: AccountForm) {
    return this.change(form, 'roles', (origin) =>
      this.accounts.setRoles(form.id, rolesIn(form.values), origin),
    );
  }

  @Post(':id/email')
  setEmail(@OfAccount() form: AccountForm) {
    return this.change(form, 'email', (origin) =>
      this.accounts.setEmail(form.id, form.values['email'] ?? '', origin),
    );
  }

  @Post(':id/disable')
  disable(@OfAccount() form: AccountForm) {
    return this.change(form, 'disabled', (origin) => this.accounts.disable(form.id, origin));
  }

  @Post(':id/enable')
  enable(@OfAccount() form: AccountForm) {
    return this.change(form, 'enabled', (origin) => this.accounts.enable(form.id, origin));
  }

  @Post(':id/sessions/end')
  async endSessions(@OfAccount() form: AccountForm) {
    await this.known(form.id);
    return this.change(form, 'sessions', (origin) => this.sessions.endAll(form.id, origin));
  }

  @Post(':id/link')
  async link(@Param('id') id: string, @OfPage() page: PageContext, @Req() request: FastifyRequest) {
    const account = await this.known(id);
    if (account.disabled) throw new Trouble('not-possible');
    return this.handOver('reset', account, page, request);
  }

  /** Does it and goes back to the account, or shows the account with what is wrong. */
  private async change(
    { id, page, request, reply, values }: AccountForm,
    done: Done,
    act: (origin: Origin) => Promise<unknown>,
  ) {
    try {
      await act(originOf(request));
    } catch (error) {
      const fault = faultOf(error, page.language);
      reply.status(422);
      return this.page(id, page, values, [fault]);
    }
    throw new SeeOther(`/admin/users/${id}?done=${done}`);
  }

  private async handOver(
    kind: 'invitation' | 'reset',
    account: Account,
    page: PageContext,
    request: FastifyRequest,
  ) {
    const token = await this.links.forAccount(kind, account.id, originOf(request));
    const link = `${addressOf(this.settings, request)}/admin/links/${token}`;
    return <HandOverPage page={page} account={account} link={link} kind={kind} />;
  }

  private async page(id: string, page: PageContext, values: Typed = {}, faults: readonly FieldFault[] = []) {
    const account = await this.known(id);
    const { length } = await this.sessions.listOf(id);
    return <UserPage {...{ page, account, values, faults }} sessions={length} />;
  }

  private async known(id: string): Promise<Account> {
    const account = await this.accounts.find(id);
    if (!account) throw new Trouble('not-found');
    return account;
  }
}
