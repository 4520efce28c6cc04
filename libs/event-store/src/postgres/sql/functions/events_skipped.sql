-- For each request of a batch, how many events of refused requests come before its own.
CREATE FUNCTION event_store.events_skipped(event_counts integer[], refused integer[]) RETURNS integer[]
LANGUAGE plpgsql IMMUTABLE
AS $$
DECLARE
  skipped integer[];
  total integer := 0;
BEGIN
  FOR request IN 1 .. cardinality(event_counts) LOOP
    skipped[request] := total;
    IF request = ANY (refused) THEN total := total + event_counts[request]; END IF;
  END LOOP;
  RETURN skipped;
END
$$;
