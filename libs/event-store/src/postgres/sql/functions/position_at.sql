-- The last position recorded at or before an instant, 0 if there is none. Positions have no gaps and instants never go
-- back, so a binary search over the primary key finds it without an index on the time.
CREATE FUNCTION event_store.position_at(instant timestamptz) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  low bigint := 0;
  high bigint := (SELECT h.position FROM event_store.head h);
  middle bigint;
BEGIN
  WHILE low < high LOOP
    middle := (low + high + 1) / 2;
    IF (SELECT e.recorded_at FROM event_store.event e WHERE e.position = middle) <= instant
    THEN low := middle;
    ELSE high := middle - 1;
    END IF;
  END LOOP;
  RETURN low;
END
$$;
