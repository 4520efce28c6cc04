create index log_of_account on accounts.log (account);
