-- What happened to accounts: every sign-in and every attempt, and who changed what. Only added to.
create table accounts.log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  event text collate "C" not null,
  -- Whom it is about; null where a name was tried that nobody has. Such a name is not kept: it may be a password.
  account uuid constraint log_account references accounts.account (id),
  -- Who did it, where that is another account.
  by uuid constraint log_by references accounts.account (id),
  address text not null,
  user_agent text not null,
  detail jsonb not null
);
