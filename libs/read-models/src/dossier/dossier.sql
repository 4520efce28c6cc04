-- Bodies, states, sources and contacts, each with all that was recorded of it.
create table read_model.dossier (
  stream text collate "C" primary key,
  kind text collate "C" not null,
  key text collate "C" not null,
  position bigint not null,
  -- Codes of the states that take part in a contact.
  states text[] not null,
  -- Address of a source, as addresses are compared.
  address text,
  events jsonb not null
);
