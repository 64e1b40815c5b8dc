-- expect: tables 8, columns 32, keys 7, uniques 2, references 12, checks 4, indexes 4
-- our social app (draft!!)   copied out of Word
create extension citext

CREATE TABLE “Users” (
	ID	bigserial primary key,
	Email	citext not null unique,
	Handle	varchar(30) not null check (length(Handle) > 2),
	bio	text default ‘hello – it’,
	settings	jsonb not null default ‘{}’,
)

Create Table posts
(
  id bigserial
  author_id bigint not null references “Users”(id) on delete cascade
  body text not null,
  tags text[] default '{}',
  reply_to bigint references posts,
  created timestamptz not null default now()
  primary key (id)
)
create index posts_author on posts(author_id, created desc)
create index on posts using gin (tags) with (fastupdate = off)

create table likes ( user_id bigint references "Users" , post_id bigint references posts on delete cascade , at timestamptz default now() , primary key ( user_id , post_id ) )

create table follows (
  follower bigint not null references "Users"(ID),
  followee bigint not null references "Users"(ID),
  ,
  primary key (follower, followee),
  check (follower <> followee)
);;

CREATE TABLE IF NOT EXISTS hashtags (tag citext primary key, uses int not null default 0) TABLESPACE fast;
create table post_tags (post_id bigint, tag citext, foreign key post_id references posts(id), foreign key (tag) references hashtags (tag), unique (post_id, tag));
ALTER TABLE posts ADD COLUMN pinned boolean not null default false, ADD COLUMN lang char(2)
alter table posts add constraint lang_lower check (lang = lower(lang))

create table messages (
  id uuid primary key default gen_random_uuid(),
  "from" bigint not null references "Users",
  "to" bigint not null references "Users",
  body varchar(2000 not null,
  sent timestamptz not null default now()
);
create unique index one_pair on messages ("from", "to", sent);
create table reports (id serial primary key, post_id bigint not null references posts, reason text not null, state varchar(10) default 'open' check (state in ('open', 'done')), handled_by bigint references "Users" on delete set null);
create index open_reports on reports (post_id) where state = 'open'
