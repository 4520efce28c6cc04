-- Copies of sources as they were, by the SHA-256 of their bytes.
create schema archive;
