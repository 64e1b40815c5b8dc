-- expect: tables 8, columns 38, keys 8, uniques 3, references 7, checks 6, indexes 4
--
-- File generated with SQLiteStudio v3.4.4 on Do. Feb. 1 12:00:00 2024
--
-- Text encoding used: UTF-8
--
PRAGMA foreign_keys = off;
BEGIN TRANSACTION;

-- Table: Accounts
DROP TABLE IF EXISTS Accounts;
CREATE TABLE IF NOT EXISTS Accounts (Id INTEGER PRIMARY KEY NOT NULL, Owner TEXT NOT NULL, Iban TEXT UNIQUE NOT NULL CHECK (length(Iban) BETWEEN 15 AND 34), Balance NUMERIC DEFAULT (0) NOT NULL, Currency TEXT (3) DEFAULT EUR NOT NULL, Closed BOOLEAN DEFAULT (FALSE));
INSERT INTO Accounts (Id, Owner, Iban) VALUES (1, 'Ann', 'DE02120300000000202051');

-- Table: Transfers
DROP TABLE IF EXISTS Transfers;

CREATE TABLE IF NOT EXISTS Transfers (
    Id         INTEGER  PRIMARY KEY AUTOINCREMENT,
    FromId     INTEGER  NOT NULL
                        REFERENCES Accounts (Id) ON DELETE RESTRICT
                                                 ON UPDATE CASCADE
                                                 DEFERRABLE INITIALLY DEFERRED,
    ToId       INTEGER  NOT NULL
                        REFERENCES Accounts (Id),
    Amount     NUMERIC  NOT NULL
                        CONSTRAINT Positive CHECK (Amount > 0),
    [Key]      TEXT     CONSTRAINT Idempotent UNIQUE ON CONFLICT IGNORE
                        NOT NULL,
    At         DATETIME NOT NULL
                        DEFAULT (datetime('now') ),
    State      TEXT     DEFAULT ('pending')
                        CHECK (State IN ('pending', 'done', 'failed') ),
    CONSTRAINT Different CHECK (FromId <> ToId)
);

-- Table: Entries
CREATE TABLE IF NOT EXISTS Entries (Transfer INTEGER REFERENCES Transfers (Id) ON DELETE CASCADE, Account INTEGER REFERENCES Accounts (Id), Side TEXT CHECK (Side IN ('D', 'C')), Amount NUMERIC NOT NULL, PRIMARY KEY (Transfer, Account, Side)) WITHOUT ROWID;
CREATE TABLE "Cards" (
	"Id"	INTEGER,
	"Account"	INTEGER NOT NULL,
	"Pan"	TEXT NOT NULL UNIQUE,
	"Month"	INTEGER NOT NULL CHECK("Month" BETWEEN 1 AND 12),
	"Year"	INTEGER NOT NULL,
	"Limit"	NUMERIC DEFAULT 1e3,
	"Frozen"	INTEGER DEFAULT 0x0,
	PRIMARY KEY("Id" AUTOINCREMENT),
	FOREIGN KEY("Account") REFERENCES "Accounts"("Id")
);
CREATE TABLE "Refunds" (
	"Transfer"	INTEGER,
	"Reason"	TEXT DEFAULT NULL,
	"At"	TEXT DEFAULT CURRENT_TIMESTAMP,
	CONSTRAINT "PK_Refunds" PRIMARY KEY("Transfer"),
	CONSTRAINT "FK_Refunds_Transfers" FOREIGN KEY("Transfer") REFERENCES "Transfers"("Id") ON DELETE CASCADE
);
CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY, "ProductVersion" TEXT NOT NULL);
CREATE TABLE "Webhooks" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Webhooks" PRIMARY KEY AUTOINCREMENT,
    "AccountId" INTEGER NULL,
    "Url" TEXT COLLATE NOCASE NOT NULL,
    "Secret" BLOB NULL,
    "Retries" INTEGER NOT NULL DEFAULT 3,
    CONSTRAINT "FK_Webhooks_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE SET NULL
);
CREATE TABLE Rates (Base TEXT, Quote TEXT, Day TEXT, Rate REAL NOT NULL, CONSTRAINT Pk PRIMARY KEY (Base, Quote, Day DESC) ON CONFLICT REPLACE);

-- Index: TransfersFrom
DROP INDEX IF EXISTS TransfersFrom;
CREATE INDEX IF NOT EXISTS TransfersFrom ON Transfers (FromId, At DESC);
CREATE UNIQUE INDEX "IX_Webhooks_AccountId_Url" ON "Webhooks" ("AccountId", "Url");
CREATE INDEX "IX_Webhooks_Account" ON "Webhooks" ("AccountId") WHERE "AccountId" IS NOT NULL;
CREATE INDEX EntriesSum ON Entries (Account, Side, abs(Amount) DESC);

-- Trigger: NoUpdate
DROP TRIGGER IF EXISTS NoUpdate;
CREATE TRIGGER IF NOT EXISTS NoUpdate
                      BEFORE UPDATE
                          ON Entries
                    FOR EACH ROW
                        WHEN OLD.Amount <> NEW.Amount
BEGIN
    SELECT RAISE(ROLLBACK, 'entries are forever');
END;

-- View: Balances
CREATE VIEW IF NOT EXISTS Balances AS
    SELECT Account,
           sum(CASE Side WHEN 'D' THEN Amount ELSE -Amount END) AS Balance
      FROM Entries
     GROUP BY Account;

COMMIT TRANSACTION;
PRAGMA foreign_keys = on;
