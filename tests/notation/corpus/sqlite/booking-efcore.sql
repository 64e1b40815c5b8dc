-- expect: tables 17, columns 82, keys 17, uniques 1, references 17, checks 6, indexes 14
CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;

CREATE TABLE "Guests" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Guests" PRIMARY KEY AUTOINCREMENT,
    "Email" TEXT COLLATE NOCASE NOT NULL,
    "FirstName" TEXT NOT NULL,
    "LastName" TEXT NULL,
    "LoyaltyPoints" INTEGER NOT NULL DEFAULT 0,
    "RowVersion" BLOB NULL,
    CONSTRAINT "CK_Guests_Points" CHECK ("LoyaltyPoints" >= 0)
);

CREATE TABLE "Hotels" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Hotels" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Address_Street" TEXT NOT NULL,
    "Address_City" TEXT NOT NULL,
    "Stars" INTEGER NULL,
    "Latitude" REAL NOT NULL,
    "Longitude" REAL NOT NULL,
    CONSTRAINT "AK_Hotels_Name_Address_City" UNIQUE ("Name", "Address_City"),
    CONSTRAINT "CK_Hotels_Stars" CHECK (Stars BETWEEN 1 AND 5)
);

CREATE TABLE "Amenities" (
    "Code" TEXT NOT NULL CONSTRAINT "PK_Amenities" PRIMARY KEY,
    "Label" TEXT NOT NULL
);

CREATE TABLE "AmenityHotel" (
    "AmenitiesCode" TEXT NOT NULL,
    "HotelsId" INTEGER NOT NULL,
    CONSTRAINT "PK_AmenityHotel" PRIMARY KEY ("AmenitiesCode", "HotelsId"),
    CONSTRAINT "FK_AmenityHotel_Amenities_AmenitiesCode" FOREIGN KEY ("AmenitiesCode") REFERENCES "Amenities" ("Code") ON DELETE CASCADE,
    CONSTRAINT "FK_AmenityHotel_Hotels_HotelsId" FOREIGN KEY ("HotelsId") REFERENCES "Hotels" ("Id") ON DELETE CASCADE
);

CREATE TABLE "RoomTypes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_RoomTypes" PRIMARY KEY AUTOINCREMENT,
    "HotelId" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "Beds" INTEGER NOT NULL,
    "BasePrice" TEXT NOT NULL,
    CONSTRAINT "FK_RoomTypes_Hotels_HotelId" FOREIGN KEY ("HotelId") REFERENCES "Hotels" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Rooms" (
    "HotelId" INTEGER NOT NULL,
    "Number" TEXT NOT NULL,
    "RoomTypeId" INTEGER NOT NULL,
    "Floor" INTEGER NULL,
    "OutOfOrder" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "PK_Rooms" PRIMARY KEY ("HotelId", "Number"),
    CONSTRAINT "FK_Rooms_Hotels_HotelId" FOREIGN KEY ("HotelId") REFERENCES "Hotels" ("Id"),
    CONSTRAINT "FK_Rooms_RoomTypes_RoomTypeId" FOREIGN KEY ("RoomTypeId") REFERENCES "RoomTypes" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "RatePlans" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_RatePlans" PRIMARY KEY AUTOINCREMENT,
    "RoomTypeId" INTEGER NOT NULL,
    "Discriminator" TEXT NOT NULL,
    "Currency" TEXT NOT NULL DEFAULT 'EUR',
    "Refundable" INTEGER NOT NULL,
    "PercentOff" TEXT NULL,
    "ValidFrom" TEXT NOT NULL,
    "ValidTo" TEXT NOT NULL,
    CONSTRAINT "CK_RatePlans_Dates" CHECK ("ValidFrom" < "ValidTo"),
    CONSTRAINT "FK_RatePlans_RoomTypes_RoomTypeId" FOREIGN KEY ("RoomTypeId") REFERENCES "RoomTypes" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Prices" (
    "RatePlanId" INTEGER NOT NULL,
    "Night" TEXT NOT NULL,
    "Amount" TEXT NOT NULL,
    "Sellable" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "PK_Prices" PRIMARY KEY ("RatePlanId", "Night"),
    CONSTRAINT "FK_Prices_RatePlans" FOREIGN KEY ("RatePlanId") REFERENCES "RatePlans" ("Id") ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE "Bookings" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Bookings" PRIMARY KEY,
    "GuestId" INTEGER NOT NULL,
    "RatePlanId" INTEGER NULL,
    "Reference" TEXT NOT NULL,
    "CheckIn" TEXT NOT NULL,
    "CheckOut" TEXT NOT NULL,
    "Nights" AS (CAST(julianday("CheckOut") - julianday("CheckIn") AS INTEGER)),
    "Status" INTEGER NOT NULL,
    "CreatedAt" TEXT NOT NULL DEFAULT (CURRENT_TIMESTAMP),
    CONSTRAINT "FK_Bookings_Guests_GuestId" FOREIGN KEY ("GuestId") REFERENCES "Guests" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Bookings_RatePlans_RatePlanId" FOREIGN KEY ("RatePlanId") REFERENCES "RatePlans" ("Id")
);

CREATE TABLE "BookedRooms" (
    "BookingId" TEXT NOT NULL,
    "HotelId" INTEGER NOT NULL,
    "RoomNumber" TEXT NOT NULL,
    "Adults" INTEGER NOT NULL,
    "Children" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "PK_BookedRooms" PRIMARY KEY ("BookingId", "HotelId", "RoomNumber"),
    CONSTRAINT "CK_Adults" CHECK (Adults > 0 and Adults + Children <= 6),
    CONSTRAINT "FK_BookedRooms_Bookings_BookingId" FOREIGN KEY ("BookingId") REFERENCES "Bookings" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_BookedRooms_Rooms_HotelId_RoomNumber" FOREIGN KEY ("HotelId", "RoomNumber") REFERENCES "Rooms" ("HotelId", "Number") ON DELETE RESTRICT
);

CREATE TABLE "Payments" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Payments" PRIMARY KEY AUTOINCREMENT,
    "BookingId" TEXT NOT NULL,
    "Amount" TEXT NOT NULL,
    "ProviderId" TEXT NULL,
    "PaidAt" TEXT NULL,
    CONSTRAINT "FK_Payments_Bookings_BookingId" FOREIGN KEY ("BookingId") REFERENCES "Bookings" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Reviews" (
    "BookingId" TEXT NOT NULL CONSTRAINT "PK_Reviews" PRIMARY KEY,
    "Score" INTEGER NOT NULL,
    "Text" TEXT NULL,
    "Answer" TEXT NULL,
    CONSTRAINT "FK_Reviews_Bookings_BookingId" FOREIGN KEY ("BookingId") REFERENCES "Bookings" ("Id") ON DELETE CASCADE
);

CREATE TABLE "AspNetUsers" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AspNetUsers" PRIMARY KEY,
    "UserName" TEXT NULL,
    "NormalizedUserName" TEXT NULL,
    "Email" TEXT NULL,
    "EmailConfirmed" INTEGER NOT NULL,
    "LockoutEnd" TEXT NULL
);
CREATE TABLE "AspNetRoles" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AspNetRoles" PRIMARY KEY,
    "Name" TEXT NULL
);
CREATE TABLE "AspNetUserRoles" (
    "UserId" TEXT NOT NULL,
    "RoleId" TEXT NOT NULL,
    CONSTRAINT "PK_AspNetUserRoles" PRIMARY KEY ("UserId", "RoleId"),
    CONSTRAINT "FK_AspNetUserRoles_AspNetRoles_RoleId" FOREIGN KEY ("RoleId") REFERENCES "AspNetRoles" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_AspNetUserRoles_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);

INSERT INTO "Amenities" ("Code", "Label")
VALUES ('wifi', 'Wi-Fi; free');
SELECT changes();

CREATE UNIQUE INDEX "IX_Guests_Email" ON "Guests" ("Email");
CREATE INDEX "IX_AmenityHotel_HotelsId" ON "AmenityHotel" ("HotelsId");
CREATE INDEX "IX_RoomTypes_HotelId" ON "RoomTypes" ("HotelId");
CREATE INDEX "IX_Rooms_RoomTypeId" ON "Rooms" ("RoomTypeId");
CREATE INDEX "IX_RatePlans_RoomTypeId" ON "RatePlans" ("RoomTypeId");
CREATE UNIQUE INDEX "IX_Bookings_Reference" ON "Bookings" ("Reference");
CREATE INDEX "IX_Bookings_GuestId_CheckIn" ON "Bookings" ("GuestId", "CheckIn" DESC);
CREATE INDEX "IX_Bookings_Open" ON "Bookings" ("CheckIn") WHERE "Status" < 3;
CREATE INDEX "IX_BookedRooms_HotelId_RoomNumber" ON "BookedRooms" ("HotelId", "RoomNumber");
CREATE UNIQUE INDEX "IX_Payments_ProviderId" ON "Payments" ("ProviderId") WHERE "ProviderId" IS NOT NULL;
CREATE UNIQUE INDEX "UserNameIndex" ON "AspNetUsers" ("NormalizedUserName");
CREATE INDEX "EmailIndex" ON "AspNetUsers" (lower("Email"));

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20240102101010_Initial', '8.0.1');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "Guests" ADD "Phone" TEXT NULL;
ALTER TABLE "Guests" RENAME COLUMN "LastName" TO "FamilyName";
ALTER TABLE "Hotels" ADD COLUMN "TimeZone" TEXT NOT NULL DEFAULT 'UTC' CHECK (length("TimeZone") > 0);
CREATE TABLE "Housekeeping" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Housekeeping" PRIMARY KEY AUTOINCREMENT,
    "HotelId" INTEGER NOT NULL,
    "RoomNumber" TEXT NOT NULL,
    "DoneAt" TEXT NULL,
    "StaffId" TEXT NULL REFERENCES "AspNetUsers" ("Id") ON DELETE SET NULL,
    CONSTRAINT "FK_Housekeeping_Rooms" FOREIGN KEY ("HotelId", "RoomNumber") REFERENCES "Rooms" ("HotelId", "Number") ON DELETE CASCADE
);
CREATE INDEX "IX_Housekeeping_Room" ON "Housekeeping" ("HotelId", "RoomNumber");
COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "ef_temp_Reviews" (
    "BookingId" TEXT NOT NULL CONSTRAINT "PK_Reviews" PRIMARY KEY,
    "Answer" TEXT NULL,
    "CreatedAt" TEXT NOT NULL,
    "Score" INTEGER NOT NULL,
    "Text" TEXT NULL,
    CONSTRAINT "CK_Reviews_Score" CHECK (Score >= 1 AND Score <= 10),
    CONSTRAINT "FK_Reviews_Bookings_BookingId" FOREIGN KEY ("BookingId") REFERENCES "Bookings" ("Id") ON DELETE CASCADE
);
INSERT INTO "ef_temp_Reviews" ("BookingId", "Answer", "CreatedAt", "Score", "Text")
SELECT "BookingId", "Answer", '0001-01-01 00:00:00', "Score", "Text"
FROM "Reviews";
COMMIT;

PRAGMA foreign_keys = 0;
BEGIN TRANSACTION;
DROP TABLE "Reviews";
ALTER TABLE "ef_temp_Reviews" RENAME TO "Reviews";
COMMIT;
PRAGMA foreign_keys = 1;
CREATE INDEX "IX_Reviews_Score" ON "Reviews" ("Score");
