-- expect: tables 5, columns 19, keys 4, uniques 3, references 5, checks 4, indexes 1
-- -----------------------------------
-- Leaderboard, hand-written
-- -----------------------------------
CREATE TABLE players (
    player_id   INTEGER PRIMARY KEY,          -- rowid
    nickname    VARCHAR(32) NOT NULL UNIQUE ON CONFLICT ABORT,
    country     CHAR(2) CHECK (length(country) = 2),
    created     TIMESTAMP DEFAULT (datetime('now'))
);

CREATE TABLE games (
    game_id INTEGER PRIMARY KEY, code TEXT UNIQUE, name TEXT NOT NULL, max_players TINYINT DEFAULT 4,
    settings TEXT DEFAULT '{"a":[1,2]}', CHECK (max_players > 0), CHECK (code = upper(code))
);

CREATE TABLE scores (
    game_id   INTEGER NOT NULL REFERENCES games (game_id) ON DELETE CASCADE,
    player_id INTEGER NOT NULL REFERENCES players (player_id) ON DELETE CASCADE,
    season    INT2 NOT NULL DEFAULT 1,
    points    REAL NOT NULL DEFAULT -1.0,
    set_at    TEXT NOT NULL,
    PRIMARY KEY (game_id, season, player_id)
);
CREATE INDEX scores_top ON scores (game_id, season, points DESC);
CREATE TABLE achievements (player_id INT, name TEXT, "unlocked on" DATE, CONSTRAINT achieved PRIMARY KEY (player_id, name), CONSTRAINT who FOREIGN KEY (player_id) REFERENCES players);
CREATE TABLE friends (a INTEGER REFERENCES players (player_id), b INTEGER REFERENCES players (player_id), CHECK (a < b), UNIQUE (a, b));
