create table accounts.session (
  -- SHA-256 of the token, which only the browser holds.
  token_hash bytea primary key,
  -- By which its owner names it in a list.
  id uuid not null constraint session_id unique,
  account uuid not null constraint session_account references accounts.account (id),
  -- What every form of the session carries.
  csrf text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  address text not null,
  user_agent text not null
);
