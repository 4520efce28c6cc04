-- What is disputed as it is known now, the latest first.
create index membership_history_disputed on read_model.membership_history (known_from desc)
  where known_to is null and (disputed or reported_disputed);
