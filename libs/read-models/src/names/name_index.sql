-- Every name and code by which states and bodies can be looked up.
create table read_model.name_index (
  stream text collate "C" not null,
  name text not null,
  -- As lookup compares it (libs/register/src/names).
  normalised text not null,
  position bigint not null,
  primary key (stream, name)
);
