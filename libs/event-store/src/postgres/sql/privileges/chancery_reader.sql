-- The reader sees everything and changes nothing.
GRANT USAGE ON SCHEMA event_store TO chancery_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA event_store TO chancery_reader;
GRANT EXECUTE ON FUNCTION event_store.result_of, event_store.position_at, event_store.instant TO chancery_reader;
