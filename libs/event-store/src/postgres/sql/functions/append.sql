-- Decides and writes a batch of requests under the lock of the head row, each request for itself.
--
-- Requests are numbered from 1; numbers of requests and streams refer to these lists:
--   a request: metadata (a JSON array), event_counts, events_before (of the requests before it)
--   a stream written or looked at: stream_requests, stream_ids, expectations (a version; -1: any; -2: it exists)
--   an event, in the order of requests: event_streams (number of its stream), event_numbers (1.. in its stream),
--     event_ids, types, schema_versions, data (a JSON array)
--   an idempotency key: key_requests, keys, fingerprints
--   an event id that the caller chose, so that it may be in the log already: given_requests, given_ids
-- No two requests of a batch may have a key, an event id or a written stream in common: the caller sees to that.
--
-- Gives {before, recordedAt, versions, refused, earlier, duplicates}: the last position and each stream's version before
-- the batch, the numbers of the requests that were not written, those whose key was used (with what it wrote), and those
-- with an event id that is taken. A refusal in neither list is an expectation not met. All others are written.
CREATE FUNCTION event_store.append(
  metadata jsonb, event_counts integer[], events_before integer[],
  stream_requests integer[], stream_ids text[], expectations integer[],
  event_streams integer[], event_numbers integer[], event_ids uuid[], types text[], schema_versions smallint[], data jsonb,
  key_requests integer[], keys text[], fingerprints text[],
  given_requests integer[], given_ids uuid[]
) RETURNS json
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
-- A plan that was made while the log was small must be right when it is large.
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan SET jit = off
AS $$
DECLARE
  before bigint;
  instant timestamptz;
  versions integer[];
  earlier jsonb := '[]';
  duplicates jsonb := '[]';
  refused integer[] := '{}';
  skipped integer[];
  written bigint;
BEGIN
  SELECT h.position, h.recorded_at INTO STRICT before, instant FROM event_store.head h FOR UPDATE;
  instant := greatest(date_trunc('milliseconds', clock_timestamp()), instant);

  versions := ARRAY(
    SELECT coalesce((
      SELECT e.version FROM event_store.event e WHERE e.stream_id = s.id ORDER BY e.version DESC LIMIT 1), 0)
    FROM unnest(stream_ids) WITH ORDINALITY AS s(id, number) ORDER BY s.number);
  IF versions <> expectations THEN
    refused := ARRAY(
      SELECT s.request FROM unnest(stream_requests, expectations, versions) AS s(request, expected, version)
      WHERE CASE s.expected WHEN -1 THEN false WHEN -2 THEN s.version = 0 ELSE s.version <> s.expected END);
  END IF;
  IF cardinality(keys) > 0 THEN earlier := event_store.earlier_requests(key_requests, keys); END IF;
  IF cardinality(given_ids) > 0 THEN duplicates := event_store.earlier_events(given_requests, given_ids); END IF;
  IF earlier <> '[]' OR duplicates <> '[]' THEN
    refused := refused || ARRAY(SELECT r.request FROM jsonb_to_recordset(earlier || duplicates) AS r(request integer));
  END IF;
  IF cardinality(refused) > 0 THEN skipped := event_store.events_skipped(event_counts, refused); END IF;

  INSERT INTO event_store.event
    (position, event_id, stream_id, version, type, schema_version, data, metadata, recorded_at)
  SELECT
    before + e.n - coalesce(skipped[stream_requests[event_streams[e.n]]], 0),
    event_ids[e.n], stream_ids[event_streams[e.n]], versions[event_streams[e.n]] + event_numbers[e.n],
    types[e.n], schema_versions[e.n], e.data, metadata -> (stream_requests[event_streams[e.n]] - 1), instant
  FROM jsonb_array_elements(data) WITH ORDINALITY AS e(data, n)
  WHERE stream_requests[event_streams[e.n]] <> ALL (refused);
  GET DIAGNOSTICS written = ROW_COUNT;

  IF written > 0 THEN
    IF cardinality(keys) > 0 THEN
      INSERT INTO event_store.idempotency (key, fingerprint, first_position, event_count)
      SELECT
        k.key, k.fingerprint, before + 1 + events_before[k.request] - coalesce(skipped[k.request], 0),
        event_counts[k.request]
      FROM unnest(key_requests, keys, fingerprints) AS k(request, key, fingerprint)
      WHERE k.request <> ALL (refused);
    END IF;
    UPDATE event_store.head h SET position = before + written, recorded_at = instant;
    PERFORM pg_notify('chancery_events', (before + written)::text);
  END IF;
  RETURN json_build_object(
    'before', before, 'recordedAt', event_store.instant(instant), 'versions', versions,
    'refused', refused, 'earlier', earlier, 'duplicates', duplicates);
END
$$;
