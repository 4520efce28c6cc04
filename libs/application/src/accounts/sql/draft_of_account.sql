create index draft_of_account on accounts.draft (account, updated_at);
