create index throttle_since on accounts.throttle (since);
