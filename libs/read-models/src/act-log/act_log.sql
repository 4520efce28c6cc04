-- Every act with what has become of it.
create table read_model.act_log (
  event_id uuid primary key,
  position bigint not null,
  body text collate "C" not null,
  state text collate "C" not null,
  type text collate "C" not null,
  effective_day date not null,
  claim boolean not null,
  data jsonb not null,
  sources text[] not null,
  actor text not null,
  recorded_at timestamptz not null,
  retracted_at bigint,
  retracted_by uuid,
  retraction jsonb
);
