-- expect: tables 6, columns 27, keys 4, uniques 1, references 0, checks 0, indexes 6
# phpMyAdmin SQL Dump
# version 4.9
SET SQL_MODE = "NO_AUTO_VALUE_ON_ZERO";
START TRANSACTION;
SET time_zone = "+00:00";

CREATE TABLE `tbl_item` (
  `ItemID` int(11) NOT NULL,
  `ItemName` varchar(200) CHARACTER SET latin1 NOT NULL,
  `Price` float NOT NULL DEFAULT '0',
  `Tag1` varchar(30) DEFAULT NULL,
  `Tag2` varchar(30) DEFAULT NULL,
  `Active` enum("Y","N") NOT NULL DEFAULT "Y"
) ENGINE=MyISAM DEFAULT CHARSET=latin1;

INSERT INTO `tbl_item` (`ItemID`, `ItemName`, `Price`, `Tag1`, `Tag2`, `Active`) VALUES
(1, 'Bolt \'M6\'', 0.2, NULL, NULL, 'Y'),
(2, 'Nut; (steel)', 0.1, NULL, NULL, 'N');

CREATE TABLE `tbl_supplier` (
  `SupID` int(11) NOT NULL,
  `SupName` varchar(100) NOT NULL,
  `SupPhone` varchar(20) DEFAULT NULL,
  `JoinedOn` date NOT NULL DEFAULT '2000-01-01'
) ENGINE=MyISAM DEFAULT CHARSET=latin1;

CREATE TABLE `tbl_stock` (
  `ItemID` int(11) NOT NULL,
  `SupID` int(11) NOT NULL,
  `Qty` mediumint(8) UNSIGNED ZEROFILL NOT NULL,
  `Moved` year(4) DEFAULT NULL
) ENGINE=MyISAM;

CREATE TABLE `tbl_log` (
  `When` datetime NOT NULL,
  `What` longblob,
  `key` varchar(10) DEFAULT NULL,
  `index` int(11) DEFAULT NULL
) ENGINE=ARCHIVE;

CREATE TABLE `tbl_user` (
  `uid` int(11) NOT NULL,
  `uname` varchar(20) NOT NULL,
  `pw` char(32) NOT NULL,
  `lvl` tinyint(4) NOT NULL DEFAULT '0',
  `x` int(11) DEFAULT '0'
) ENGINE=MyISAM;

CREATE TABLE `tbl_copy` LIKE `tbl_supplier`;

--
-- Indexes for dumped tables
--
ALTER TABLE `tbl_item`
  ADD PRIMARY KEY (`ItemID`),
  ADD KEY `ItemName` (`ItemName`(50)),
  ADD KEY `Price` (`Price`);

ALTER TABLE `tbl_supplier`
  ADD PRIMARY KEY (`SupID`);

ALTER TABLE `tbl_stock`
  ADD PRIMARY KEY (`ItemID`,`SupID`),
  ADD KEY `SupID` (`SupID`),
  ADD INDEX (`Qty`);

ALTER TABLE `tbl_user`
  ADD PRIMARY KEY (`uid`),
  ADD UNIQUE KEY `uname` (`uname`);

ALTER TABLE `tbl_log` ADD KEY (`When`), ADD KEY `what` (`What`(100));

--
-- AUTO_INCREMENT for dumped tables
--
ALTER TABLE `tbl_item`
  MODIFY `ItemID` int(11) NOT NULL AUTO_INCREMENT, AUTO_INCREMENT=3;
ALTER TABLE `tbl_user`
  MODIFY `uid` int(11) NOT NULL AUTO_INCREMENT;
COMMIT;
