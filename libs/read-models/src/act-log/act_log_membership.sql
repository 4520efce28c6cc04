-- The acts of one membership, in the order of their days.
create index act_log_membership on read_model.act_log (body, state, effective_day);
