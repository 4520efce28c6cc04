-- The writer keeps, the reader reads; nobody else does either.
revoke all on schema archive from public;
revoke all on all functions in schema archive from public;
grant usage on schema archive to chancery_writer, chancery_reader;
grant execute on function archive.keep to chancery_writer;
grant select on archive.copy to chancery_reader;
