-- One role keeps the accounts; nobody else may see them.
revoke all on schema accounts from public;
revoke all on all functions in schema accounts from public;
grant usage on schema accounts to chancery_accounts;
grant select, insert, update, delete
  on accounts.account, accounts.session, accounts.throttle, accounts.link, accounts.draft, accounts.job
  to chancery_accounts;
grant select, insert on accounts.log to chancery_accounts;
