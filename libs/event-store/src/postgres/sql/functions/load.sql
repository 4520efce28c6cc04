-- Takes over a complete log, in as many calls of one transaction as it needs: [{position, eventId, …}], as they stand.
-- Accepted only by a log that was empty when the transaction began, and only if it could have been written here.
CREATE FUNCTION event_store.load(events jsonb) RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan SET jit = off
AS $$
DECLARE
  before event_store.head;
  loading boolean;
  written bigint;
BEGIN
  SELECT h.* INTO STRICT before FROM event_store.head h FOR UPDATE;
  SELECT h.xmin::text = pg_current_xact_id()::xid::text INTO STRICT loading FROM event_store.head h;
  IF before.position > 0 AND NOT loading THEN
    RAISE EXCEPTION USING ERRCODE = 'object_not_in_prerequisite_state', MESSAGE = 'the log is not empty';
  END IF;

  INSERT INTO event_store.event
    (position, event_id, stream_id, version, type, schema_version, data, metadata, recorded_at)
  SELECT e.position, e."eventId", e."streamId", e.version, e.type, e."schemaVersion", e.data, e.metadata, e."recordedAt"
  FROM jsonb_to_recordset(events) AS e(
    position bigint, "eventId" uuid, "streamId" text, version integer, type text, "schemaVersion" smallint,
    data jsonb, metadata jsonb, "recordedAt" timestamptz);
  GET DIAGNOSTICS written = ROW_COUNT;
  PERFORM event_store.check_load(before.position, written, before.recorded_at);

  UPDATE event_store.head h SET position = before.position + written, recorded_at = e.recorded_at
  FROM event_store.event e WHERE e.position = before.position + written;
  PERFORM pg_notify('chancery_events', (before.position + written)::text);
  RETURN before.position + written;
END
$$;
