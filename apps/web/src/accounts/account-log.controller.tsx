import { Get, Inject } from '@nestjs/common';
import { AccountLog, Accounts, LOG_EVENTS } from '#application';
import { OfPage, type PageContext } from '../page/context.js';
import { Pages } from '../page/pages.js';
import { Requires } from '../security/access.js';
import { AccountLogPage } from './account-log.page.js';

const ROWS = 50;

@Requires('admin')
@Pages('admin/users/log')
export class AccountLogController {
  constructor(
    @Inject(AccountLog) private readonly log: AccountLog,
    @Inject(Accounts) private readonly accounts: Accounts,
  ) {}

  @Get()
  async list(@OfPage() page: PageContext) {
    const [account, before] = ['account', 'before'].map((name) => textIn(page.query[name]));
    const event = LOG_EVENTS.find((known) => known === page.query['event']);
    const query = {
      ...(account !== undefined && { account }),
      ...(event !== undefined && { event }),
      ...(before !== undefined && { before }),
    };
    const found = await this.log.list({ ...query, limit: ROWS + 1 });
    const rows = found.slice(0, ROWS);
    const older = found.length > ROWS ? rows.at(-1)?.id : undefined;
    const accounts = await this.accounts.list();
    return (
      <AccountLogPage
        page={page}
        rows={rows}
        accounts={accounts}
        account={account}
        event={event}
        older={older}
      />
    );
  }
}

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
