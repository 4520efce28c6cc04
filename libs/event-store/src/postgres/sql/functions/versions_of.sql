-- The version of each of these streams, 0 for one that does not exist, in the same order.
CREATE FUNCTION event_store.versions_of(stream_ids text[]) RETURNS integer[]
LANGUAGE plpgsql STABLE
AS $$
BEGIN
  RETURN ARRAY(
    SELECT coalesce((
      SELECT e.version FROM event_store.event e WHERE e.stream_id = s.id ORDER BY e.version DESC LIMIT 1), 0)
    FROM unnest(stream_ids) WITH ORDINALITY AS s(id, number)
    ORDER BY s.number
  );
END
$$;
