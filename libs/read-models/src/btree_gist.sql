-- Lets an exclusion constraint compare text with `=` beside ranges with `&&`.
create extension if not exists btree_gist;
