-- expect: tables 18, columns 104, keys 17, uniques 9, references 28, checks 7, indexes 15
-- +goose Up
-- 00001 .. 00009, squashed
# chat, MySQL 8 / MariaDB 10.6
create table workspace (
  id int not null auto_increment,
  slug varchar(63) character set ascii not null,
  name varchar(255) not null,
  plan enum ('free', 'pro', 'enterprise') default 'free' not null,
  created timestamp default now() not null,
  constraint workspace_pk primary key (id),
  constraint workspace_slug unique (slug),
  check (slug regexp '^[a-z0-9-]+$')
) engine innodb, default charset = utf8mb4, comment 'a team';

create table account (
  id int unsigned auto_increment primary key comment 'who?',
  email varchar(320) not null unique key comment 'lower case, please; unique',
  pass_hash char(60) binary null,
  nick varchar(40) collate utf8mb4_bin not null,
  tz varchar(64) not null default "Europe/Berlin",
  status_emoji varchar(8) default '\'', status_text varchar(100) default 'a; b -- c',
  seen_at datetime default null on update current_timestamp,
  deleted boolean not null default false,
  key nick_i (nick) using btree,
  key (deleted, seen_at desc)
);

create table membership (
  workspace_id int not null,
  account_id int unsigned not null,
  role enum('owner','admin','member','guest') not null default 'member',
  invited_by int unsigned,
  joined timestamp null default current_timestamp(),
  primary key (workspace_id, account_id),
  index acc (account_id),
  constraint foreign key (workspace_id) references workspace (id) on delete cascade,
  constraint `mem_acc` foreign key `mem_acc_i` (account_id) references account (id) on delete cascade,
  foreign key inv (invited_by) references account (id) on delete set null
);

create table channel (
  id bigint auto_increment,
  workspace_id int not null,
  name varchar(80),
  topic text,
  kind tinyint not null default 0 comment '0=public 1=private 2=dm',
  creator int unsigned,
  archived_at datetime,
  dm_key varchar(64) as (case when kind = 2 then name else null end) virtual unique,
  primary key (id),
  unique key uq_name (workspace_id, name),
  foreign key (workspace_id) references workspace (id),
  foreign key (creator) references account (id),
  constraint kind_known check (kind in (0, 1, 2)) enforced
);

create table channel_member (
  channel_id bigint not null, account_id int unsigned not null,
  muted bit not null default b'0', last_read_id bigint default 0, starred bool default 0,
  primary key using btree (channel_id, account_id),
  key rev (account_id, channel_id),
  foreign key (channel_id) references channel (id) on delete cascade,
  foreign key (account_id) references account (id) on delete cascade
);

create table message (
  id bigint unsigned not null auto_increment,
  channel_id bigint not null,
  author int unsigned null,
  parent bigint unsigned null,
  body mediumtext not null,
  body_html mediumtext generated always as (replace(body, '<', '&lt;')) stored,
  sent_at datetime(6) not null default current_timestamp(6),
  edited_at datetime(6) null on update current_timestamp(6),
  client_id binary(16) not null,
  primary key (id),
  unique (channel_id, client_id),
  key timeline (channel_id, sent_at, id),
  key thread (parent),
  fulltext index words (body) with parser ngram,
  constraint msg_channel foreign key (channel_id) references channel (id) on delete cascade,
  constraint msg_author foreign key (author) references account (id) on delete set null,
  constraint msg_parent foreign key (parent) references message (id) on delete cascade,
  constraint not_empty check (char_length(trim(body)) > 0)
) auto_increment = 1000 row_format = compressed key_block_size = 8;

create table reaction (
  message_id bigint unsigned not null references message (id),
  account_id int unsigned not null references account (id),
  emoji varchar(32) character set utf8mb4 collate utf8mb4_bin not null,
  at timestamp not null default current_timestamp,
  primary key (message_id, account_id, emoji)
);

create table mention (message_id bigint unsigned not null, account_id int unsigned not null, seen tinyint(1) not null default '0');
alter table mention add primary key (message_id, account_id), add key unseen (account_id, seen, message_id),
  add constraint fk_m foreign key (message_id) references message (id) on delete cascade, add foreign key (account_id) references account (id);

create table attachment (
  id char(26) not null primary key,
  message_id bigint unsigned,
  uploader int unsigned not null,
  filename varchar(255) not null, mime varchar(127) not null default 'application/octet-stream',
  size int unsigned not null,
  dim point null srid 0,
  exif json null,
  camera varchar(60) as (exif ->> '$.camera') virtual,
  constraint att_size check (size <= 100 * 1024 * 1024),
  constraint check (json_valid(exif)),
  key camera_i (camera),
  foreign key (message_id) references message (id) on delete set null on update restrict,
  foreign key (uploader) references account (id)
);
create table pin (channel_id bigint not null, message_id bigint unsigned not null, pinned_by int unsigned, unique (message_id), primary key (channel_id, message_id));
alter table pin add foreign key (channel_id) references channel(id), add foreign key (message_id) references message(id);
alter table pin add foreign key (pinned_by) references account(id) on delete set default;

create table emoji (
  id serial primary key, workspace_id int not null, short varchar(50) not null, url varchar(1000) not null, alias_of bigint unsigned,
  unique index short_i (workspace_id, short), foreign key (workspace_id) references workspace(id), foreign key (alias_of) references emoji(id)
);
create table invite (
  code char(12) primary key default (substr(md5(rand()), 1, 12)),
  workspace_id int not null, created_by int unsigned not null, email varchar(320),
  max_uses smallint unsigned default 1, uses smallint unsigned not null default 0, expires datetime default (now() + interval 7 day),
  check (uses <= max_uses),
  foreign key (workspace_id) references workspace (id) on delete cascade, foreign key (created_by) references account (id)
);
create table session (
  token_hash binary(32) not null, account_id int unsigned not null, ip varbinary(16), user_agent varchar(500), expires_at int unsigned not null,
  primary key (token_hash), foreign key (account_id) references account (id) on delete cascade
);
create index session_exp on session (expires_at) algorithm inplace lock none;
create unique index session_one on session (account_id, ip);

create table presence (account_id int unsigned primary key, state enum('on','away','off') not null, at double not null) engine = memory;
create table bot like account;
create table `call` (
  `id` bigint primary key auto_increment,
  `channel_id` bigint not null,
  `started` datetime not null, `ended` datetime,
  `length_s` int generated always as (timestampdiff(second, `started`, `ended`)) virtual,
  constraint `ended_after` check (`ended` is null or `ended` >= `started`),
  foreign key (`channel_id`) references `channel` (`id`)
);
create table call_participant (call_id bigint, account_id int unsigned, `left` datetime, quality decimal(3,2) unsigned check (quality <= 5), primary key (call_id, account_id));
alter table call_participant add constraint cp_call foreign key (call_id) references `call` (id) on delete cascade;
alter table call_participant add constraint cp_acc foreign key (account_id) references account (id) on delete cascade;
create table audit (at datetime(6) not null, actor int unsigned, action varchar(60) not null, target json, key (actor, at)) partition by range columns (at) (partition p0 values less than ('2024-01-01'), partition pm values less than (maxvalue));

alter table account add column locale varchar(10) not null default 'en' after tz, add column avatar blob, drop column status_emoji;
alter table message add column deleted_by int unsigned null, add constraint msg_del foreign key (deleted_by) references account(id);
alter table channel change column topic purpose text null comment 'was: topic', add index by_creator (creator);
alter table channel_member modify last_read_id bigint unsigned not null default 0, alter starred set default 1;
rename table audit to audit_log, session to web_session;
alter table workspace rename column created to created_at, add spatial index nope (id);
alter table attachment drop check att_size, drop index camera_i;
-- +goose StatementBegin
create procedure purge() begin delete from web_session where expires_at < unix_timestamp(); end;
-- +goose StatementEnd
-- +goose Down
