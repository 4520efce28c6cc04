-- Every act with all that was said of it since.
create table read_model.act_log (
  event_id uuid primary key,
  position bigint not null,
  body text collate "C" not null,
  state text collate "C" not null,
  type text collate "C" not null,
  effective_day date not null,
  data jsonb not null,
  actor text not null,
  recorded_at timestamptz not null,
  -- Corrections, retractions, denials and corroborations, in the order of recording.
  said jsonb not null,
  said_ids uuid[] not null,
  sources text[] not null
);
