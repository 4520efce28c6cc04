create index job_of_account on accounts.job (account, created_at);
