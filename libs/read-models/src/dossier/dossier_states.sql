-- The contacts of a state.
create index dossier_states on read_model.dossier using gin (states);
