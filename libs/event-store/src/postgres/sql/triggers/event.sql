CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event_store.event
  FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse('an event stays as it was recorded');
ALTER TABLE event_store.event ENABLE ALWAYS TRIGGER append_only;
