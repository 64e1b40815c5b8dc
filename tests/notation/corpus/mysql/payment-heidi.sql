-- expect: tables 15, columns 103, keys 15, uniques 11, references 19, checks 14, indexes 17
-- --------------------------------------------------------
-- Host:                         10.0.0.14
-- Server version:               8.0.35 - MySQL Community Server - GPL
-- HeidiSQL Version:             12.6.0.6765
-- --------------------------------------------------------

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET NAMES utf8 */;
/*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;

-- Dumping database structure for wallet
DROP DATABASE IF EXISTS `wallet`;
CREATE DATABASE IF NOT EXISTS `wallet` /*!40100 DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci */ /*!80016 DEFAULT ENCRYPTION='N' */;
USE `wallet`;

-- Dumping structure for table wallet.account
DROP TABLE IF EXISTS `account`;
CREATE TABLE IF NOT EXISTS `account` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `public_id` binary(16) NOT NULL DEFAULT (uuid_to_bin(uuid(),1)),
  `public_id_text` varchar(36) GENERATED ALWAYS AS (bin_to_uuid(`public_id`,1)) VIRTUAL,
  `owner_id` bigint unsigned NOT NULL COMMENT 'the person; see `customer`',
  `currency` char(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'EUR',
  `balance` decimal(19,4) NOT NULL DEFAULT '0.0000',
  `status` enum('open','frozen','closed') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'open',
  `opened_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  `updated_at` datetime(6) DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP(6),
  PRIMARY KEY (`id`) USING BTREE,
  UNIQUE KEY `uq_account_public` (`public_id`),
  UNIQUE KEY `uq_account_owner_currency` (`owner_id`,`currency`) USING BTREE,
  KEY `ix_account_status` (`status`,`opened_at` DESC) /*!80000 INVISIBLE */,
  CONSTRAINT `fk_account_owner` FOREIGN KEY (`owner_id`) REFERENCES `customer` (`id`) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT `ck_account_balance` CHECK ((`balance` >= 0))
) ENGINE=InnoDB AUTO_INCREMENT=1042 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='wallets, one per currency';

-- Data exporting was unselected.

-- Dumping structure for table wallet.customer
CREATE TABLE IF NOT EXISTS `customer` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `email` varchar(254) NOT NULL,
  `phone` varchar(20) DEFAULT NULL,
  `name` varchar(200) NOT NULL,
  `country` char(2) NOT NULL,
  `kyc_level` tinyint unsigned NOT NULL DEFAULT '0' COMMENT '0 none, 1 basic, 2 full',
  `dob` date DEFAULT NULL,
  `flags` set('vip','pep','blocked','test') NOT NULL DEFAULT '',
  `created_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  UNIQUE KEY `email` (`email`),
  UNIQUE KEY `phone` (`phone`),
  KEY `name` (`name`(50)),
  FULLTEXT KEY `ft_name` (`name`) /*!50100 WITH PARSER `ngram` */,
  CONSTRAINT `customer_chk_1` CHECK ((`kyc_level` <= 2)),
  CONSTRAINT `customer_chk_2` CHECK (regexp_like(`country`,_utf8mb4'^[A-Z]{2}$')) /*!80016 NOT ENFORCED */
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE IF NOT EXISTS `kyc_document` (
  `id` int NOT NULL AUTO_INCREMENT,
  `customer_id` bigint unsigned NOT NULL,
  `type` enum('passport','id_card','bill','driver''s licence') NOT NULL,
  `scan` mediumblob,
  `sha256` binary(32) NOT NULL,
  `verdict` bit(1) DEFAULT b'0',
  `reviewed_by` varchar(64) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_doc` (`customer_id`,`type`,`sha256`),
  CONSTRAINT `fk_doc_customer` FOREIGN KEY (`customer_id`) REFERENCES `customer` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE IF NOT EXISTS `merchant` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `legal_name` varchar(255) NOT NULL,
  `mcc` smallint(4) unsigned zerofill NOT NULL,
  `settlement_account_id` bigint unsigned DEFAULT NULL,
  `fee_bps` smallint NOT NULL DEFAULT 140,
  `settings` json DEFAULT (json_object()),
  `webhook_url` varchar(2048) DEFAULT NULL,
  `location` point /*!80003 SRID 4326 */ DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `settlement_account_id` (`settlement_account_id`),
  CONSTRAINT `merchant_ibfk_1` FOREIGN KEY (`settlement_account_id`) REFERENCES `account` (`id`) ON DELETE SET NULL,
  CONSTRAINT `merchant_chk_1` CHECK (json_valid(`settings`)),
  CONSTRAINT `merchant_chk_2` CHECK ((`fee_bps` between 0 and 1000))
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC;

CREATE TABLE IF NOT EXISTS `api_key` (
  `prefix` char(8) NOT NULL,
  `merchant_id` int unsigned NOT NULL,
  `hash` varbinary(64) NOT NULL,
  `scopes` json NOT NULL,
  `revoked_at` datetime DEFAULT NULL,
  PRIMARY KEY (`prefix`),
  KEY `ix_scopes` ((cast(json_extract(`scopes`,_utf8mb4'$[*]') as char(32) array))),
  KEY `fk_key_merchant` (`merchant_id`),
  CONSTRAINT `fk_key_merchant` FOREIGN KEY (`merchant_id`) REFERENCES `merchant` (`id`) ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS `card` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `customer_id` bigint unsigned NOT NULL,
  `token` varchar(64) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL,
  `brand` varchar(20) NOT NULL,
  `last4` char(4) NOT NULL,
  `exp_month` tinyint NOT NULL,
  `exp_year` year NOT NULL,
  `is_default` tinyint(1) NOT NULL DEFAULT 0,
  `default_of` bigint unsigned AS (if(`is_default`, `customer_id`, NULL)) STORED,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `token` (`token`),
  UNIQUE INDEX `one_default` (`default_of`),
  INDEX `customer_id` (`customer_id`),
  FOREIGN KEY (`customer_id`) REFERENCES `customer` (`id`),
  CHECK (`exp_month` BETWEEN 1 AND 12),
  CHECK (char_length(`last4`) = 4)
);

CREATE TABLE IF NOT EXISTS `fx_rate` (
  `base` char(3) NOT NULL,
  `quote` char(3) NOT NULL,
  `day` date NOT NULL,
  `rate` double NOT NULL,
  PRIMARY KEY (`base`,`quote`,`day`),
  CHECK (`rate` > 0)
) ENGINE=InnoDB
/*!50100 PARTITION BY RANGE (to_days(`day`))
(PARTITION p2023 VALUES LESS THAN (739251) ENGINE = InnoDB,
 PARTITION pmax VALUES LESS THAN MAXVALUE ENGINE = InnoDB) */;

CREATE TABLE IF NOT EXISTS `payment` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` int unsigned NOT NULL,
  `payer_account_id` bigint unsigned DEFAULT NULL,
  `card_id` bigint unsigned DEFAULT NULL,
  `idempotency_key` varchar(255) NOT NULL,
  `amount` decimal(19,4) NOT NULL,
  `currency` char(3) NOT NULL,
  `state` enum('created','authorised','captured','refunded','failed') NOT NULL DEFAULT 'created',
  `failure` varchar(255) DEFAULT NULL,
  `metadata` json DEFAULT NULL,
  `order_ref` varchar(64) GENERATED ALWAYS AS (json_unquote(json_extract(`metadata`,_utf8mb4'$.order'))) VIRTUAL,
  `created_at` datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_idem` (`merchant_id`,`idempotency_key`(128)),
  KEY `ix_payer` (`payer_account_id`,`created_at`),
  KEY `ix_order` (`merchant_id`,`order_ref`),
  KEY `fk_payment_card` (`card_id`),
  CONSTRAINT `fk_payment_merchant` FOREIGN KEY (`merchant_id`) REFERENCES `merchant` (`id`),
  CONSTRAINT `fk_payment_payer` FOREIGN KEY (`payer_account_id`) REFERENCES `account` (`id`),
  CONSTRAINT `fk_payment_card` FOREIGN KEY (`card_id`) REFERENCES `card` (`id`),
  CONSTRAINT `ck_payment_source` CHECK (((`payer_account_id` is null) <> (`card_id` is null))),
  CONSTRAINT `ck_payment_amount` CHECK ((`amount` > 0))
);

CREATE TABLE `payment_event` (
  `payment_id` bigint unsigned NOT NULL, `seq` int NOT NULL, `kind` varchar(40) NOT NULL, `body` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`body`)),
  `at` timestamp(6) NOT NULL DEFAULT current_timestamp(6),
  PRIMARY KEY (`payment_id`,`seq`),
  CONSTRAINT FOREIGN KEY `fk_event` (`payment_id`) REFERENCES `payment` (`id`) ON DELETE CASCADE
);

CREATE TABLE `refund` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `payment_id` bigint unsigned NOT NULL,
  `amount` decimal(19,4) NOT NULL CHECK (`amount` > 0),
  `reason` tinytext,
  `ledger_tx_id` bigint unsigned UNIQUE,
  KEY (`payment_id`),
  CONSTRAINT `refund_p` FOREIGN KEY (`payment_id`) REFERENCES `payment` (`id`)
);

CREATE TABLE `ledger_tx` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `kind` varchar(20) NOT NULL,
  `payment_id` bigint unsigned DEFAULT NULL,
  `posted_at` datetime NOT NULL,
  PRIMARY KEY (`id`), KEY `posted_at` (`posted_at`), KEY `payment_id` (`payment_id`),
  CONSTRAINT `ltx` FOREIGN KEY (`payment_id`) REFERENCES `payment` (`id`)
);
CREATE TABLE `ledger_entry` (
  `tx_id` bigint unsigned NOT NULL, `line` smallint unsigned NOT NULL, `account_id` bigint unsigned NOT NULL,
  `debit` decimal(19,4) NOT NULL DEFAULT 0, `credit` decimal(19,4) NOT NULL DEFAULT 0,
  PRIMARY KEY (`tx_id`, `line`),
  KEY `by_account` (`account_id`, `tx_id`),
  CONSTRAINT `le_tx` FOREIGN KEY (`tx_id`) REFERENCES `ledger_tx` (`id`),
  CONSTRAINT `le_ac` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`),
  CONSTRAINT `one_side` CHECK ((`debit` = 0) xor (`credit` = 0))
);
ALTER TABLE `refund` ADD CONSTRAINT `refund_tx` FOREIGN KEY (`ledger_tx_id`) REFERENCES `ledger_tx` (`id`);

CREATE TABLE `payout` (
  `id` serial,
  `merchant_id` int unsigned NOT NULL,
  `account_id` bigint unsigned NOT NULL,
  `period_start` date NOT NULL, `period_end` date NOT NULL,
  `gross` decimal(19,4) NOT NULL, `fees` decimal(19,4) NOT NULL,
  `net` decimal(19,4) GENERATED ALWAYS AS (`gross` - `fees`) STORED NOT NULL,
  `sent_at` datetime NULL,
  PRIMARY KEY (`id`),
  UNIQUE `per_period` (`merchant_id`, `period_start`, `period_end`),
  CONSTRAINT `po_m` FOREIGN KEY (`merchant_id`) REFERENCES `merchant` (`id`),
  CONSTRAINT `po_a` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`),
  CONSTRAINT `po_c` CHECK (`period_end` > `period_start`)
);

CREATE TABLE `dispute` (
  `payment_id` bigint unsigned NOT NULL PRIMARY KEY COMMENT 'one per payment',
  `opened` date NOT NULL, `evidence_due` date, `won` bool DEFAULT NULL,
  `evidence` geometry DEFAULT NULL,
  CONSTRAINT `d_p` FOREIGN KEY (`payment_id`) REFERENCES `payment` (`id`),
  KEY `due` (`evidence_due`)
);
CREATE TABLE `webhook_delivery` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `merchant_id` int unsigned NOT NULL,
  `event_payment_id` bigint unsigned NOT NULL, `event_seq` int NOT NULL,
  `attempt` tinyint unsigned NOT NULL DEFAULT 1,
  `http_status` smallint DEFAULT NULL,
  `next_try_at` datetime DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `next` (`next_try_at`) USING BTREE KEY_BLOCK_SIZE=1024 COMMENT 'the worker''s queue',
  KEY `ev` (`event_payment_id`,`event_seq`),
  CONSTRAINT `wd_m` FOREIGN KEY (`merchant_id`) REFERENCES `merchant` (`id`) ON DELETE CASCADE ON UPDATE NO ACTION,
  CONSTRAINT `wd_e` FOREIGN KEY (`event_payment_id`, `event_seq`) REFERENCES `payment_event` (`payment_id`, `seq`)
);
-- Dumping structure for view wallet.v_balances
CREATE TABLE `v_balances` (
	`account_id` BIGINT UNSIGNED NOT NULL,
	`balance` DECIMAL(42,4) NULL
) ENGINE=MyISAM;

-- Dumping structure for trigger wallet.ledger_entry_no_update
SET @OLDTMP_SQL_MODE=@@SQL_MODE, SQL_MODE='STRICT_TRANS_TABLES';
DELIMITER //
CREATE TRIGGER `ledger_entry_no_update` BEFORE UPDATE ON `ledger_entry` FOR EACH ROW BEGIN
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'append only; sorry';
END//
DELIMITER ;
SET SQL_MODE=@OLDTMP_SQL_MODE;

-- Removing temporary table and create final VIEW structure
DROP TABLE IF EXISTS `v_balances`;
CREATE ALGORITHM=UNDEFINED DEFINER=`root`@`%` SQL SECURITY DEFINER VIEW `v_balances` AS select `ledger_entry`.`account_id` AS `account_id`,sum((`ledger_entry`.`debit` - `ledger_entry`.`credit`)) AS `balance` from `ledger_entry` group by `ledger_entry`.`account_id`;
/*!40103 SET TIME_ZONE=IFNULL(@OLD_TIME_ZONE, 'system') */;
