-- Of these requests, the ones whose idempotency key is in use: [{request, result}].
CREATE FUNCTION event_store.earlier_requests(requests integer[], keys text[]) RETURNS jsonb
LANGUAGE plpgsql STABLE
AS $$
BEGIN
  RETURN (
    SELECT coalesce(jsonb_agg(jsonb_build_object('request', k.request, 'result', event_store.result_of(k.key))), '[]')
    FROM unnest(requests, keys) AS k(request, key)
    WHERE EXISTS (SELECT FROM event_store.idempotency i WHERE i.key = k.key)
  );
END
$$;
