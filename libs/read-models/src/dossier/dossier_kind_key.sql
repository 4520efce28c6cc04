-- One register, in the order of its keys.
create index dossier_kind_key on read_model.dossier (kind, key);
