-- Names that have a text in them (`pattern` is the text for LIKE) or share triples of letters with it, the likest first.
create function read_model.names_like(kind text, asked text, pattern text, known_at bigint, most integer)
  returns table (stream text, name text)
  language sql stable
  -- The planner takes a comparison of trigrams to cost no more than one of numbers, and would make it with every name.
  set enable_seqscan = off
begin atomic
  select n.stream, n.name from read_model.name_index n
  where (n.normalised like pattern or n.normalised % asked or asked <% n.normalised)
    -- Not by starts_with: for that the planner would read the whole of another index.
    and split_part(n.stream, '-', 1) = kind and n.position <= known_at
  order by similarity(n.normalised, asked) desc, n.stream, n.name limit most;
end;
