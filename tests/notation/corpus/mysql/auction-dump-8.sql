-- expect: tables 8, columns 45, keys 8, uniques 6, references 8, checks 4, indexes 12
-- MySQL dump 10.13  Distrib 8.0.39, for Linux (x86_64)
--
-- Host: db    Database: auction
-- ------------------------------------------------------
-- Server version	8.0.39-0ubuntu0.22.04.1

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS */;
/*!50503 SET NAMES utf8mb4 */;
/*!40103 SET TIME_ZONE='+00:00' */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;

--
-- Current Database: `auction`
--

CREATE DATABASE /*!32312 IF NOT EXISTS*/ `auction` /*!40100 DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci */ /*!80016 DEFAULT ENCRYPTION='N' */;

USE `auction`;

--
-- Table structure for table `auctions`
--

DROP TABLE IF EXISTS `auctions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `auctions` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `public_id` binary(16) NOT NULL DEFAULT (uuid_to_bin(uuid(),1)),
  `item_id` bigint unsigned NOT NULL,
  `state` enum('draft','open','it''s closed','void, by staff') CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT 'draft',
  `flags` set('reserve','featured','a\\b') COLLATE utf8mb4_bin DEFAULT NULL,
  `opens_at` datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  `closes_at` datetime(6) NOT NULL,
  `reserve` decimal(12,2) unsigned zerofill DEFAULT NULL,
  `length` bigint GENERATED ALWAYS AS (timestampdiff(SECOND,`opens_at`,`closes_at`)) STORED,
  `meta` json NOT NULL DEFAULT (_utf8mb4'{}'),
  `updated_at` timestamp(6) NULL DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP(6),
  `hidden` tinyint(1) NOT NULL DEFAULT '0' /*!80023 INVISIBLE */,
  PRIMARY KEY (`id`),
  UNIQUE KEY `auctions_public_id_unique` (`public_id`),
  UNIQUE KEY `one_open` (`item_id`,(case when (`state` = _ascii'open') then 1 end)),
  KEY `idx_closing` (`state`,`closes_at` DESC) /*!80000 INVISIBLE */,
  KEY `idx_len` (((`length` div 3600))),
  KEY `idx_tags` ((cast(json_extract(`meta`,_utf8mb4'$.tags') as char(40) array))),
  CONSTRAINT `auctions_item_fk` FOREIGN KEY (`item_id`) REFERENCES `items` (`id`) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT `closes_after` CHECK ((`closes_at` > `opens_at`)),
  CONSTRAINT `meta_valid` CHECK (json_valid(`meta`)) /*!80016 NOT ENFORCED */
) ENGINE=InnoDB AUTO_INCREMENT=1044 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci COMMENT='one per item; see (items)';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `auctions`
--

LOCK TABLES `auctions` WRITE;
/*!40000 ALTER TABLE `auctions` DISABLE KEYS */;
INSERT INTO `auctions` (`id`, `public_id`, `item_id`) VALUES (1,_binary '\0\'ab;\");\r\n',7),(2,0x00FF,8);
/*!40000 ALTER TABLE `auctions` ENABLE KEYS */;
UNLOCK TABLES;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`%`*/ /*!50003 TRIGGER `auctions_bi` BEFORE INSERT ON `auctions` FOR EACH ROW BEGIN
  IF NEW.closes_at < NOW() THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'too late; sorry';
  END IF;
END */;;
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;

DROP TABLE IF EXISTS `bids`;
CREATE TABLE `bids` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `auction_id` bigint unsigned NOT NULL,
  `bidder_id` int unsigned NOT NULL,
  `amount` decimal(12,2) NOT NULL,
  `placed_at` timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  `ip` varbinary(16) DEFAULT NULL COMMENT 'v4 or v6, it''s "raw"; no text)',
  PRIMARY KEY (`id`,`auction_id`),
  UNIQUE KEY `bids_amount` (`auction_id`,`amount`) USING BTREE,
  KEY `bids_bidder` (`bidder_id`,`placed_at`) KEY_BLOCK_SIZE=8
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 ROW_FORMAT=COMPRESSED
/*!50100 PARTITION BY RANGE (`auction_id`)
SUBPARTITION BY HASH (`id`)
SUBPARTITIONS 2
(PARTITION p0 VALUES LESS THAN (1000000) ENGINE = InnoDB,
 PARTITION pmax VALUES LESS THAN MAXVALUE ENGINE = InnoDB) */;

DROP TABLE IF EXISTS `categories`;
CREATE TABLE `categories` (
  `id` smallint unsigned NOT NULL AUTO_INCREMENT,
  `parent_id` smallint unsigned DEFAULT NULL,
  `path` varchar(255) COLLATE utf8mb4_bin NOT NULL,
  `name` varchar(80) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `path` (`path`),
  KEY `parent_id` (`parent_id`),
  CONSTRAINT `categories_ibfk_1` FOREIGN KEY (`parent_id`) REFERENCES `categories` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

DROP TABLE IF EXISTS `item_categories`;
CREATE TABLE `item_categories` (
  `item_id` bigint unsigned NOT NULL,
  `category_id` smallint unsigned NOT NULL,
  PRIMARY KEY (`item_id`,`category_id`),
  KEY `category_id` (`category_id`),
  CONSTRAINT `item_categories_ibfk_1` FOREIGN KEY (`item_id`) REFERENCES `items` (`id`) ON DELETE CASCADE,
  CONSTRAINT `item_categories_ibfk_2` FOREIGN KEY (`category_id`) REFERENCES `categories` (`id`)
) ENGINE=InnoDB;

DROP TABLE IF EXISTS `items`;
CREATE TABLE `items` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `seller_id` int unsigned NOT NULL,
  `title` varchar(200) NOT NULL,
  `body` mediumtext,
  `where_is` point NOT NULL /*!80003 SRID 4326 */,
  `year_made` year DEFAULT NULL,
  `photo` longblob,
  PRIMARY KEY (`id`),
  KEY `items_seller` (`seller_id`),
  KEY `items_title` (`title`(32)),
  SPATIAL KEY `items_where` (`where_is`),
  FULLTEXT KEY `items_text` (`title`,`body`),
  CONSTRAINT `items_seller_fk` FOREIGN KEY (`seller_id`) REFERENCES `users` (`id`)
) ENGINE=InnoDB;

DROP TABLE IF EXISTS `users`;
CREATE TABLE `users` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `email` varchar(254) NOT NULL,
  `key` varchar(20) DEFAULT NULL,
  `index` int DEFAULT NULL,
  `password_hash` char(60) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL,
  `created` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  UNIQUE KEY `email` (`email`),
  UNIQUE KEY `email_ci` ((lower(`email`)))
) ENGINE=InnoDB;

DROP TABLE IF EXISTS `watches`;
CREATE TABLE `watches` (
  `user_id` int unsigned NOT NULL,
  `auction_id` bigint unsigned NOT NULL,
  `since` date NOT NULL DEFAULT (curdate()),
  PRIMARY KEY (`user_id`,`auction_id`),
  KEY `watches_auction` (`auction_id`),
  CONSTRAINT `watches_auction_fk` FOREIGN KEY (`auction_id`) REFERENCES `auctions` (`id`) ON DELETE CASCADE,
  CONSTRAINT `watches_user_fk` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB;

DROP TABLE IF EXISTS `feedback`;
CREATE TABLE `feedback` (
  `auction_id` bigint unsigned NOT NULL,
  `from_user` int unsigned NOT NULL,
  `to_user` int unsigned NOT NULL,
  `stars` tinyint NOT NULL,
  `text` tinytext,
  PRIMARY KEY (`auction_id`,`from_user`),
  KEY `to_user` (`to_user`),
  CONSTRAINT `feedback_ibfk_1` FOREIGN KEY (`auction_id`) REFERENCES `auctions` (`id`),
  CONSTRAINT `feedback_chk_1` CHECK ((`stars` between 1 and 5)),
  CONSTRAINT `feedback_chk_2` CHECK ((`from_user` <> `to_user`))
) ENGINE=InnoDB;

--
-- Temporary view structure for view `live`
--

DROP TABLE IF EXISTS `live`;
/*!50001 DROP VIEW IF EXISTS `live`*/;
SET @saved_cs_client     = @@character_set_client;
/*!50001 CREATE VIEW `live` AS SELECT 
 1 AS `id`,
 1 AS `title`*/;
/*!50106 SET @save_time_zone= @@TIME_ZONE */ ;
/*!50106 DROP EVENT IF EXISTS `close_all` */;
DELIMITER ;;
/*!50106 CREATE*/ /*!50117 DEFINER=`root`@`%`*/ /*!50106 EVENT `close_all` ON SCHEDULE EVERY 1 MINUTE STARTS '2024-01-01 00:00:00' ON COMPLETION NOT PRESERVE ENABLE DO CALL close_due() */ ;;
DELIMITER ;
DELIMITER ;;
CREATE DEFINER=`root`@`%` PROCEDURE `close_due`()
BEGIN
  DECLARE done INT DEFAULT FALSE;
  UPDATE auctions SET state = 'it''s closed' WHERE closes_at < NOW();
END ;;
DELIMITER ;
/*!50001 DROP VIEW IF EXISTS `live`*/;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=`root`@`%` SQL SECURITY DEFINER */
/*!50001 VIEW `live` AS select `a`.`id` AS `id`,`i`.`title` AS `title` from (`auctions` `a` join `items` `i` on((`i`.`id` = `a`.`item_id`))) */;
/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;

-- Dump completed on 2024-08-01 10:00:00
