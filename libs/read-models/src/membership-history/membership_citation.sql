-- Which memberships cite a source: the lines to derive anew when it is discredited or reinstated.
create table read_model.membership_citation (
  source text collate "C" not null,
  body text collate "C" not null,
  state text collate "C" not null,
  primary key (source, body, state)
);
