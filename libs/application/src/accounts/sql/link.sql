-- Links that may be used once: to set the register up, to accept an invitation, to choose a new password.
create table accounts.link (
  -- SHA-256 of the token in the link.
  token_hash bytea primary key,
  kind text collate "C" not null constraint link_kind_known check (kind in ('set-up', 'invitation', 'reset')),
  -- Whose password it lets choose; a set-up link makes the first account.
  account uuid constraint link_account references accounts.account (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint link_names_account check ((kind = 'set-up') = (account is null))
);
