-- The acts that rest on a source.
create index act_log_sources on read_model.act_log using gin (sources);
