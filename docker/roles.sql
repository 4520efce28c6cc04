-- The roles and the database of Chancery. Run once with psql, as an administrator of the server. The passwords come
-- from the environment (CHANCERY_OWNER_PASSWORD, CHANCERY_WRITER_PASSWORD, CHANCERY_READER_PASSWORD,
-- CHANCERY_PROJECTOR_PASSWORD, CHANCERY_ACCOUNTS_PASSWORD) or as psql variables:
--
--   psql -v owner_password=... -v writer_password=... -v reader_password=... -v projector_password=... \
--        -v accounts_password=... -f roles.sql
--
-- Safe to run again: it then sets the passwords given. What each role may do inside the database is granted by the
-- migrations, which run as chancery_owner when the program starts.

\set ON_ERROR_STOP on
\getenv owner_password CHANCERY_OWNER_PASSWORD
\getenv writer_password CHANCERY_WRITER_PASSWORD
\getenv reader_password CHANCERY_READER_PASSWORD
\getenv projector_password CHANCERY_PROJECTOR_PASSWORD
\getenv accounts_password CHANCERY_ACCOUNTS_PASSWORD

select :{?owner_password} and :{?writer_password} and :{?reader_password} and :{?projector_password}
  and :{?accounts_password} as complete
\gset
\if :complete
\else
do $$ begin raise 'A password is missing: give one for the owner, the writer, the reader, the projector and the accounts.'; end $$;
\endif

select format('create role %I', name)
from unnest(array['chancery_owner', 'chancery_writer', 'chancery_reader', 'chancery_projector', 'chancery_accounts']) as name
where not exists (select from pg_roles where rolname = name)
\gexec

alter role chancery_owner login password :'owner_password';
alter role chancery_writer login password :'writer_password';
alter role chancery_reader login password :'reader_password';
alter role chancery_projector login password :'projector_password';
alter role chancery_accounts login password :'accounts_password';

-- With DATABASE_URL alone the program signs in as the owner and takes on the narrower roles.
grant chancery_writer, chancery_reader, chancery_projector, chancery_accounts to chancery_owner;

select $$create database chancery owner chancery_owner template template0 encoding 'UTF8' locale_provider libc locale 'C.UTF-8'$$
where not exists (select from pg_database where datname = 'chancery')
\gexec

revoke connect, temporary on database chancery from public;
grant connect on database chancery to chancery_writer, chancery_reader, chancery_projector, chancery_accounts;
