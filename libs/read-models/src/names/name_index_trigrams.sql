-- Finds names that share a part with what is looked for.
create index name_index_trigrams on read_model.name_index using gin (normalised gin_trgm_ops);
