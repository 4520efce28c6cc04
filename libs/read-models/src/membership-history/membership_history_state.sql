-- The standing of one state in every body.
create index membership_history_state on read_model.membership_history (state, body);
