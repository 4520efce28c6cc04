-- Refuses events just loaded after a position, so many of them, that leave a gap, go back in time, lie in the future, or
-- whose versions do not go on from the stream's last.
CREATE FUNCTION event_store.check_load(after bigint, loaded bigint, since timestamptz) RETURNS void
LANGUAGE plpgsql STABLE
AS $$
DECLARE
  fitting bigint;
BEGIN
  SELECT count(*) INTO fitting
  FROM (
    SELECT
      e.position, e.recorded_at, e.version, after + row_number() OVER log AS due,
      coalesce(lag(e.recorded_at) OVER log, since, '-infinity') AS earlier,
      row_number() OVER stream + coalesce((
        SELECT max(v.version) FROM event_store.event v
        WHERE v.stream_id = e.stream_id AND v.position <= after), 0) AS due_version
    FROM event_store.event e
    WHERE e.position > after
    WINDOW log AS (ORDER BY e.position), stream AS (PARTITION BY e.stream_id ORDER BY e.position)
  ) e
  WHERE e.position = e.due AND e.version = e.due_version
    AND e.recorded_at >= e.earlier AND e.recorded_at <= clock_timestamp();
  IF fitting <> loaded THEN
    RAISE EXCEPTION USING
      ERRCODE = 'data_exception',
      MESSAGE = format('%s of %s events after %s do not go on from the log', loaded - fitting, loaded, after);
  END IF;
END
$$;
