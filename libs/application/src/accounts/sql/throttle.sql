-- Attempts to sign in, by name and by address, of the last minutes.
create table accounts.throttle (
  -- SHA-256 of what is counted.
  key bytea primary key,
  attempts integer not null,
  since timestamptz not null
);
