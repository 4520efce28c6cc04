create index session_of_account on accounts.session (account);
