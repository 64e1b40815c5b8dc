-- expect: tables 5, columns 22, keys 5, uniques 0, references 2, checks 1, indexes 4
CREATE TABLE IF NOT EXISTS "schema_migrations" ("version" varchar NOT NULL PRIMARY KEY);
CREATE TABLE IF NOT EXISTS "ar_internal_metadata" ("key" varchar NOT NULL PRIMARY KEY, "value" varchar, "created_at" datetime(6) NOT NULL, "updated_at" datetime(6) NOT NULL);
CREATE TABLE IF NOT EXISTS "podcasts" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "title" varchar NOT NULL, "feed_url" varchar NOT NULL, "explicit" boolean DEFAULT 0 NOT NULL, "settings" json DEFAULT '{}' NOT NULL, "created_at" datetime(6) NOT NULL);
CREATE UNIQUE INDEX "index_podcasts_on_feed_url" ON "podcasts" ("feed_url") /*application='Podcasts'*/;
CREATE TABLE IF NOT EXISTS "episodes" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "podcast_id" integer NOT NULL, "number" integer, "title" varchar(255) DEFAULT 'Untitled, yet' NOT NULL, "duration" float, "published_at" datetime(6), CONSTRAINT "fk_rails_33c8b2b2f0"
FOREIGN KEY ("podcast_id")
  REFERENCES "podcasts" ("id")
 ON DELETE CASCADE, CONSTRAINT duration_positive CHECK (duration > 0));
CREATE INDEX "index_episodes_on_podcast_id" ON "episodes" ("podcast_id");
CREATE INDEX "index_episodes_on_published_at" ON "episodes" ("podcast_id", "published_at" DESC);
CREATE TABLE IF NOT EXISTS "listens" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "episode_id" integer NOT NULL, "listener_type" varchar, "listener_id" integer, "position" integer DEFAULT 0, FOREIGN KEY ("episode_id")
  REFERENCES "episodes" ("id")
);
CREATE UNIQUE INDEX "index_listens_unique" ON "listens" ("listener_type", "listener_id", "episode_id");
INSERT INTO "schema_migrations" (version) VALUES
('20240301120000');
