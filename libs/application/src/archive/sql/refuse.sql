-- A copy is never changed and never taken away, not even by its owner.
create function archive.refuse() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception 'a stored copy is never changed: % refused', tg_op using errcode = 'restrict_violation';
end
$$;
