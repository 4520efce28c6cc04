-- What each state was held to be in each body: on which days (valid), as known at which positions of the log (known).
create table read_model.membership_history (
  body text collate "C" not null,
  state text collate "C" not null,
  -- Valid time: from this day up to before that one; null for no end in sight.
  valid_from date not null,
  valid_to date,
  -- Record time: from this position up to before that one; null for what is known now.
  known_from bigint not null,
  known_to bigint,
  -- By the words of those whose acts they are: since when, the best attestation, the acts that support it, how many
  -- independent sources tell of them, whether one is disputed, whether all its sources are discredited.
  standing text not null,
  since date,
  attestation text,
  acts uuid[] not null,
  sources integer not null,
  disputed boolean not null,
  discredited boolean not null,
  -- By every word that counts, the press included.
  reported text not null,
  reported_since date,
  reported_attestation text,
  reported_acts uuid[] not null,
  reported_sources integer not null,
  reported_disputed boolean not null,
  reported_discredited boolean not null,
  -- Roles with the acts that granted them; reservations, declarations, objections and provisional application by act.
  roles jsonb not null,
  attributes uuid[] not null,
  -- The event that opened the row.
  cause uuid not null,
  primary key (body, state, known_from, valid_from),
  check (valid_to > valid_from),
  check (known_to > known_from),
  -- Any pair of a valid day and a known position selects at most one row for each state and body. Body and state go in
  -- as one number, their 64-bit hash: the index is a third of the work that it would be over two texts.
  constraint membership_history_one_answer exclude using gist (
    hashtextextended(body || ' ' || state, 0) with =,
    daterange(valid_from, valid_to) with &&,
    int8range(known_from, known_to) with &&
  )
);
