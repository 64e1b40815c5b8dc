-- expect: tables 5, columns 22, keys 5, uniques 2, references 5, checks 2, indexes 4
/*M!999999\- enable the sandbox mode */
-- MariaDB dump 10.19-11.4.2-MariaDB, for debian-linux-gnu (x86_64)
/*!40101 SET NAMES utf8mb4 */;
CREATE OR REPLACE TABLE `profiles` (
  `id` uuid NOT NULL DEFAULT uuid(),
  `nick` varchar(32) NOT NULL,
  `about` text DEFAULT NULL,
  `prefs` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '{}' CHECK (json_valid(`prefs`)),
  `seen` datetime DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  PRIMARY KEY (`id`),
  UNIQUE KEY `nick` (`nick`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE `rooms` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `topic` varchar(100) NOT NULL DEFAULT 'it''s new',
  `owner` uuid DEFAULT NULL,
  `kind` tinyint(3) unsigned NOT NULL DEFAULT 0 COMMENT '0: open; 1: closed, 2: secret',
  PRIMARY KEY (`id`),
  KEY `owner` (`owner`),
  CONSTRAINT `rooms_ibfk_1` FOREIGN KEY (`owner`) REFERENCES `profiles` (`id`) ON DELETE SET NULL,
  CONSTRAINT `kinds` CHECK (`kind` between 0 and 2)
) ENGINE=InnoDB AUTO_INCREMENT=17 WITH SYSTEM VERSIONING;
CREATE TABLE `room_members` (
  `room` int(10) unsigned NOT NULL,
  `who` uuid NOT NULL,
  `since` timestamp NOT NULL DEFAULT '0000-00-00 00:00:00',
  PRIMARY KEY (`room`,`who`),
  KEY `who` (`who`),
  CONSTRAINT `room_members_ibfk_1` FOREIGN KEY (`room`) REFERENCES `rooms` (`id`) ON DELETE CASCADE,
  CONSTRAINT `room_members_ibfk_2` FOREIGN KEY (`who`) REFERENCES `profiles` (`id`)
) ENGINE=InnoDB;
CREATE TABLE `lines` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `room` int(10) unsigned NOT NULL,
  `who` uuid DEFAULT NULL,
  `text` mediumtext NOT NULL,
  `at` datetime(6) NOT NULL,
  `sha` binary(20) GENERATED ALWAYS AS (unhex(sha(`text`))) STORED,
  `edits` int(11) NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`),
  KEY `room_at` (`room`,`at`),
  FULLTEXT KEY `text` (`text`),
  CONSTRAINT `lines_room` FOREIGN KEY (`room`) REFERENCES `rooms` (`id`) ON DELETE CASCADE,
  CONSTRAINT `lines_who` FOREIGN KEY (`who`) REFERENCES `profiles` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB;
CREATE TABLE `tokens` (`t` char(43) NOT NULL PRIMARY KEY, `who` uuid NOT NULL, `until` datetime NOT NULL, `ip` inet6 DEFAULT NULL, UNIQUE KEY `one` (`who`,`until`)) ENGINE=MEMORY;
ALTER TABLE tokens DROP COLUMN ip;
LOCK TABLES `tokens` WRITE;
UNLOCK TABLES;
