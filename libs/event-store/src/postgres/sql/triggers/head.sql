CREATE TRIGGER stays BEFORE INSERT OR DELETE OR TRUNCATE ON event_store.head
  FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse('the log has one head');
ALTER TABLE event_store.head ENABLE ALWAYS TRIGGER stays;

CREATE TRIGGER goes_on BEFORE UPDATE ON event_store.head
  FOR EACH ROW WHEN (NEW.position < OLD.position OR NEW.recorded_at < OLD.recorded_at OR NOT NEW.single)
  EXECUTE FUNCTION event_store.refuse('the head never goes back');
ALTER TABLE event_store.head ENABLE ALWAYS TRIGGER goes_on;
