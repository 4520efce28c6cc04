-- What rests on discredited sources alone as it is known now, the latest first.
create index membership_history_discredited on read_model.membership_history (known_from desc)
  where known_to is null and (discredited or reported_discredited);
