-- CreateTable
CREATE TABLE "EndedSession" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "expires" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "id"),
    CONSTRAINT "EndedSession_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Throttle" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "failures" INTEGER NOT NULL,
    "since" DATETIME NOT NULL,
    "until" DATETIME NOT NULL,
    CONSTRAINT "Throttle_failures_check" CHECK ("failures" >= 0)
);

-- CreateIndex
CREATE INDEX "EndedSession_expires_idx" ON "EndedSession"("expires");

-- CreateIndex
CREATE INDEX "Throttle_since_idx" ON "Throttle"("since");
