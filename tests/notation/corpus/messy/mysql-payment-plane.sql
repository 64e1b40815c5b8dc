-- expect: tables 9, columns 59, keys 8, uniques 7, references 10, checks 7, indexes 13
# payment system, written by hand on a plane
#   (no semicolons where I forgot them...)
create database if not exists pay; use pay;

CREATE TABLE Merchants
(	id INT AUTO_INCREMENT PRIMARY KEY,	-- surrogate
	name VARCHAR(100) NOT NULL,	# display name
	vat_no VARCHAR(20) UNIQUE KEY,
	contact_email VARCHAR(254) NOT NULL UNIQUE,
	fee DECIMAL(5,4) NOT NULL DEFAULT 0.0290 CHECK (fee >= 0 AND fee < 1),
	country CHAR(2) DEFAULT "US",
	created_at TIMESTAMP DEFAULT NOW() ON UPDATE NOW(),
);

create table Customers (
  id int not null auto_increment,
  merchant_id int not null,
  email varchar(254),
  `name` varchar(100) default '' not null,
  key (email),
  index by_merchant (merchant_id, email(50)),
  primary key using btree (id),
  foreign key (merchant_id) references Merchants(id) on delete cascade
) engine innodb charset utf8mb4

CREATE TABLE IF NOT EXISTS cards (
  token CHAR(36) PRIMARY KEY,
  customer_id INT NOT NULL,
  brand ENUM("visa", "mastercard", "amex") NOT NULL,
  last4 CHAR(4) NOT NULL,
  exp_month TINYINT UNSIGNED NOT NULL,
  exp_year SMALLINT UNSIGNED NOT NULL
  , is_default BOOL DEFAULT FALSE
  , CONSTRAINT FOREIGN KEY (customer_id) REFERENCES Customers (id)
  , CONSTRAINT CHECK (exp_month BETWEEN 1 AND 12)
  , CHECK (exp_year >= 2020)
) ENGINE = InnoDB;

CREATE TABLE payments (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  merchant_id INT NOT NULL,
  customer_id INT NULL,
  card_token CHAR(36),
  amount_cents BIGINT NOT NULL,
  currency CHAR(3) NOT NULL DEFAULT 'USD' COMMENT 'ISO 4217 – “upper case”',
  status ENUM('pending','authorized','captured','failed','refunded') NOT NULL DEFAULT 'pending',
  idem VARCHAR(64) CHARACTER SET ascii NOT NULL,
  failure JSON NULL,
  created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  created_day DATE AS (DATE(created_at)) STORED NOT NULL,
  CONSTRAINT pk PRIMARY KEY (id),
  CONSTRAINT uq_idem UNIQUE KEY idem_idx (merchant_id, idem),
  KEY (customer_id),
  KEY status_created (status, created_at DESC),
  INDEX day_idx USING BTREE (created_day),
  KEY fail_code ((CAST(failure->>'$.code' AS CHAR(32)))),
  CONSTRAINT fk_pay_merchant FOREIGN KEY fk_pm (merchant_id) REFERENCES Merchants (id),
  FOREIGN KEY (customer_id) REFERENCES Customers (id) ON DELETE SET NULL,
  FOREIGN KEY (card_token) REFERENCES cards (token) ON UPDATE CASCADE,
  CONSTRAINT positive CHECK (amount_cents > 0)
)ENGINE=InnoDB,DEFAULT CHARSET=utf8mb4,COLLATE=utf8mb4_unicode_ci;

CREATE TABLE refunds LIKE payments;
ALTER TABLE refunds ADD COLUMN payment_id BIGINT UNSIGNED NOT NULL AFTER id, ADD CONSTRAINT fk_refund FOREIGN KEY (payment_id) REFERENCES payments (id);

CREATE TABLE `ledger entries` (
  `entry no` bigint NOT NULL AUTO_INCREMENT,
  `payment id` bigint unsigned,
  account varchar(30) not null,
  debit decimal(19,4) not null default 0,
  credit decimal(19,4) not null default 0,
  PRIMARY KEY (`entry no`),
  KEY `by payment` (`payment id`, `account`),
  CONSTRAINT `debit or credit` CHECK ((debit = 0) <> (credit = 0)),
  CONSTRAINT `fk payment` FOREIGN KEY (`payment id`) REFERENCES `payments` (`id`)
);

create table payouts(id serial, merchant_id int not null, amount numeric(19,4), sent date, constraint fk_po foreign key(merchant_id)references Merchants(id), unique(merchant_id,sent));
create table webhooks(
  id int auto_increment key,
  merchant_id int not null,
  url text not null,
  secret varbinary(64),
  last_status int(3) unsigned zerofill,
  unique key uq_url (merchant_id, url(191)),
  foreign key (merchant_id) references Merchants(id) on delete cascade
) auto_increment = 1000;
create table disputes (
  payment_id bigint unsigned primary key comment 'one dispute per payment',
  reason varchar(200) not null default 'n/a; see "notes"',
  opened datetime default current_timestamp,
  closed datetime default null,
  constraint disputes_fk foreign key (payment_id) references payments (id) on delete restrict,
  constraint order_ok check (closed is null or closed >= opened)
);
create index open_disputes on disputes(closed, opened);
create unique index uq_brand on cards (customer_id, last4, exp_month, exp_year);
insert into Merchants(name, contact_email) values ('Joe\'s "Diner"', 'joe@x.y');
delimiter //
create procedure capture(in pid bigint)
begin
  declare exit handler for sqlexception begin rollback; end;
  start transaction;
  update payments set status = 'captured' where id = pid;
  commit;
end//
delimiter ;
create trigger t_bi before insert on payments for each row set new.currency = upper(new.currency);
