-- expect: tables 19, columns 85, keys 15, uniques 8, references 23, checks 15, indexes 9
PRAGMA journal_mode=WAL;
PRAGMA user_version = 7;
-- auction house, .schema output of three files stuck together
CREATE TABLE members(id INTEGER PRIMARY KEY, nick TEXT NOT NULL COLLATE NOCASE UNIQUE ON CONFLICT IGNORE, mail VARCHAR(255) UNIQUE, pw BLOB, rating REAL DEFAULT 0.0 CHECK(rating>=0 AND rating<=5), joined INT DEFAULT (strftime('%s','now')), banned BOOLEAN DEFAULT FALSE);
CREATE TABLE [member addresses] (
  [member id] INTEGER NOT NULL REFERENCES members(id) ON DELETE CASCADE,
  [label] TEXT DEFAULT 'home',
  street TEXT, zip TEXT CHECK (zip GLOB '[0-9]*'), city TEXT,
  PRIMARY KEY ([member id], [label])
) WITHOUT ROWID;
CREATE TABLE `categories` (`id` integer primary key, `parent` integer references `categories`, `name` text not null, `lft` integer, `rgt` integer, constraint `tree` check (`lft` < `rgt`), unique (`parent`, `name`));
CREATE TABLE 'items' (
  'id' INTEGER PRIMARY KEY AUTOINCREMENT,
  'seller' INTEGER NOT NULL,
  'category' INTEGER DEFAULT NULL,
  'title' VARCHAR ( 200 ) NOT NULL,
  'body' CLOB,
  'condition' TEXT CHECK ( condition IN ('new','used','broken') ),
  'weight' NUMERIC ( 6 , 2 ),
  FOREIGN KEY('category') REFERENCES 'categories'('id') ON UPDATE CASCADE ON DELETE SET NULL,
  FOREIGN KEY('seller') REFERENCES 'members'('id')
);
CREATE TABLE photos (item INTEGER NOT NULL REFERENCES items, n INTEGER NOT NULL, jpeg BLOB NOT NULL, w INT, h INT, PRIMARY KEY (item, n) ON CONFLICT REPLACE);
CREATE TABLE auctions (
	id INTEGER PRIMARY KEY DESC,
	item INTEGER NOT NULL UNIQUE REFERENCES items(id) DEFERRABLE INITIALLY DEFERRED,
	starts TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
	ends TEXT NOT NULL,
	reserve INTEGER, -- cents
	step INTEGER NOT NULL DEFAULT 100 CONSTRAINT step_positive CHECK (step > 0),
	state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'live', 'sold', 'void')),
	winner INTEGER REFERENCES members ON DELETE SET NULL,
	/* the end is after
	   the start */
	CONSTRAINT in_order CHECK (ends > starts),
	CHECK (state <> 'sold' OR winner NOT NULL)
) STRICT;
CREATE INDEX auctions_live ON auctions(ends) WHERE state = 'live';
CREATE INDEX auctions_winner ON auctions (winner, ends DESC);
CREATE TABLE bids (
	auction INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	bidder INTEGER NOT NULL,
	cents INTEGER NOT NULL CHECK (typeof(cents) = 'integer' AND cents > 0),
	proxy_max INTEGER,
	at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
	PRIMARY KEY (auction, seq),
	UNIQUE (auction, cents) ON CONFLICT ABORT,
	CONSTRAINT bid_auction FOREIGN KEY (auction) REFERENCES auctions (id) ON DELETE CASCADE,
	CONSTRAINT bid_bidder FOREIGN KEY (bidder) REFERENCES members (id) MATCH SIMPLE NOT DEFERRABLE,
	CHECK (proxy_max IS NULL OR proxy_max >= cents)
) STRICT, WITHOUT ROWID;
CREATE INDEX bids_bidder ON bids (bidder, at DESC);
CREATE TABLE watches(member, auction, since DATETIME DEFAULT CURRENT_TIMESTAMP, PRIMARY KEY(member, auction), FOREIGN KEY(member) REFERENCES members ON DELETE CASCADE, FOREIGN KEY(auction) REFERENCES auctions ON DELETE CASCADE);
CREATE TABLE questions (id INTEGER PRIMARY KEY, auction INTEGER REFERENCES auctions, asker INTEGER REFERENCES members, q TEXT NOT NULL, a TEXT, answered AS (a IS NOT NULL) STORED);
CREATE INDEX questions_open ON questions (auction) WHERE a IS NULL;
CREATE TABLE payments (
  auction INTEGER PRIMARY KEY REFERENCES auctions (id),
  payer INTEGER NOT NULL REFERENCES members (id),
  cents INTEGER NOT NULL, fee INTEGER GENERATED ALWAYS AS (cents / 20) VIRTUAL,
  method TEXT NOT NULL DEFAULT "card" CHECK (method IN ('card', 'sepa', 'cash')),
  paid_at TEXT, ref TEXT UNIQUE
);
CREATE TABLE shipments (id TEXT PRIMARY KEY NOT NULL, auction INTEGER NOT NULL, address_member INTEGER, address_label TEXT, carrier TEXT, tracking TEXT,
  UNIQUE (carrier, tracking),
  FOREIGN KEY (auction) REFERENCES payments (auction),
  FOREIGN KEY (address_member, address_label) REFERENCES [member addresses] ([member id], label) ON UPDATE CASCADE);
CREATE TABLE feedback (auction INTEGER REFERENCES auctions, "from" INTEGER REFERENCES members, "to" INTEGER REFERENCES members, stars INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5), note TEXT, PRIMARY KEY (auction, "from"), CHECK ("from" != "to"));
CREATE UNIQUE INDEX feedback_once ON feedback (auction, "to");
CREATE TABLE tags(tag TEXT PRIMARY KEY COLLATE NOCASE) WITHOUT ROWID;
CREATE TABLE item_tags(item INTEGER REFERENCES items ON DELETE CASCADE, tag TEXT REFERENCES tags ON DELETE CASCADE ON UPDATE CASCADE, UNIQUE(item, tag));
CREATE INDEX item_tags_tag ON item_tags(tag COLLATE NOCASE ASC);
CREATE TABLE fees(from_cents INTEGER PRIMARY KEY, percent DECIMAL(4,2) NOT NULL, CONSTRAINT "sane" CHECK(percent BETWEEN 0 AND 30));
CREATE TEMP TABLE import_rows (line TEXT, ok);
CREATE VIRTUAL TABLE items_fts USING fts5(title, body, content='items', content_rowid='id', tokenize = 'porter unicode61');
CREATE TABLE settings(k TEXT PRIMARY KEY, v ANY) STRICT;
CREATE TABLE log(at INTEGER, who INTEGER, what TEXT, data JSON CHECK (json_valid(data)));
CREATE INDEX log_at ON log(at); CREATE INDEX log_who ON log(who, at) WHERE who IS NOT NULL;
CREATE INDEX log_kind ON log(json_extract(data, '$.kind'), lower(what));
CREATE TRIGGER bid_check BEFORE INSERT ON bids
WHEN NEW.cents <= (SELECT COALESCE(MAX(cents), 0) FROM bids WHERE auction = NEW.auction)
BEGIN
  SELECT RAISE(ABORT, 'too low; bid more');
  UPDATE auctions SET state = CASE WHEN 1 THEN 'live' ELSE state END WHERE id = NEW.auction;
END;
CREATE VIEW top AS SELECT auction, MAX(cents) AS cents FROM bids GROUP BY auction
/* top(auction,cents) */;
ALTER TABLE members ADD COLUMN invited_by INTEGER REFERENCES members(id);
ALTER TABLE items RENAME TO lots;
ALTER TABLE payments RENAME ref TO provider_ref;
ALTER TABLE photos DROP COLUMN h;
ANALYZE sqlite_schema;
INSERT INTO sqlite_sequence VALUES('items', 42);
