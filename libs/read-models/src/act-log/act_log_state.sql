-- The acts of one state in any body.
create index act_log_state on read_model.act_log (state, effective_day);
