-- expect: tables 8, columns 35, keys 7, uniques 1, references 11, checks 5, indexes 5
-- sqlite3 social.db .schema
CREATE TABLE `user` (`id` integer primary key autoincrement, `handle` varchar(30) not null, `joined` datetime default current_timestamp, `bio` text default '', `is_admin` tinyint(1) default '0');
CREATE UNIQUE INDEX `user_handle_unique` on `user` (`handle`);
CREATE TABLE post (
    id            INTEGER       PRIMARY KEY,
    author_id     INTEGER       NOT NULL
                                REFERENCES user (id) ON DELETE CASCADE,
    parent_id     INTEGER       REFERENCES post (id) ON DELETE SET NULL
                                                     MATCH SIMPLE,
    body          TEXT          NOT NULL
                                CHECK (length(body) <= 500),
    lang          CHAR (2)      DEFAULT 'en',
    score         DOUBLE PRECISION NOT NULL
                                DEFAULT (0.0),
    created       DATETIME      DEFAULT (CURRENT_TIMESTAMP) 
                                NOT NULL
);
CREATE INDEX post_author ON post (author_id ASC, created DESC);
CREATE INDEX post_thread ON post (parent_id) WHERE parent_id IS NOT NULL;
CREATE VIRTUAL TABLE post_fts USING fts5(body, lang UNINDEXED, content='post', content_rowid='id', tokenize="porter unicode61")
/* post_fts(body,lang) */;
CREATE TABLE follow (
    follower INTEGER NOT NULL CONSTRAINT fk_a REFERENCES user(id),
    followee INTEGER NOT NULL CONSTRAINT fk_b REFERENCES user(id),
    since    INTEGER NOT NULL DEFAULT (strftime('%s', 'now')),
    CONSTRAINT pk_follow PRIMARY KEY (follower, followee),
    CONSTRAINT not_self CHECK (follower <> followee)
)
WITHOUT ROWID;
CREATE TABLE likes (user_id INTEGER, post_id INTEGER, kind TEXT CONSTRAINT k CHECK (kind IN ('like', 'love')) DEFAULT 'like',
  CONSTRAINT "pk likes" PRIMARY KEY (user_id, post_id),
  CONSTRAINT fk1 FOREIGN KEY (user_id) REFERENCES user (id) ON DELETE CASCADE,
  CONSTRAINT fk2 FOREIGN KEY (post_id) REFERENCES post (id) ON DELETE CASCADE);
CREATE TABLE media (
  id TEXT PRIMARY KEY NOT NULL DEFAULT (lower(hex(randomblob(16)))),
  post_id INTEGER NOT NULL,
  url TEXT NOT NULL UNIQUE,
  w INTEGER, h INTEGER, -- pixels; never 0
  meta TEXT CHECK (json_valid(meta)),
  ratio REAL GENERATED ALWAYS AS (CAST(w AS REAL) / h),
  FOREIGN KEY (post_id) REFERENCES post (id) ON DELETE CASCADE
);
CREATE INDEX media_kind ON media (json_extract(meta, '$.kind'), post_id);
CREATE TABLE message(id INTEGER PRIMARY KEY, sender INTEGER NOT NULL REFERENCES user, receiver INTEGER NOT NULL REFERENCES user, text TEXT, sent TIMESTAMP DEFAULT CURRENT_TIMESTAMP, CHECK(sender!=receiver));
CREATE INDEX idx_message ON message(min(sender,receiver), max(sender,receiver), sent);
CREATE TABLE block (who INTEGER NOT NULL, whom INTEGER NOT NULL, PRIMARY KEY (who, whom), FOREIGN KEY (who, whom) REFERENCES follow (followee, follower) ON UPDATE CASCADE);
CREATE TRIGGER post_ai AFTER INSERT ON post BEGIN
  INSERT INTO post_fts(rowid, body, lang) VALUES (new.id, new.body, new.lang);
END;
CREATE TRIGGER post_au AFTER UPDATE ON post BEGIN
  INSERT INTO post_fts(post_fts, rowid, body) VALUES('delete', old.id, old.body);
  INSERT INTO post_fts(rowid, body) SELECT new.id, CASE WHEN new.lang IS NULL THEN new.body ELSE new.lang END;
END;
CREATE VIEW timeline AS SELECT p.* FROM post p
/* timeline(id,author_id,parent_id,body,lang,score,created) */;
ALTER TABLE user ADD COLUMN avatar TEXT REFERENCES media(id) ON DELETE SET NULL;
ALTER TABLE message RENAME COLUMN text TO body;
