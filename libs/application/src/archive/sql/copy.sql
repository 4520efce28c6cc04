create table archive.copy (
  -- Lower-case hexadecimal; the database computes it.
  sha256 text collate "C" primary key check (sha256 = encode(sha256(bytes), 'hex')),
  bytes bytea not null check (octet_length(bytes) between 1 and 10000000)
);
