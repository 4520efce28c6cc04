-- Who works with the register: accounts, their sessions, and what they have begun. None of it is part of the log.
create schema accounts;
