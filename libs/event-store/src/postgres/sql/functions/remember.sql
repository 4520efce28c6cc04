-- Notes the idempotency keys of the requests that were written: of a batch that began after a position, with these
-- numbers of events a request, without the refused ones.
CREATE FUNCTION event_store.remember(
  before bigint, event_counts integer[], requests integer[], keys text[], fingerprints text[], refused integer[]
) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  WITH place AS (
    SELECT c.request, c.events, before + 1 + sum(c.events) OVER (ORDER BY c.request) - c.events AS first
    FROM unnest(event_counts) WITH ORDINALITY AS c(events, request)
    WHERE c.request <> ALL (refused)
  )
  INSERT INTO event_store.idempotency (key, fingerprint, first_position, event_count)
  SELECT k.key, k.fingerprint, p.first, p.events
  FROM unnest(requests, keys, fingerprints) AS k(request, key, fingerprint)
  JOIN place p ON p.request = k.request;
END
$$;
