create table read_model.source (
  id text collate "C" primary key,
  position bigint not null,
  outlet text not null,
  title text,
  url text,
  language text not null,
  published_on text,
  byline text,
  relies_on jsonb,
  note text
);
