create trigger copy_is_kept before update or delete or truncate on archive.copy
  for each statement execute function archive.refuse();
