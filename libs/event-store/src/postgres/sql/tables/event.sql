-- The log. A stream is the events that carry its id: its version is one look at the end of the second unique index.
-- No CHECKs: they cost each append some microseconds, and only event_store.append and event_store.load write here.
CREATE TABLE event_store.event (
  position bigint PRIMARY KEY,
  event_id uuid NOT NULL UNIQUE,
  stream_id text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  type text COLLATE "C" NOT NULL,
  schema_version smallint NOT NULL,
  data jsonb NOT NULL,
  metadata jsonb NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  UNIQUE (stream_id, version)
);
