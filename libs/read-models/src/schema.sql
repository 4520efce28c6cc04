-- What is read: made from the log, and never the truth itself.
create schema read_model;
