-- What changed between two days.
create index membership_history_valid_from on read_model.membership_history (valid_from);
