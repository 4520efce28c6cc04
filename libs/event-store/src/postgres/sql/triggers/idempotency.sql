CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event_store.idempotency
  FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse('a used key stays used');
ALTER TABLE event_store.idempotency ENABLE ALWAYS TRIGGER append_only;
