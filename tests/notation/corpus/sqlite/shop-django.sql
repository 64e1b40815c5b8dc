-- expect: tables 4, columns 16, keys 4, uniques 3, references 4, checks 3, indexes 4
BEGIN;
CREATE TABLE "shop_category" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(80) NOT NULL UNIQUE, "parent_id" bigint NULL REFERENCES "shop_category" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "shop_product" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(120) NOT NULL, "price" decimal NOT NULL, "stock" integer unsigned NOT NULL CHECK ("stock" >= 0), "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)), "category_id" bigint NOT NULL REFERENCES "shop_category" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "shop_cart" ("id" char(32) NOT NULL PRIMARY KEY, "created" datetime NOT NULL, "user_id" integer NULL UNIQUE);
CREATE TABLE "shop_cartitem" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "quantity" smallint unsigned NOT NULL CHECK ("quantity" >= 0), "cart_id" char(32) NOT NULL REFERENCES "shop_cart" ("id") DEFERRABLE INITIALLY DEFERRED, "product_id" bigint NOT NULL REFERENCES "shop_product" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_line_per_product" UNIQUE ("cart_id", "product_id"));
CREATE INDEX "shop_category_parent_id" ON "shop_category" ("parent_id");
CREATE INDEX "shop_product_category_id" ON "shop_product" ("category_id");
CREATE INDEX "shop_cartitem_cart_id" ON "shop_cartitem" ("cart_id");
CREATE UNIQUE INDEX "active_cart" ON "shop_cart" ("user_id") WHERE "user_id" IS NOT NULL;
COMMIT;
