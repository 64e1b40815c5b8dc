-- expect: tables 8, columns 33, keys 8, uniques 3, references 11, checks 5, indexes 4
create table users (
  id            bigserial primary key,
  handle        varchar(30) not null unique check (handle ~ '^[a-z0-9_]{3,30}$'),
  display_name  text,
  bio           varchar(160) default '',
  is_private    boolean not null default false,
  created_at    timestamptz not null default now()
);

create table follows (
  follower_id bigint not null references users (id) on delete cascade,
  followee_id bigint not null references users (id) on delete cascade,
  created_at  timestamptz default now() not null,
  primary key (follower_id, followee_id),
  check (follower_id <> followee_id)
);
create index follows_followee on follows (followee_id, created_at desc);

create table posts (
  id         uuid primary key default gen_random_uuid(),
  author_id  bigint not null references users,
  reply_to   uuid references posts on delete set null,
  body       text not null check (length(body) between 1 and 280),
  lang       char(2),
  like_count integer default 0 not null constraint like_count_positive check (like_count >= 0),
  posted_at  timestamptz not null default current_timestamp,
  edited_at  timestamptz
);
create index on posts (author_id, posted_at desc);
create index on posts (reply_to) where reply_to is not null;
create index posts_search on posts using gin (to_tsvector('english', body));

create table likes (
  user_id bigint references users(id) on delete cascade,
  post_id uuid   references posts(id) on delete cascade,
  at timestamptz not null default now(),
  constraint likes_pk primary key (user_id, post_id)
);

create table hashtags ( id serial primary key, tag text not null unique );
create table post_hashtags (
  post_id uuid not null, hashtag_id int not null,
  primary key (post_id, hashtag_id),
  foreign key (post_id) references posts (id) on delete cascade,
  foreign key (hashtag_id) references hashtags (id)
);

create table blocks (
  blocker bigint references users(id), blocked bigint references users(id), primary key (blocker, blocked)
);

create table media (
  id uuid primary key, post_id uuid not null references posts(id), kind text not null check (kind in ('image','video','gif')),
  url text not null, width int, height int, position smallint not null default 0, unique (post_id, position)
);
