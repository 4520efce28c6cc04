create table read_model.body (
  slug text collate "C" primary key,
  position bigint not null,
  kind text not null,
  names jsonb not null,
  rule jsonb not null,
  in_force_since text,
  sources jsonb not null
);
