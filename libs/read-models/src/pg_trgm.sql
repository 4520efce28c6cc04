-- Compares texts by the triples of letters that they share.
create extension if not exists pg_trgm;
