-- What is on this record stays, for its owner too.
create function accounts.refuse() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception 'the log of accounts is only added to: % refused', tg_op using errcode = 'restrict_violation';
end
$$;
