-- An instant as the text that callers see: ISO 8601 in UTC with milliseconds, whatever the session's settings.
CREATE FUNCTION event_store.instant(at timestamptz) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;
