-- Keeps a copy and gives its name; one that is there already stays.
create function archive.keep(content bytea) returns text
language sql security definer set search_path = pg_catalog, pg_temp
begin atomic
  insert into archive.copy (sha256, bytes) values (encode(sha256(content), 'hex'), content) on conflict do nothing;
  select encode(sha256(content), 'hex');
end;
