-- expect: tables 8, columns 38, keys 7, uniques 5, references 5, checks 0, indexes 5
-- CreateTable
CREATE TABLE `User` (
    `id` VARCHAR(191) NOT NULL,
    `email` VARCHAR(191) NOT NULL,
    `role` ENUM('USER', 'ADMIN') NOT NULL DEFAULT 'USER',
    `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),

    UNIQUE INDEX `User_email_key`(`email`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `Product` (
    `id` INTEGER NOT NULL AUTO_INCREMENT,
    `slug` VARCHAR(191) NOT NULL,
    `title` VARCHAR(191) NOT NULL,
    `description` TEXT NULL,
    `price` DECIMAL(65, 30) NOT NULL,
    `active` BOOLEAN NOT NULL DEFAULT true,
    `data` JSON NOT NULL,
    `bytes` LONGBLOB NULL,

    UNIQUE INDEX `Product_slug_key`(`slug`),
    INDEX `Product_title_price_idx`(`title`(50), `price` DESC),
    FULLTEXT INDEX `Product_title_description_idx`(`title`, `description`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `Order` (
    `id` INTEGER NOT NULL AUTO_INCREMENT,
    `userId` VARCHAR(191) NOT NULL,
    `status` ENUM('NEW', 'PAID', 'SENT') NOT NULL DEFAULT 'NEW',
    `total` DECIMAL(10, 2) NOT NULL,
    `placedAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),

    INDEX `Order_userId_placedAt_idx`(`userId`, `placedAt`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `OrderLine` (
    `orderId` INTEGER NOT NULL,
    `productId` INTEGER NOT NULL,
    `quantity` INTEGER UNSIGNED NOT NULL DEFAULT 1,

    PRIMARY KEY (`orderId`, `productId`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `_CategoryToProduct` (
    `A` INTEGER NOT NULL,
    `B` INTEGER NOT NULL,

    UNIQUE INDEX `_CategoryToProduct_AB_unique`(`A`, `B`),
    INDEX `_CategoryToProduct_B_index`(`B`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- AddForeignKey
ALTER TABLE `Order` ADD CONSTRAINT `Order_userId_fkey` FOREIGN KEY (`userId`) REFERENCES `User`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `OrderLine` ADD CONSTRAINT `OrderLine_orderId_fkey` FOREIGN KEY (`orderId`) REFERENCES `Order`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `OrderLine` ADD CONSTRAINT `OrderLine_productId_fkey` FOREIGN KEY (`productId`) REFERENCES `Product`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- migration 2, by hand, after Laravel's `schema:dump` of the old shop
/*M!999999\- enable the sandbox mode */
create table `categories` (`id` bigint unsigned not null auto_increment primary key, `parent_id` bigint unsigned null, `name` varchar(255) not null, `deleted_at` timestamp null, `created_at` timestamp null, `updated_at` timestamp null) default character set utf8mb4 collate 'utf8mb4_unicode_ci';
alter table `categories` add constraint `categories_parent_id_foreign` foreign key (`parent_id`) references `categories` (`id`) on delete set null;
alter table `categories` add unique `categories_name_unique`(`name`);
alter table `categories` add index `categories_created_at_index`(`created_at`);
create table `coupons` (`code` varchar(32) not null, `percent` tinyint unsigned not null, `valid_until` date null, `rules` json not null, primary key (`code`)) default character set utf8mb4 collate 'utf8mb4_unicode_ci';
create table `reviews` (`id` bigint unsigned not null auto_increment primary key, `product_id` int not null, `user_id` varchar(191) not null, `stars` tinyint unsigned not null, `body` text null);
alter table `reviews` add constraint `reviews_product_id_foreign` foreign key (`product_id`) references `Product` (`id`) on delete cascade;
alter table `reviews` add unique `reviews_product_id_user_id_unique`(`product_id`, `user_id`);
alter table `reviews` add fulltext `reviews_body_fulltext`(`body`);
alter table `Product` add spatial index `product_where`(`data`);
alter table `Product` drop index `product_where`;
alter table `Order` add `coupon_code` varchar(32) null after `status`, add constraint `order_coupon_foreign` foreign key (`coupon_code`) references `coupons` (`code`) on delete set null;
-- RenameIndex
ALTER TABLE `Order` RENAME INDEX `Order_userId_placedAt_idx` TO `order_by_user`;
-- DropForeignKey
ALTER TABLE `reviews` DROP FOREIGN KEY `reviews_product_id_foreign`;
-- AlterTable
ALTER TABLE `reviews` DROP COLUMN `body`,
    ADD COLUMN `text` VARCHAR(2000) NULL,
    MODIFY `stars` SMALLINT NOT NULL;
-- RedefineTables
RENAME TABLE `coupons` TO `Coupon`;
