-- Decides and writes a batch of requests under the lock of the head row, each request for itself.
--
-- Requests are numbered from 1; numbers of requests and streams refer to these lists:
--   a request: metadata (a JSON array), event_counts
--   a stream written or looked at: stream_requests, stream_ids, expectations (a version; -1: any; -2: it exists)
--   an event, in the order of requests: event_streams (number of its stream), event_stream_ids, event_numbers (1.. in
--     its stream), event_ids, types, schema_versions, data (a JSON array)
--   an idempotency key: key_requests, keys, fingerprints
--   an event id that the caller chose, so that it may be in the log already: given_requests, given_ids
-- No two requests of a batch may have a key, an event id or a written stream in common: the caller sees to that.
--
-- Gives {before, recordedAt, versions, refused, earlier, duplicates}: the last position and each stream's version before
-- the batch, the numbers of the requests that were not written, those whose key was used (with what it wrote), and those
-- with an event id that is taken. A refusal in neither list is an expectation not met. All others are written.
CREATE FUNCTION event_store.append(
  metadata jsonb, event_counts integer[],
  stream_requests integer[], stream_ids text[], expectations integer[],
  event_streams integer[], event_stream_ids text[], event_numbers integer[], event_ids uuid[],
  types text[], schema_versions smallint[], data jsonb,
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
  earlier jsonb;
  duplicates jsonb;
  refused integer[];
  written bigint;
BEGIN
  SELECT h.position, h.recorded_at INTO STRICT before, instant FROM event_store.head h WHERE h.single FOR UPDATE;
  instant := greatest(date_trunc('milliseconds', clock_timestamp()), instant);
  versions := event_store.versions_of(stream_ids);

  IF cardinality(keys) > 0 THEN earlier := event_store.earlier_requests(key_requests, keys); END IF;
  IF cardinality(given_ids) > 0 THEN duplicates := event_store.earlier_events(given_requests, given_ids); END IF;
  refused := ARRAY(
    SELECT s.request FROM unnest(stream_requests, expectations, versions) AS s(request, expected, version)
    WHERE CASE s.expected WHEN -1 THEN false WHEN -2 THEN s.version = 0 ELSE s.version <> s.expected END
    UNION ALL SELECT r.request FROM jsonb_to_recordset(earlier) AS r(request integer)
    UNION ALL SELECT r.request FROM jsonb_to_recordset(duplicates) AS r(request integer));

  INSERT INTO event_store.event
    (position, event_id, stream_id, version, type, schema_version, data, metadata, recorded_at)
  SELECT
    before + row_number() OVER (ORDER BY e.n), e.id, e.stream_id, versions[e.stream] + e.number,
    e.type, e.schema_version, e.data, metadata -> (stream_requests[e.stream] - 1), instant
  FROM ROWS FROM (
    unnest(event_streams), unnest(event_stream_ids), unnest(event_numbers), unnest(event_ids),
    unnest(types), unnest(schema_versions), jsonb_array_elements(data)
  ) WITH ORDINALITY AS e(stream, stream_id, number, id, type, schema_version, data, n)
  WHERE stream_requests[e.stream] <> ALL (refused);
  GET DIAGNOSTICS written = ROW_COUNT;

  IF written > 0 THEN
    IF cardinality(keys) > 0 THEN
      PERFORM event_store.remember(before, event_counts, key_requests, keys, fingerprints, refused);
    END IF;
    UPDATE event_store.head h SET position = before + written, recorded_at = instant WHERE h.single;
    PERFORM pg_notify('chancery_events', (before + written)::text);
  END IF;
  RETURN json_build_object(
    'before', before, 'recordedAt', event_store.instant(instant), 'versions', versions,
    'refused', refused, 'earlier', earlier, 'duplicates', duplicates);
END
$$;
