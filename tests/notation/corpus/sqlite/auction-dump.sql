-- expect: tables 9, columns 32, keys 9, uniques 4, references 9, checks 5, indexes 4
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "schema_migrations" ("version" varchar NOT NULL PRIMARY KEY);
INSERT INTO schema_migrations VALUES('20240101120000');
CREATE TABLE users(
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  email TEXT NOT NULL COLLATE NOCASE,
  name TEXT,
  created_at TEXT DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  CONSTRAINT users_email UNIQUE(email) ON CONFLICT IGNORE,
  CHECK(email LIKE '%_@_%')
);
INSERT INTO users VALUES(1,'o''hara@x.y','CREATE TABLE evil(id int);','2024-01-01');
INSERT INTO users VALUES(2,'b@x.y',replace('two\nlines; here','\n',char(10)),NULL);
CREATE TABLE [items](
  [id] INTEGER PRIMARY KEY,
  [seller] INTEGER NOT NULL REFERENCES [users]([id]) ON DELETE CASCADE ON UPDATE NO ACTION,
  [title] TEXT NOT NULL CHECK (length([title]) > 0),
  [blob] BLOB,
  [price guess] REAL DEFAULT -1.5
);
CREATE TABLE auctions(
  id INTEGER PRIMARY KEY,
  item INTEGER UNIQUE NOT NULL REFERENCES items DEFERRABLE INITIALLY DEFERRED,
  starts INT NOT NULL DEFAULT (unixepoch()),
  ends INT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK(state IN('open','closed','void')),
  duration INT AS (ends - starts) STORED,
  label TEXT GENERATED ALWAYS AS (state || ':' || id) VIRTUAL,
  CHECK(ends > starts)
) STRICT;
CREATE TABLE bids(auction INT NOT NULL, n INT NOT NULL, bidder INT NOT NULL, cents INT NOT NULL, at INT,
  PRIMARY KEY(auction, n DESC), UNIQUE(auction, cents),
  FOREIGN KEY(auction) REFERENCES auctions(id) ON DELETE RESTRICT,
  FOREIGN KEY(bidder) REFERENCES users(id)) WITHOUT ROWID;
CREATE TABLE watches("user" INTEGER, auction INTEGER, PRIMARY KEY("user", auction) ON CONFLICT REPLACE,
  FOREIGN KEY("user") REFERENCES users, FOREIGN KEY(auction) REFERENCES auctions ON DELETE CASCADE) WITHOUT ROWID, STRICT;
CREATE TABLE tags(name TEXT PRIMARY KEY ON CONFLICT IGNORE COLLATE NOCASE, "desc" TEXT) WITHOUT ROWID;
CREATE TABLE item_tags(item REFERENCES items ON DELETE CASCADE, tag REFERENCES tags(name), PRIMARY KEY(item,tag));
CREATE TABLE payments(id PRIMARY KEY, auction UNIQUE, "amount cents" INTEGER NOT NULL ON CONFLICT ABORT CHECK("amount cents">0), note, FOREIGN KEY(auction) REFERENCES auctions(id));
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('users',2);
CREATE INDEX bids_by_bidder ON bids(bidder, at DESC);
CREATE UNIQUE INDEX one_open ON auctions(item) WHERE state='open';
CREATE INDEX items_lower ON items(lower(title) COLLATE NOCASE, seller);
CREATE INDEX "auctions;closing" ON auctions(state, ends);
CREATE VIEW open_auctions(id, title) AS SELECT a.id, i.title FROM auctions a JOIN items i ON i.id=a.item;
CREATE TRIGGER bid_higher BEFORE INSERT ON bids BEGIN
  SELECT CASE WHEN NEW.cents <= (SELECT max(cents) FROM bids WHERE auction=NEW.auction) THEN RAISE(ABORT,'too low; try again') END;
  UPDATE auctions SET state='closed' WHERE ends < unixepoch();
END;
CREATE TRIGGER IF NOT EXISTS t2 AFTER UPDATE OF state ON auctions FOR EACH ROW WHEN NEW.state='closed' BEGIN INSERT INTO watches SELECT 1,2; END;
COMMIT;
