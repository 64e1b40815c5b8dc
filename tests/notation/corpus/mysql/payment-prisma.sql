-- expect: tables 5, columns 27, keys 5, uniques 1, references 4, checks 0, indexes 7
-- CreateTable
CREATE TABLE `Merchant` (
    `id` VARCHAR(191) NOT NULL,
    `name` VARCHAR(191) NOT NULL,
    `country` CHAR(2) NOT NULL,
    `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),

    UNIQUE INDEX `Merchant_name_key`(`name`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `Payment` (
    `id` VARCHAR(191) NOT NULL,
    `merchantId` VARCHAR(191) NOT NULL,
    `idempotencyKey` VARCHAR(191) NOT NULL,
    `amount` BIGINT NOT NULL,
    `currency` ENUM('EUR', 'USD') NOT NULL DEFAULT 'EUR',
    `status` ENUM('PENDING', 'PAID', 'FAILED') NOT NULL DEFAULT 'PENDING',
    `metadata` JSON NULL,
    `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),

    INDEX `Payment_status_createdAt_idx`(`status`, `createdAt` DESC),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `Refund` (
    `id` INTEGER NOT NULL AUTO_INCREMENT,
    `paymentId` VARCHAR(191) NOT NULL,
    `amount` BIGINT NOT NULL,
    `reason` TEXT NULL,
    `ok` BOOLEAN NOT NULL DEFAULT false,

    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `Payout` (
    `id` INTEGER NOT NULL AUTO_INCREMENT,
    `merchantId` VARCHAR(191) NOT NULL,
    `period` VARCHAR(7) NOT NULL,
    `total` DECIMAL(65, 30) NOT NULL,
    `sentAt` DATETIME(3) NULL,

    INDEX `Payout_period_idx`(`period`),
    PRIMARY KEY (`id`)
);

-- CreateTable
CREATE TABLE `WebhookEvent` (
    `id` VARCHAR(191) NOT NULL,
    `paymentId` VARCHAR(191) NULL,
    `type` VARCHAR(191) NOT NULL,
    `payload` JSON NOT NULL,
    `deliveredAt` DATETIME(3) NULL,

    PRIMARY KEY (`id`)
);

-- CreateIndex
CREATE UNIQUE INDEX `Payment_merchantId_idempotencyKey_key` ON `Payment`(`merchantId`, `idempotencyKey`);
CREATE UNIQUE INDEX `Payout_merchantId_period_key` ON `Payout`(`merchantId`, `period`);
CREATE INDEX `Refund_paymentId_idx` ON `Refund`(`paymentId`) USING BTREE;
CREATE INDEX `WebhookEvent_type_idx` ON `WebhookEvent`(`type`(12));
CREATE FULLTEXT INDEX `Refund_reason_idx` ON `Refund`(`reason`);

-- AddForeignKey
ALTER TABLE `Payment` ADD CONSTRAINT `Payment_merchantId_fkey` FOREIGN KEY (`merchantId`) REFERENCES `Merchant`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE `Refund` ADD CONSTRAINT `Refund_paymentId_fkey` FOREIGN KEY (`paymentId`) REFERENCES `Payment`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE `Payout` ADD CONSTRAINT `Payout_merchantId_fkey` FOREIGN KEY (`merchantId`) REFERENCES `Merchant`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE `WebhookEvent` ADD CONSTRAINT `WebhookEvent_paymentId_fkey` FOREIGN KEY (`paymentId`) REFERENCES `Payment`(`id`) ON DELETE SET NULL ON UPDATE CASCADE;
