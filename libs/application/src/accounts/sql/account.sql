create table accounts.account (
  id uuid primary key,
  -- What is typed to sign in; lower case, and never changed: the log of events names its actors by it.
  name text collate "C" not null constraint account_name unique,
  display_name text not null,
  -- argon2id in PHC form; null for who signs in otherwise, or has not chosen a password yet.
  password_hash text,
  roles text[] not null,
  disabled boolean not null default false,
  -- By which a provider's verified e-mail address is recognised, once.
  email text collate "C" constraint account_email unique,
  -- Who this is for an OpenID provider, from the first sign-in there on.
  oidc_issuer text collate "C",
  oidc_subject text collate "C",
  created_at timestamptz not null,
  constraint account_oidc unique (oidc_issuer, oidc_subject),
  constraint account_roles_known check (roles <@ array['recorder', 'auditor', 'admin']),
  constraint account_name_lower check (name = lower(name) and length(name) between 1 and 100)
);
