-- The sources at an address. Hashed, because an address may be longer than a B-tree takes.
create index dossier_address on read_model.dossier using hash (address);
