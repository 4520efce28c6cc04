-- Lets an exclusion constraint compare numbers with `=` beside ranges with `&&`.
create extension if not exists btree_gist;
