-- The reader reads, the projector keeps the tables; nobody else does either.
grant usage on schema read_model to chancery_reader, chancery_projector;
grant select on all tables in schema read_model to chancery_reader;
grant select, insert, update, delete on all tables in schema read_model to chancery_projector;
revoke execute on function read_model.names_like from public;
grant execute on function read_model.names_like to chancery_reader;
