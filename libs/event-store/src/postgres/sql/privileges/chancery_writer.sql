-- The writer appends, and can do nothing else: neither read nor write a table.
GRANT USAGE ON SCHEMA event_store TO chancery_writer;
GRANT EXECUTE ON FUNCTION event_store.append TO chancery_writer;
