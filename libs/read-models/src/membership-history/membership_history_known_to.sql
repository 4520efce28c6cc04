-- What ceased to be held between two positions.
create index membership_history_known_to on read_model.membership_history (known_to) where known_to is not null;
