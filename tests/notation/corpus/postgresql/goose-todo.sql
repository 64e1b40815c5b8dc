-- expect: tables 2, columns 9, keys 2, uniques 1, references 2, checks 1, indexes 1
-- +goose Up
-- +goose StatementBegin
CREATE TABLE lists (id BIGSERIAL PRIMARY KEY, title TEXT NOT NULL CHECK (title <> ''), owner TEXT NOT NULL, UNIQUE (owner, title));
CREATE TABLE todos (
  id BIGSERIAL PRIMARY KEY,
  list_id BIGINT NOT NULL REFERENCES lists (id) ON DELETE CASCADE,
  body TEXT NOT NULL,
  done_at TIMESTAMPTZ,
  rank DOUBLE PRECISION NOT NULL DEFAULT EXTRACT(EPOCH FROM now()),
  parent_id BIGINT, CONSTRAINT todo_parent FOREIGN KEY (parent_id) REFERENCES todos (id) ON DELETE CASCADE
);
CREATE INDEX todos_open ON todos (list_id, rank) WHERE done_at IS NULL;
-- +goose StatementEnd
