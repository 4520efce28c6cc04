-- What the fold needs of each body and each line; private to the projection.
create table read_model.membership_document (
  key text collate "C" primary key,
  tags text[] not null,
  doc jsonb not null
);
