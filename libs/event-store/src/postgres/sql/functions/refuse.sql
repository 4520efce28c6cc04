-- What the append-only triggers call: refuses with the message given to the trigger.
CREATE FUNCTION event_store.refuse() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION USING
    ERRCODE = 'insufficient_privilege',
    MESSAGE = format('%s on event_store.%s: %s', TG_OP, TG_TABLE_NAME, TG_ARGV[0]);
END
$$;
