-- Work that takes longer than an answer may: an import, a rebuild, a replay.
create table accounts.job (
  id uuid primary key,
  kind text collate "C" not null,
  account uuid not null constraint job_account references accounts.account (id),
  params jsonb not null,
  state text collate "C" not null constraint job_state_known check (state in ('queued', 'running', 'done', 'failed')),
  -- How far it is, and how far it has to go, where that is known.
  done integer not null default 0,
  total integer,
  result jsonb,
  error text,
  created_at timestamptz not null,
  -- When the process that does it last said so.
  beat_at timestamptz not null,
  finished_at timestamptz
);
