-- The act of which something was said.
create index act_log_said on read_model.act_log using gin (said_ids);
