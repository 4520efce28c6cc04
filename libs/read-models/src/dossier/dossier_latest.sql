-- One register, the latest first.
create index dossier_latest on read_model.dossier (kind, position desc);
