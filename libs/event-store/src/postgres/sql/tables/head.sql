-- Where the log ends, in its only row. Every append locks it first, so positions have no gaps and rise with commits.
CREATE TABLE event_store.head (
  position bigint NOT NULL,
  recorded_at timestamptz(3)
) WITH (fillfactor = 10);

INSERT INTO event_store.head (position) VALUES (0);
