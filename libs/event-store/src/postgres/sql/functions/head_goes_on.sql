-- Keeps the head from going back. (A condition on the trigger would be compiled anew for each update.)
CREATE FUNCTION event_store.head_goes_on() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF NEW.position < OLD.position OR NEW.recorded_at < OLD.recorded_at THEN
    RAISE EXCEPTION USING
      ERRCODE = 'insufficient_privilege', MESSAGE = 'UPDATE on event_store.head: the head never goes back';
  END IF;
  RETURN NEW;
END
$$;
