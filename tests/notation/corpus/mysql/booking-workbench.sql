-- expect: tables 5, columns 25, keys 5, uniques 3, references 6, checks 0, indexes 6
-- MySQL Workbench Forward Engineering
SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0;
SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES';

CREATE SCHEMA IF NOT EXISTS `hotel` DEFAULT CHARACTER SET utf8 ;
USE `hotel` ;

-- -----------------------------------------------------
-- Table `hotel`.`hotels`
-- -----------------------------------------------------
CREATE TABLE IF NOT EXISTS `hotel`.`hotels` (
  `idhotels` INT NOT NULL AUTO_INCREMENT,
  `name` VARCHAR(45) NOT NULL,
  `city` VARCHAR(45) NULL,
  `location` POINT NOT NULL SRID 4326,
  PRIMARY KEY (`idhotels`),
  SPATIAL INDEX `loc` (`location`),
  UNIQUE INDEX `name_UNIQUE` (`name` ASC, `city` ASC) VISIBLE)
ENGINE = InnoDB;


CREATE TABLE IF NOT EXISTS `hotel`.`rooms` (
  `idrooms` INT NOT NULL AUTO_INCREMENT,
  `hotels_idhotels` INT NOT NULL,
  `number` VARCHAR(10) NOT NULL,
  `rate` DECIMAL(8,2) ZEROFILL NULL DEFAULT 0,
  PRIMARY KEY (`idrooms`),
  INDEX `fk_rooms_hotels_idx` (`hotels_idhotels` ASC) VISIBLE,
  UNIQUE INDEX `room_UNIQUE` (`hotels_idhotels` ASC, `number` ASC) VISIBLE,
  CONSTRAINT `fk_rooms_hotels`
    FOREIGN KEY (`hotels_idhotels`)
    REFERENCES `hotel`.`hotels` (`idhotels`)
    ON DELETE NO ACTION
    ON UPDATE NO ACTION)
ENGINE = InnoDB
DEFAULT CHARACTER SET = utf8
COMMENT = 'a room, not a type';


CREATE TABLE IF NOT EXISTS `hotel`.`guests` (
  `idguests` INT NOT NULL AUTO_INCREMENT,
  `email` VARCHAR(100) NOT NULL COLLATE 'utf8_bin',
  `birthday` DATE NULL,
  `vip` TINYINT(1) NOT NULL DEFAULT 0,
  `notes` LONGTEXT CHARACTER SET 'utf8mb4' NULL,
  PRIMARY KEY (`idguests`),
  UNIQUE INDEX `email_UNIQUE` (`email` ASC) INVISIBLE)
ENGINE = InnoDB;


CREATE TABLE IF NOT EXISTS `hotel`.`reservations` (
  `rooms_idrooms` INT NOT NULL,
  `guests_idguests` INT NOT NULL,
  `from` DATE NOT NULL,
  `to` DATE NOT NULL,
  `status` ENUM('held', 'confirmed', 'cancelled') NOT NULL DEFAULT 'held',
  `created` TIMESTAMP NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (`rooms_idrooms`, `from`),
  INDEX `fk_rooms_has_guests_guests1_idx` (`guests_idguests` ASC) VISIBLE,
  INDEX `fk_rooms_has_guests_rooms1_idx` (`rooms_idrooms` ASC, `from` DESC) VISIBLE,
  CONSTRAINT `fk_rooms_has_guests_rooms1`
    FOREIGN KEY (`rooms_idrooms`)
    REFERENCES `hotel`.`rooms` (`idrooms`)
    ON DELETE CASCADE
    ON UPDATE NO ACTION,
  CONSTRAINT `fk_rooms_has_guests_guests1`
    FOREIGN KEY (`guests_idguests`)
    REFERENCES `hotel`.`guests` (`idguests`))
ENGINE = InnoDB;


CREATE TABLE IF NOT EXISTS `hotel`.`reviews` (
  `id` INT NOT NULL,
  `hotel` INT NOT NULL,
  `room` INT NULL,
  `guest` INT NOT NULL,
  `stars` TINYINT UNSIGNED NOT NULL,
  `body` TEXT(2000) NULL,
  PRIMARY KEY (`id`),
  INDEX `h` (`hotel` ASC, `stars` DESC) VISIBLE,
  INDEX `g` (`guest` ASC) VISIBLE,
  CONSTRAINT `r_h` FOREIGN KEY (`hotel`) REFERENCES `hotel`.`hotels` (`idhotels`),
  CONSTRAINT `r_r` FOREIGN KEY (`room`) REFERENCES `hotel`.`rooms` (`idrooms`),
  CONSTRAINT `r_g` FOREIGN KEY (`guest`) REFERENCES `hotel`.`guests` (`idguests`) ON DELETE CASCADE ON UPDATE CASCADE)
ENGINE = InnoDB;

SET SQL_MODE=@OLD_SQL_MODE;
SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS;
