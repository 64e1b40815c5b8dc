-- expect: tables 5, columns 26, keys 5, uniques 3, references 6, checks 3, indexes 5
create database if not exists auctions default character set utf8mb4;
use auctions;
create table users (
  id int auto_increment primary key,
  username varchar(50) not null unique,
  email varchar(100) not null unique key,
  created_at datetime default now()
) engine = innodb;

create table items (
  id int not null auto_increment,
  seller_id int not null,
  title varchar(200) not null, # shown in lists
  description text,
  start_price decimal(10, 2) not null check (start_price > 0),
  primary key (id),
  foreign key (seller_id) references users(id),
  fulltext index ft_items (title, description)
) engine = innodb;

create table auctions (
  id int unsigned auto_increment primary key,
  item_id int not null,
  starts_at datetime not null,
  ends_at datetime not null,
  state enum('draft', 'open', 'closed') not null default 'draft',
  winner_id int null,
  unique index (item_id),
  index idx_state_end (state, ends_at),
  constraint chk_times check (ends_at > starts_at),
  constraint fk_item foreign key fk_item_idx (item_id) references items (id) on delete cascade,
  constraint fk_winner foreign key (winner_id) references users (id) on delete set null on update cascade
) engine = innodb;

create table bids (
  id bigint unsigned not null auto_increment primary key comment 'never reused',
  auction_id int unsigned not null,
  bidder_id int not null,
  amount decimal(10,2) not null,
  placed_at timestamp(6) not null default current_timestamp(6),
  ip varbinary(16),
  key (auction_id, amount desc),
  key bidder (bidder_id) using btree,
  check (amount > 0)
);
alter table bids
  add constraint fk_bid_auction foreign key (auction_id) references auctions (id) on delete cascade,
  add constraint fk_bid_bidder foreign key (bidder_id) references users (id);

create table watches (
  user_id int not null,
  auction_id int unsigned not null,
  since datetime, note tinytext, alarm boolean default true,
  primary key (user_id, auction_id),
  foreign key (user_id) references users (id) on delete cascade
);
create index watches_auction on watches (auction_id);
