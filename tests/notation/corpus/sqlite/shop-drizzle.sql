-- expect: tables 8, columns 35, keys 8, uniques 0, references 10, checks 2, indexes 4
CREATE TABLE `customers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`email` text NOT NULL,
	`name` text(100),
	`created_at` integer DEFAULT (unixepoch()) NOT NULL,
	`meta` text DEFAULT '{"a":"b, c"}'
);
--> statement-breakpoint
CREATE UNIQUE INDEX `customers_email_unique` ON `customers` (`email`);--> statement-breakpoint
CREATE TABLE `products` (
	`id` text PRIMARY KEY NOT NULL,
	`sku` text NOT NULL,
	`title` text NOT NULL,
	`price_cents` integer NOT NULL,
	`stock` integer DEFAULT 0 NOT NULL,
	`tags` text DEFAULT '[]' NOT NULL,
	`search` text GENERATED ALWAYS AS (lower("title")) VIRTUAL,
	CONSTRAINT "stock_check" CHECK("products"."stock" >= 0),
	CONSTRAINT "price_check" CHECK(`price_cents` > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `products_sku_unique` ON `products` (`sku`);--> statement-breakpoint
CREATE INDEX `products_search` ON `products` (`search`,`price_cents`);--> statement-breakpoint
CREATE TABLE `orders` (
	`id` integer PRIMARY KEY NOT NULL,
	`customer_id` integer NOT NULL,
	`status` text DEFAULT 'new' NOT NULL,
	`placed_at` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `order_items` (
	`order_id` integer,
	`product_id` text,
	`quantity` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`order_id`, `product_id`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `orders_customer` ON `orders` (`customer_id`,"placed_at" desc);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_orders` (
	`id` integer PRIMARY KEY NOT NULL,
	`customer_id` integer NOT NULL,
	`status` text DEFAULT 'new' NOT NULL,
	`placed_at` integer DEFAULT (unixepoch()) NOT NULL,
	`coupon` text,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`coupon`) REFERENCES `coupons`(`code`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
INSERT INTO `__new_orders`("id", "customer_id", "status", "placed_at") SELECT "id", "customer_id", "status", "placed_at" FROM `orders`;--> statement-breakpoint
DROP TABLE `orders`;--> statement-breakpoint
ALTER TABLE `__new_orders` RENAME TO `orders`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE TABLE `coupons` (`code` text PRIMARY KEY NOT NULL, `percent` integer NOT NULL);
--> statement-breakpoint
CREATE TABLE `carts` (`id` text PRIMARY KEY NOT NULL, `customer_id` integer REFERENCES customers(id), `updated` integer);
--> statement-breakpoint
CREATE TABLE `cart_lines` (`cart_id` text NOT NULL REFERENCES carts(id) ON DELETE CASCADE, `product_id` text NOT NULL REFERENCES products(id), `quantity` integer NOT NULL, CONSTRAINT `cart_lines_pk` PRIMARY KEY(`cart_id`, `product_id`));
--> statement-breakpoint
CREATE TABLE `reviews` (`id` integer PRIMARY KEY NOT NULL, `product_id` text NOT NULL, `customer_id` integer NOT NULL, `stars` integer NOT NULL, `body` text, FOREIGN KEY (`product_id`) REFERENCES `products`(`id`), FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`));
--> statement-breakpoint
CREATE UNIQUE INDEX `one_review` ON `reviews` (`product_id`,`customer_id`);--> statement-breakpoint
ALTER TABLE `reviews` ADD `verified` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `carts` ADD `coupon` text REFERENCES coupons(code);--> statement-breakpoint
ALTER TABLE `customers` RENAME COLUMN "name" TO "full_name";--> statement-breakpoint
DROP INDEX IF EXISTS "products_search";
CREATE INDEX `orders_status` ON `orders` (`status`) WHERE "orders"."status" = 'new';
