-- expect: tables 4, columns 17, keys 4, uniques 1, references 3, checks 3, indexes 2
PRAGMA foreign_keys = ON;
PRAGMA journal_mode = WAL;
BEGIN TRANSACTION;
CREATE TABLE households (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL) STRICT;
CREATE TABLE members (
  household TEXT NOT NULL REFERENCES households (id) ON DELETE CASCADE,
  email TEXT NOT NULL,
  role TEXT NOT NULL DEFAULT 'member' CHECK (role IN ('owner', 'member')),
  PRIMARY KEY (household, email)
) STRICT, WITHOUT ROWID;
CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  household TEXT NOT NULL REFERENCES households (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  kind ANY,
  opened INT NOT NULL DEFAULT (unixepoch()),
  CONSTRAINT account_name UNIQUE (household, name) ON CONFLICT REPLACE
) STRICT;
CREATE TABLE entries (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL,
  amount INTEGER NOT NULL CONSTRAINT not_zero CHECK (amount <> 0),
  day TEXT NOT NULL,
  month TEXT GENERATED ALWAYS AS (substr(day, 1, 7)) VIRTUAL,
  memo TEXT,
  attachment BLOB,
  CONSTRAINT entry_account FOREIGN KEY (account) REFERENCES accounts (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT day_format CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX entries_by_day ON entries (account, day DESC);
CREATE INDEX entries_by_month ON entries (month);
COMMIT;
