-- The log. A stream is the events that carry its id: its version is one look at the end of the second unique index.
CREATE TABLE event_store.event (
  position bigint PRIMARY KEY,
  event_id uuid NOT NULL UNIQUE,
  stream_id text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  type text COLLATE "C" NOT NULL,
  schema_version smallint NOT NULL CHECK (schema_version > 0),
  data jsonb NOT NULL,
  metadata jsonb NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  UNIQUE (stream_id, version)
);
