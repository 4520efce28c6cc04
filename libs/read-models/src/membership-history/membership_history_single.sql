-- What rests on one independent source as it is known now, the latest first.
create index membership_history_single on read_model.membership_history (known_from desc)
  where known_to is null and sources = 1;
