-- Refuses events just loaded after one position and up to another that leave a gap, go back in time, lie in the future,
-- or whose versions do not go on from the stream's last.
CREATE FUNCTION event_store.check_load(after bigint, up_to bigint, since timestamptz) RETURNS void
LANGUAGE plpgsql STABLE
AS $$
DECLARE
  bad bigint;
BEGIN
  SELECT min(e.position) INTO bad
  FROM (
    SELECT
      e.position, e.recorded_at, e.version, after + row_number() OVER log AS due,
      coalesce(lag(e.recorded_at) OVER log, since, '-infinity') AS earlier,
      row_number() OVER stream + coalesce((
        SELECT max(v.version) FROM event_store.event v
        WHERE v.stream_id = e.stream_id AND v.position <= after), 0) AS due_version
    FROM event_store.event e
    WHERE e.position > after AND e.position <= up_to
    WINDOW log AS (ORDER BY e.position), stream AS (PARTITION BY e.stream_id ORDER BY e.position)
  ) e
  WHERE e.position <> e.due OR e.version <> e.due_version
    OR e.recorded_at < e.earlier OR e.recorded_at > clock_timestamp();
  IF bad IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'data_exception', MESSAGE = format('event %s does not go on from the log', bad);
  END IF;
END
$$;
