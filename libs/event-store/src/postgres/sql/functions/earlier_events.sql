-- Of these event ids, the ones that are in the log: [{request, eventId}].
CREATE FUNCTION event_store.earlier_events(requests integer[], ids uuid[]) RETURNS jsonb
LANGUAGE plpgsql STABLE
AS $$
BEGIN
  RETURN (
    SELECT coalesce(jsonb_agg(jsonb_build_object('request', g.request, 'eventId', g.id)), '[]')
    FROM unnest(requests, ids) AS g(request, id)
    WHERE EXISTS (SELECT FROM event_store.event e WHERE e.event_id = g.id)
  );
END
$$;
