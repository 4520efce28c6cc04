-- How far each projection has come, and the event that it could not take, if there is one. Whoever locks the row runs it.
CREATE TABLE event_store.projection (
  name text COLLATE "C",
  version integer,
  position bigint NOT NULL DEFAULT 0,
  failed_position bigint,
  failed_event_id uuid,
  failure text,
  failed_at timestamptz(3),
  PRIMARY KEY (name, version)
);
