-- A day begins by a time zone now, not by an offset; settings and fitted parameters of a person.
CREATE TABLE "new_Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT,
    "email" TEXT,
    "passwordHash" TEXT,
    "guest" BOOLEAN NOT NULL,
    "tokenVersion" INTEGER NOT NULL DEFAULT 0,
    "zone" TEXT NOT NULL DEFAULT 'UTC',
    "settings" TEXT,
    "fit" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Person_guest_check" CHECK ("guest" IN (0, 1)),
    CONSTRAINT "Person_account_check" CHECK (("email" IS NULL) = "guest" AND ("passwordHash" IS NULL) = "guest"),
    CONSTRAINT "Person_email_check" CHECK ("email" = lower("email")),
    CONSTRAINT "Person_settings_check" CHECK ("settings" IS NULL OR json_valid("settings")),
    CONSTRAINT "Person_fit_check" CHECK ("fit" IS NULL OR json_valid("fit"))
);

CREATE TABLE "new_Item" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "due" DATETIME NOT NULL,
    "day" INTEGER,
    "stability" REAL NOT NULL,
    "difficulty" REAL NOT NULL,
    "phase" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "reps" INTEGER NOT NULL,
    "lapses" INTEGER NOT NULL,
    "scheduledDays" INTEGER NOT NULL,
    "lastReview" DATETIME,
    "reason" TEXT,
    "firstReview" DATETIME,
    "lastReviewId" TEXT,
    "sibling" TEXT,
    "seen" TEXT,
    "buriedOn" INTEGER,
    "suspendedAt" DATETIME,
    "leech" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Item_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Item_kind_check" CHECK ("kind" IN ('card', 'drill', 'own', 'scenario')),
    CONSTRAINT "Item_due_check" CHECK (typeof("due") = 'integer'),
    CONSTRAINT "Item_phase_check" CHECK ("phase" IN ('new', 'learning', 'review', 'relearning')),
    CONSTRAINT "Item_memory_check" CHECK ("stability" >= 0 AND "difficulty" >= 0 AND "step" >= 0 AND "reps" >= 0 AND "lapses" >= 0 AND "scheduledDays" >= 0),
    CONSTRAINT "Item_leech_check" CHECK ("leech" IN (0, 1)),
    CONSTRAINT "Item_suspended_check" CHECK ("suspendedAt" IS NULL OR "day" IS NULL),
    CONSTRAINT "Item_seen_check" CHECK ("seen" IS NULL OR json_valid("seen"))
);

-- What is due comes on the day that its moment lies in; a day begins at four in the morning.
INSERT INTO "new_Item" ("id", "personId", "kind", "ref", "due", "day", "stability", "difficulty", "phase", "step", "reps", "lapses", "scheduledDays", "lastReview", "reason", "firstReview", "lastReviewId", "createdAt")
SELECT "Item"."id", "personId", "kind", "ref", "due", ("due" + ("utcOffset" - 240) * 60000) / 86400000, "stability", "difficulty", "phase", "step", "reps", "lapses", "scheduledDays", "lastReview", "reason", "firstReview", "lastReviewId", "Item"."createdAt"
FROM "Item" JOIN "Person" ON "Person"."id" = "Item"."personId";

CREATE TABLE "new_Review" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "rating" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "elapsed" INTEGER NOT NULL,
    "due" DATETIME NOT NULL,
    "before" TEXT,
    "shown" TEXT,
    "undoneAt" DATETIME,

    PRIMARY KEY ("personId", "id"),
    CONSTRAINT "Review_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Review_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Review_rating_check" CHECK ("rating" BETWEEN 1 AND 4),
    CONSTRAINT "Review_elapsed_check" CHECK ("elapsed" >= 0),
    CONSTRAINT "Review_at_check" CHECK (typeof("at") = 'integer'),
    CONSTRAINT "Review_before_check" CHECK ("before" IS NOT NULL OR "undoneAt" IS NOT NULL)
);

-- The state before, as it is written from now on. The old one had two sums that are kept by day now, and no day.
INSERT INTO "new_Review" ("id", "personId", "itemId", "rating", "at", "elapsed", "due", "before", "undoneAt")
SELECT "Review"."id", "Review"."personId", "itemId", "rating", "at", "elapsed", json_extract("after", '$.due'),
  json_set(json_remove("before", '$.matureSeen', '$.matureKept'),
    '$.day', (json_extract("before", '$.due') + ("utcOffset" - 240) * 60000) / 86400000,
    '$.seen', NULL, '$.suspendedAt', NULL, '$.leech', json('false')),
  "undoneAt"
FROM "Review" JOIN "Person" ON "Person"."id" = "Review"."personId";

-- CreateTable
CREATE TABLE "Day" (
    "personId" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "reviews" INTEGER NOT NULL DEFAULT 0,
    "again" INTEGER NOT NULL DEFAULT 0,
    "hard" INTEGER NOT NULL DEFAULT 0,
    "good" INTEGER NOT NULL DEFAULT 0,
    "easy" INTEGER NOT NULL DEFAULT 0,
    "fresh" INTEGER NOT NULL DEFAULT 0,
    "youngSeen" INTEGER NOT NULL DEFAULT 0,
    "youngKept" INTEGER NOT NULL DEFAULT 0,
    "matureSeen" INTEGER NOT NULL DEFAULT 0,
    "matureKept" INTEGER NOT NULL DEFAULT 0,
    "milliseconds" INTEGER NOT NULL DEFAULT 0,
    "drills" INTEGER NOT NULL DEFAULT 0,
    "drillMilliseconds" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "attemptMilliseconds" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("personId", "day"),
    CONSTRAINT "Day_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Day_kept_check" CHECK ("youngKept" BETWEEN 0 AND "youngSeen" AND "matureKept" BETWEEN 0 AND "matureSeen"),
    CONSTRAINT "Day_reviews_check" CHECK ("reviews" = "again" + "hard" + "good" + "easy" AND "again" >= 0 AND "hard" >= 0 AND "good" >= 0 AND "easy" >= 0)
);

-- What was done until now, by day.
INSERT INTO "Day" ("personId", "day", "reviews", "again", "hard", "good", "easy", "fresh", "youngSeen", "youngKept", "matureSeen", "matureKept", "milliseconds", "attempts", "attemptMilliseconds")
SELECT "personId", "day", sum("card"), sum("card" AND "rating" = 1), sum("card" AND "rating" = 2), sum("card" AND "rating" = 3), sum("card" AND "rating" = 4),
  sum("card" AND "phase" = 'new'),
  sum("card" AND "phase" = 'review' AND "interval" < 21), sum("card" AND "phase" = 'review' AND "interval" < 21 AND "rating" > 1),
  sum("card" AND "phase" = 'review' AND "interval" >= 21), sum("card" AND "phase" = 'review' AND "interval" >= 21 AND "rating" > 1),
  sum(CASE WHEN "card" THEN min("elapsed", 60000) ELSE 0 END), sum(NOT "card"), sum(CASE WHEN "card" THEN 0 ELSE "elapsed" END)
FROM (
  SELECT "Review"."personId", ("at" + ("utcOffset" - 240) * 60000) / 86400000 AS "day", "Item"."kind" = 'card' AS "card", "rating", "elapsed",
    json_extract("before", '$.phase') AS "phase", json_extract("before", '$.scheduledDays') AS "interval"
  FROM "Review" JOIN "Item" ON "Item"."id" = "Review"."itemId" JOIN "Person" ON "Person"."id" = "Review"."personId"
  WHERE "undoneAt" IS NULL
) GROUP BY "personId", "day";

INSERT INTO "new_Person" ("id", "name", "email", "passwordHash", "guest", "tokenVersion", "createdAt")
SELECT "id", "name", "email", "passwordHash", "guest", "tokenVersion", "createdAt" FROM "Person";

DROP TABLE "Review";
DROP TABLE "Item";
DROP TABLE "Person";
ALTER TABLE "new_Person" RENAME TO "Person";
ALTER TABLE "new_Item" RENAME TO "Item";
ALTER TABLE "new_Review" RENAME TO "Review";

-- CreateTable
CREATE TABLE "Load" (
    "personId" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "due" INTEGER NOT NULL,

    PRIMARY KEY ("personId", "day"),
    CONSTRAINT "Load_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Load_due_check" CHECK ("due" >= 0)
);

INSERT INTO "Load" ("personId", "day", "due")
SELECT "personId", "day", count(*) FROM "Item" WHERE "day" IS NOT NULL GROUP BY "personId", "day";

CREATE TRIGGER "Item_load_insert" AFTER INSERT ON "Item" WHEN NEW."day" IS NOT NULL
BEGIN
    INSERT INTO "Load" ("personId", "day", "due") VALUES (NEW."personId", NEW."day", 1)
    ON CONFLICT ("personId", "day") DO UPDATE SET "due" = "due" + 1;
END;

CREATE TRIGGER "Item_load_delete" AFTER DELETE ON "Item" WHEN OLD."day" IS NOT NULL
BEGIN
    UPDATE "Load" SET "due" = "due" - 1 WHERE "personId" = OLD."personId" AND "day" = OLD."day";
    DELETE FROM "Load" WHERE "personId" = OLD."personId" AND "day" = OLD."day" AND "due" = 0;
END;

CREATE TRIGGER "Item_load_leave" AFTER UPDATE OF "day", "personId" ON "Item"
WHEN OLD."day" IS NOT NULL AND (OLD."day" IS NOT NEW."day" OR OLD."personId" <> NEW."personId")
BEGIN
    UPDATE "Load" SET "due" = "due" - 1 WHERE "personId" = OLD."personId" AND "day" = OLD."day";
    DELETE FROM "Load" WHERE "personId" = OLD."personId" AND "day" = OLD."day" AND "due" = 0;
END;

CREATE TRIGGER "Item_load_enter" AFTER UPDATE OF "day", "personId" ON "Item"
WHEN NEW."day" IS NOT NULL AND (OLD."day" IS NOT NEW."day" OR OLD."personId" <> NEW."personId")
BEGIN
    INSERT INTO "Load" ("personId", "day", "due") VALUES (NEW."personId", NEW."day", 1)
    ON CONFLICT ("personId", "day") DO UPDATE SET "due" = "due" + 1;
END;

-- CreateTable
CREATE TABLE "Evidence" (
    "personId" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "seen" INTEGER NOT NULL,
    "kept" REAL NOT NULL,
    "weight" REAL NOT NULL,
    "keptWeight" REAL NOT NULL,
    "lastAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "rule", "source"),
    CONSTRAINT "Evidence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Evidence_source_check" CHECK ("source" IN ('attempt', 'drill', 'card')),
    CONSTRAINT "Evidence_seen_check" CHECK ("seen" >= 0)
);

-- CreateTable
CREATE TABLE "OwnCard" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "deck" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "front" TEXT NOT NULL,
    "back" TEXT NOT NULL,
    "tags" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "id"),
    CONSTRAINT "OwnCard_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "OwnCard_kind_check" CHECK ("kind" IN ('basic', 'cloze')),
    CONSTRAINT "OwnCard_ordinal_check" CHECK ("ordinal" >= 0),
    CONSTRAINT "OwnCard_text_check" CHECK (length(CAST("front" AS BLOB)) <= 65536 AND length(CAST("back" AS BLOB)) <= 65536)
);

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Item_personId_kind_ref_key" ON "Item"("personId", "kind", "ref");

-- CreateIndex
CREATE INDEX "Item_personId_phase_day_position_idx" ON "Item"("personId", "phase", "day", "position");

-- CreateIndex
CREATE INDEX "Item_personId_sibling_idx" ON "Item"("personId", "sibling");

-- CreateIndex
CREATE INDEX "Review_itemId_at_idx" ON "Review"("itemId", "at");

-- CreateIndex
CREATE INDEX "Review_personId_at_idx" ON "Review"("personId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "OwnCard_personId_note_ordinal_key" ON "OwnCard"("personId", "note", "ordinal");

-- CreateIndex
CREATE INDEX "OwnCard_personId_deck_idx" ON "OwnCard"("personId", "deck");
