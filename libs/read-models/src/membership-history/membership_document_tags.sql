-- All lines of one body.
create index membership_document_tags on read_model.membership_document using gin (tags);
