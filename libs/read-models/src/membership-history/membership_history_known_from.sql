-- What was learned between two positions.
create index membership_history_known_from on read_model.membership_history (known_from);
