CREATE TRIGGER stays BEFORE INSERT OR DELETE OR TRUNCATE ON event_store.head
  FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse('the log has one head');
ALTER TABLE event_store.head ENABLE ALWAYS TRIGGER stays;

CREATE TRIGGER goes_on BEFORE UPDATE ON event_store.head
  FOR EACH ROW EXECUTE FUNCTION event_store.head_goes_on();
ALTER TABLE event_store.head ENABLE ALWAYS TRIGGER goes_on;
