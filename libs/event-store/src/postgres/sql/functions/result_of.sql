-- What the request with this idempotency key wrote: fingerprint, first position, count, instant and version of each
-- stream. NULL if there was none.
CREATE FUNCTION event_store.result_of(wanted text) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN (
    SELECT jsonb_build_object(
      'fingerprint', i.fingerprint,
      'first', i.first_position,
      'count', i.event_count,
      'recordedAt', event_store.instant(max(s.recorded_at)),
      'versions', jsonb_object_agg(s.stream_id, s.version))
    FROM event_store.idempotency i
    CROSS JOIN LATERAL (
      SELECT e.stream_id, max(e.version) AS version, max(e.recorded_at) AS recorded_at
      FROM event_store.event e
      WHERE e.position >= i.first_position AND e.position < i.first_position + i.event_count
      GROUP BY e.stream_id
    ) s
    WHERE i.key = wanted
    GROUP BY i.key
  );
END
$$;
