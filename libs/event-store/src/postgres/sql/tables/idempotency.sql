-- What was written under each idempotency key, so that a request can be repeated without being written twice.
CREATE TABLE event_store.idempotency (
  key text COLLATE "C" PRIMARY KEY,
  fingerprint text COLLATE "C" NOT NULL,
  first_position bigint NOT NULL,
  event_count integer NOT NULL
);
