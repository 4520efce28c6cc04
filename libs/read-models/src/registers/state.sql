create table read_model.state (
  code text collate "C" primary key,
  position bigint not null,
  alpha2 text,
  numeric text,
  names jsonb not null,
  aliases jsonb
);
