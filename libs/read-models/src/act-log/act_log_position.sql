-- The latest acts.
create index act_log_position on read_model.act_log (position);
