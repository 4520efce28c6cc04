// Accounts from the command line: for the first one, and for when nobody can sign in any more.
import { userInfo } from 'node:os';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import {
  ACCOUNT_ROLES,
  openRegister,
  readConfig,
  type Account,
  type AccountRole,
  type AccountStore,
  type Config,
  type LinkKind,
  type Origin,
} from '#application';
import { CliError, EXIT } from './exit.js';
import { table } from './table.js';

interface Json {
  readonly json?: true;
}
interface Added extends Json {
  readonly displayName?: string;
  readonly role?: AccountRole[];
  readonly email?: string;
}

/** As the log of accounts tells where something came from. */
const origin = (): Origin => ({ address: 'command line', userAgent: userInfo().username });

export const usersCommand = (): Command =>
  new Command('users')
    .summary('who may sign in, and what they may do')
    .description(
      'Lists accounts, adds them and changes them. Nobody’s password is chosen here: a link is printed by which its owner does.',
    )
    .addCommand(
      named('list', 'all accounts').action((options: Json) =>
        withAccounts(({ accounts }) => list(accounts, options)),
      ),
    )
    .addCommand(
      named('add', 'a new account, with a link to choose its password')
        .argument('<name>', 'name to sign in with, such as amina; it never changes')
        .option('--display-name <text>', 'name to show (default: the name)')
        .addOption(roleOption('what it may do; may be given more than once'))
        .option('--email <address>', 'verified address by which a provider may name them')
        .action((name: string, options: Added) =>
          withAccounts((store, config) => add(store, config, name, options)),
        ),
    )
    .addCommand(
      named('link', 'a link to choose a new password, in place of any earlier one')
        .argument('<name>')
        .action((name: string, options: Json) =>
          withAccounts(async (store, config) => {
            const account = await known(store, name);
            if (account.disabled) throw new CliError(`${account.name} is disabled.`, EXIT.refused);
            await printLink(store, config, account, 'reset', options);
          }),
        ),
    )
    .addCommand(
      named('disable', 'nobody can sign in with it; its sessions end at once')
        .argument('<name>')
        .action(changing(({ accounts }, { id }) => accounts.disable(id, origin()))),
    )
    .addCommand(
      named('enable', 'it can be used again')
        .argument('<name>')
        .action(changing(({ accounts }, { id }) => accounts.enable(id, origin()))),
    )
    .addCommand(
      named('roles', 'give it these roles, and no others')
        .argument('<name>')
        .addArgument(new Argument('[role...]', 'none takes all of them away').choices(ACCOUNT_ROLES))
        .action((name: string, roles: AccountRole[], options: Json) =>
          changing(({ accounts }, { id }) => accounts.setRoles(id, roles, origin()))(name, options),
        ),
    )
    .addHelpText(
      'after',
      `
Roles: recorder (records acts) · auditor (reads, replays, exports; writes nothing) · admin (users, bodies, settings).

Examples:
  $ npm run chancery -- users add amina --display-name "Amina Saleh" --role recorder
  $ npm run chancery -- users link amina
  $ npm run chancery -- users roles amina recorder auditor
  $ npm run chancery -- users list --json`,
    );

const named = (name: string, summary: string): Command =>
  new Command(name)
    .summary(summary)
    .description(`${summary[0]?.toUpperCase() ?? ''}${summary.slice(1)}.`)
    .option('--json', 'as JSON');

const roleOption = (description: string): Option =>
  new Option('--role <role>', description)
    .choices(ACCOUNT_ROLES)
    .argParser((role: string, before: string[] | undefined) => {
      if (ACCOUNT_ROLES.some((known) => known === role)) return [...(before ?? []), role];
      throw new InvalidArgumentError(`Allowed choices are ${ACCOUNT_ROLES.join(', ')}.`);
    });

/** Opens the register; the read models have no say here and need not have caught up. */
async function withAccounts(run: (store: AccountStore, config: Config) => Promise<void>): Promise<void> {
  const config = readConfig(process.env);
  const register = await openRegister(config);
  try {
    await run(register.accounts, config);
  } finally {
    await register.close();
  }
}

async function list(accounts: AccountStore['accounts'], { json }: Json): Promise<void> {
  const all = await accounts.list();
  if (json) {
    console.log(JSON.stringify(all.map(view), null, 2));
    return;
  }
  const cells = all.map(({ name, displayName, roles, disabled, email }) => [
    name,
    displayName,
    roles.join(', '),
    disabled ? 'disabled' : 'active',
    email ?? '',
  ]);
  console.log(
    all.length === 0
      ? 'There is no account yet.'
      : table(['name', 'shown as', 'roles', 'state', 'e-mail'], cells),
  );
}

async function add(store: AccountStore, config: Config, name: string, options: Added): Promise<void> {
  const { displayName = name, role = [], email = null } = options;
  const account = await store.accounts.add({ name, displayName, roles: role, email }, origin());
  await printLink(store, config, account, 'invitation', options);
}

/** Changes an account and shows it as it is then. */
const changing =
  (change: (store: AccountStore, account: Account) => Promise<void>) =>
  (name: string, { json }: Json): Promise<void> =>
    withAccounts(async (store) => {
      await change(store, await known(store, name));
      const { roles, disabled, ...account } = await known(store, name);
      console.log(
        json
          ? JSON.stringify(view({ ...account, roles, disabled }), null, 2)
          : `${account.name}: ${disabled ? 'disabled' : 'active'}; roles: ${roles.join(', ') || 'none'}.`,
      );
    });

async function printLink(
  { links }: AccountStore,
  { publicUrl, host, port }: Config,
  account: Account,
  kind: Exclude<LinkKind, 'set-up'>,
  { json }: Json,
): Promise<void> {
  const token = await links.forAccount(kind, account.id, origin());
  const link = `${publicUrl ?? `http://${host}:${String(port)}`}/admin/links/${token}`;
  const days = kind === 'invitation' ? 'seven days' : 'one day';
  console.log(
    json
      ? JSON.stringify({ ...view(account), link }, null, 2)
      : `${account.name} chooses a password here, once, within ${days}:\n${link}`,
  );
}

async function known({ accounts }: AccountStore, name: string): Promise<Account> {
  const account = await accounts.findByName(name);
  if (!account) throw new CliError(`There is no account ${name}.`, EXIT.refused);
  return account;
}

const view = ({ id, name, displayName, roles, disabled, email, createdAt }: Account) => ({
  id,
  name,
  displayName,
  roles,
  disabled,
  email,
  createdAt,
});
