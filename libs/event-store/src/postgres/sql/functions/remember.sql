-- Notes the idempotency keys of the requests that were written, of a batch that began after a position.
CREATE FUNCTION event_store.remember(
  before bigint, event_counts integer[], requests integer[], keys text[], fingerprints text[], refused integer[]
) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  first bigint := before + 1;
  key integer := 1;
BEGIN
  FOR request IN 1 .. cardinality(event_counts) LOOP
    CONTINUE WHEN request = ANY (refused);
    INSERT INTO event_store.idempotency (key, fingerprint, first_position, event_count)
    SELECT k.key, k.fingerprint, first, event_counts[request]
    FROM unnest(requests, keys, fingerprints) AS k(request, key, fingerprint)
    WHERE k.request = remember.request;
    first := first + event_counts[request];
  END LOOP;
END
$$;
