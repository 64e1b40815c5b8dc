-- expect: tables 6, columns 35, keys 6, uniques 4, references 6, checks 1, indexes 8
-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: localhost    Database: shop
-- ------------------------------------------------------
/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!50503 SET NAMES utf8mb4 */;
/*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;

--
-- Table structure for table `addresses`
--

DROP TABLE IF EXISTS `addresses`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `addresses` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `customer_id` int unsigned NOT NULL,
  `line1` varchar(120) COLLATE utf8mb4_unicode_ci NOT NULL COMMENT 'street, number (and floor)',
  `line2` varchar(120) COLLATE utf8mb4_unicode_ci DEFAULT NULL,
  `country` char(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'DE',
  PRIMARY KEY (`id`),
  KEY `addresses_customer` (`customer_id`),
  CONSTRAINT `addresses_customer_fk` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB AUTO_INCREMENT=912 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `addresses`
--

LOCK TABLES `addresses` WRITE;
/*!40000 ALTER TABLE `addresses` DISABLE KEYS */;
INSERT INTO `addresses` VALUES (1,7,'Main St. 1\'s; CREATE TABLE x (y int)',NULL,'DE'),(2,8,'O\"Hara',NULL,'US');
/*!40000 ALTER TABLE `addresses` ENABLE KEYS */;
UNLOCK TABLES;

DROP TABLE IF EXISTS `customers`;
CREATE TABLE `customers` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `email` varchar(254) NOT NULL,
  `password` binary(60) DEFAULT NULL,
  `gender` enum('f','m','x') DEFAULT NULL,
  `flags` set('vip','blocked','staff') NOT NULL DEFAULT '',
  `created_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_at` timestamp NULL DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  UNIQUE KEY `customers_email` (`email`),
  KEY `customers_created` (`created_at` DESC) USING BTREE COMMENT 'newest first'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='people who buy; see `orders`';

CREATE TABLE `products` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `sku` varchar(40) NOT NULL,
  `title` varchar(255) NOT NULL,
  `description` mediumtext,
  `price` decimal(10,2) unsigned NOT NULL DEFAULT '0.00',
  `spec` json DEFAULT NULL,
  `brand` varchar(60) GENERATED ALWAYS AS (json_unquote(json_extract(`spec`,_utf8mb4'$.brand'))) VIRTUAL,
  PRIMARY KEY (`id`) USING BTREE,
  UNIQUE KEY `sku` (`sku`),
  KEY `title_prefix` (`title`(20)),
  KEY `brand` (`brand`),
  FULLTEXT KEY `search` (`title`,`description`) /*!50100 WITH PARSER `ngram` */ ,
  CONSTRAINT `products_chk_1` CHECK ((`price` >= 0))
) ENGINE=InnoDB ROW_FORMAT=DYNAMIC;

CREATE TABLE `orders` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `customer_id` int unsigned NOT NULL,
  `ship_to` int unsigned DEFAULT NULL,
  `number` char(12) NOT NULL,
  `status` enum('new','paid','shipped','cancelled') NOT NULL DEFAULT 'new',
  `placed_at` datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
  PRIMARY KEY (`id`),
  UNIQUE KEY `number` (`number`),
  KEY `orders_customer` (`customer_id`,`placed_at`),
  KEY `orders_ship_to` (`ship_to`),
  CONSTRAINT `orders_customer_fk` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`),
  CONSTRAINT `orders_ship_to_fk` FOREIGN KEY (`ship_to`) REFERENCES `addresses` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4
/*!50100 PARTITION BY KEY (id)
PARTITIONS 4 */;

CREATE TABLE `order_items` (
  `order_id` bigint unsigned NOT NULL,
  `line` tinyint unsigned NOT NULL,
  `product_id` int unsigned NOT NULL,
  `quantity` smallint unsigned NOT NULL DEFAULT '1',
  `unit_price` decimal(10,2) NOT NULL,
  PRIMARY KEY (`order_id`,`line`),
  UNIQUE KEY `once` (`order_id`,`product_id`),
  KEY `product_id` (`product_id`),
  CONSTRAINT `items_order` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`) ON DELETE CASCADE,
  CONSTRAINT `items_product` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE RESTRICT
) ENGINE=InnoDB;

CREATE TABLE `product_images` (
  `product_id` int unsigned NOT NULL,
  `position` int NOT NULL,
  `url` varchar(500) NOT NULL,
  `width` int DEFAULT NULL,
  `height` int DEFAULT NULL,
  PRIMARY KEY (`product_id`,`position`),
  CONSTRAINT `images_product` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE CASCADE
);

--
-- Dumping routines
--
DELIMITER ;;
CREATE DEFINER=`root`@`localhost` PROCEDURE `close_orders`()
BEGIN
  UPDATE orders SET status = 'cancelled' WHERE placed_at < now() - INTERVAL 30 DAY;
  CREATE TEMPORARY TABLE not_in_the_design (id int);
END ;;
DELIMITER ;
/*!50001 CREATE VIEW `paid_orders` AS SELECT * FROM `orders` WHERE `status` = 'paid' */;
/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;

-- Dump completed on 2024-03-01 12:00:00
