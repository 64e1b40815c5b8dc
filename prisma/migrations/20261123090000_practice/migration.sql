-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT,
    "email" TEXT,
    "passwordHash" TEXT,
    "guest" BOOLEAN NOT NULL,
    "tokenVersion" INTEGER NOT NULL DEFAULT 0,
    "utcOffset" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Person_guest_check" CHECK ("guest" IN (0, 1)),
    CONSTRAINT "Person_account_check" CHECK (("email" IS NULL) = "guest" AND ("passwordHash" IS NULL) = "guest"),
    CONSTRAINT "Person_email_check" CHECK ("email" = lower("email")),
    CONSTRAINT "Person_utcOffset_check" CHECK ("utcOffset" BETWEEN -1080 AND 1080)
);

-- CreateTable
CREATE TABLE "Draft" (
    "personId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "slug"),
    CONSTRAINT "Draft_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Draft_revision_check" CHECK ("revision" >= 1),
    CONSTRAINT "Draft_text_check" CHECK (length(CAST("text" AS BLOB)) <= 65536)
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "score" INTEGER NOT NULL,
    "signal" TEXT NOT NULL,
    "report" TEXT NOT NULL,
    "scheduled" TEXT NOT NULL,
    "grader" TEXT NOT NULL,
    "seconds" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "id"),
    CONSTRAINT "Attempt_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Attempt_number_check" CHECK ("number" >= 1),
    CONSTRAINT "Attempt_text_check" CHECK (length(CAST("text" AS BLOB)) <= 65536),
    CONSTRAINT "Attempt_level_check" CHECK ("level" IN ('mid', 'senior', 'staff')),
    CONSTRAINT "Attempt_score_check" CHECK ("score" BETWEEN 0 AND 100),
    CONSTRAINT "Attempt_signal_check" CHECK ("signal" IN ('strong-hire', 'hire', 'lean-hire', 'no-hire')),
    CONSTRAINT "Attempt_seconds_check" CHECK ("seconds" >= 0)
);

-- CreateTable
CREATE TABLE "Item" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "due" DATETIME NOT NULL,
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
    "matureSeen" INTEGER NOT NULL DEFAULT 0,
    "matureKept" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Item_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Item_kind_check" CHECK ("kind" IN ('card', 'scenario')),
    CONSTRAINT "Item_due_check" CHECK (typeof("due") = 'integer'),
    CONSTRAINT "Item_phase_check" CHECK ("phase" IN ('new', 'learning', 'review', 'relearning')),
    CONSTRAINT "Item_memory_check" CHECK ("stability" >= 0 AND "difficulty" >= 0 AND "step" >= 0 AND "reps" >= 0 AND "lapses" >= 0 AND "scheduledDays" >= 0),
    CONSTRAINT "Item_mature_check" CHECK ("matureKept" BETWEEN 0 AND "matureSeen")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "rating" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "elapsed" INTEGER NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "undoneAt" DATETIME,

    PRIMARY KEY ("personId", "id"),
    CONSTRAINT "Review_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Review_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Review_rating_check" CHECK ("rating" BETWEEN 1 AND 4),
    CONSTRAINT "Review_elapsed_check" CHECK ("elapsed" >= 0),
    CONSTRAINT "Review_at_check" CHECK (typeof("at") = 'integer')
);

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Attempt_personId_createdAt_idx" ON "Attempt"("personId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_personId_slug_number_key" ON "Attempt"("personId", "slug", "number");

-- CreateIndex
CREATE INDEX "Item_personId_due_idx" ON "Item"("personId", "due");

-- CreateIndex
CREATE INDEX "Item_personId_kind_firstReview_idx" ON "Item"("personId", "kind", "firstReview");

-- CreateIndex
CREATE UNIQUE INDEX "Item_personId_kind_ref_key" ON "Item"("personId", "kind", "ref");

-- CreateIndex
CREATE INDEX "Review_itemId_at_idx" ON "Review"("itemId", "at");

-- CreateIndex
CREATE INDEX "Review_personId_at_idx" ON "Review"("personId", "at");
