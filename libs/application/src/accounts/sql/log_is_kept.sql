create trigger log_is_kept before update or delete or truncate on accounts.log
  for each statement execute function accounts.refuse();
