-- Forms that somebody has begun.
create table accounts.draft (
  id uuid primary key,
  account uuid not null constraint draft_account references accounts.account (id),
  -- Which form; the page that offers it knows.
  kind text collate "C" not null,
  data jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
