-- expect: tables 4, columns 13, keys 4, uniques 1, references 4, checks 1, indexes 3
CREATE TABLE IF NOT EXISTS "folders" (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name TEXT NOT NULL COLLATE NOCASE, parent_id INTEGER REFERENCES folders(id) ON DELETE CASCADE, UNIQUE(parent_id, name));
CREATE TABLE notes(
  id INTEGER PRIMARY KEY,
  folder_id INTEGER NOT NULL DEFAULT 1 REFERENCES folders ON DELETE SET DEFAULT ON UPDATE CASCADE,
  title, body TEXT DEFAULT '',
  pinned BOOLEAN NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  updated_at DATETIME DEFAULT CURRENT_TIMESTAMP
);
CREATE TABLE tags(name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE note_tags(note_id INTEGER NOT NULL, tag TEXT NOT NULL, PRIMARY KEY(note_id, tag), FOREIGN KEY(note_id) REFERENCES notes(id) ON DELETE CASCADE, FOREIGN KEY(tag) REFERENCES tags(name) ON UPDATE CASCADE) WITHOUT ROWID;
CREATE INDEX note_tags_tag ON note_tags(tag, note_id);
CREATE INDEX notes_recent ON notes(updated_at DESC) WHERE pinned = 0;
CREATE UNIQUE INDEX notes_title ON notes(folder_id, lower(title));
CREATE TRIGGER notes_touch AFTER UPDATE ON notes FOR EACH ROW WHEN new.updated_at = old.updated_at
BEGIN
  UPDATE notes SET updated_at = CURRENT_TIMESTAMP WHERE id = new.id;
  INSERT INTO tags(name) VALUES ('x;y');
END;
CREATE VIEW pinned AS SELECT * FROM notes WHERE pinned = 1;
/* No STAT tables available */
