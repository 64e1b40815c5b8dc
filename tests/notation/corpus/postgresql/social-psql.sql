-- expect: tables 18, columns 87, keys 18, uniques 4, references 26, checks 18, indexes 8
/* social network v2 -- typed by hand, psql */
\set ON_ERROR_STOP on
\c social
begin;
do $body$ begin
  if not exists (select 1 from pg_roles where rolname = 'app') then
    create role app;
  end if;
end $body$;
create type visibility as enum ('everyone','friends','me');
create extension hstore; create extension btree_gist;
create type geo as (lat double precision, lon double precision);

create table if not exists person (
  person_id   int8 generated always as identity primary key,
  handle      varchar(32) not null constraint handle_taken unique constraint handle_shape check (handle ~ '^[a-z0-9_]{3,32}$'),
  email       text,
  email_verified bool not null default 'f',
  birth_date  date check (birth_date > date '1900-01-01' and birth_date < current_date),
  home        geo,
  avatar_url  text,
  prefs       hstore default ''::hstore,
  joined      timestamptz(3) not null default current_timestamp(3)
);
create unique index person_email on person (lower(email)) where email_verified;

create table device (
  person_id bigint references person on delete cascade,
  device_id uuid,
  push_token text unique,
  platform text not null check (platform in ('ios', 'android', 'web')),
  last_seen timestamptz,
  primary key (person_id, device_id)
);

create table friendship (
  a bigint not null references person (person_id) on delete cascade,
  b bigint not null references person (person_id) on delete cascade,
  since timestamptz not null default now(),
  state "char" not null default 'p' check (state in ('p','a','b')),
  primary key (a, b),
  check (a < b)
);
create index friendship_b on friendship (b) include (a, since);

create table follow (follower bigint references person, followee bigint references person, at timestamptz default now(), primary key (follower, followee), constraint no_self check (follower is distinct from followee));
create index on follow (followee, at desc);

create table page (
  page_id serial,
  owner bigint not null,
  title text not null, about text,
  vanity text,
  primary key(page_id), unique(vanity),
  foreign key(owner) references person(person_id)
);

create table post (
  post_id bigint default (extract(epoch from clock_timestamp()) * 1000)::bigint,
  author_id bigint,
  page_id int,
  reply_to bigint,
  body text not null default '',
  vis visibility not null default 'everyone',
  lang regconfig default 'english',
  tags text array,
  created_at timestamptz not null default now(),
  edited_at timestamp(0) without time zone,
  constraint post_pk primary key (post_id),
  constraint post_author foreign key (author_id) references person,
  constraint post_page foreign key (page_id) references page,
  constraint post_parent foreign key (reply_to) references post (post_id) on delete set null,
  constraint by_one check ((author_id is null) <> (page_id is null)),
  constraint body_size check (octet_length(body) <= 65536)
);
create index post_timeline on post (author_id, created_at desc nulls last);
create index post_words on post using gin (to_tsvector(lang, body));
create index post_tags on post using gin (tags) where tags is not null;

create table media (
  media_id uuid primary key default gen_random_uuid(),
  post_id bigint references post (post_id) on delete cascade,
  kind text not null default 'image',
  bytes bigint check (bytes between 1 and 1073741824),
  width int, height int,
  ratio numeric generated always as (width::numeric / nullif(height, 0)) stored,
  alt text
);
create index media_post on media (post_id);

create table reaction (
  post_id bigint not null,
  person_id bigint not null,
  emoji varchar(16) not null default '👍',
  at timestamptz not null default now(),
  primary key (post_id, person_id)
) partition by hash (post_id);
create table reaction_0 partition of reaction for values with (modulus 4, remainder 0);
create table reaction_1 partition of reaction for values with (modulus 4, remainder 1);
create table reaction_2 partition of reaction for values with (modulus 4, remainder 2);
create table reaction_3 partition of reaction for values with (modulus 4, remainder 3);
alter table reaction add constraint reaction_post foreign key (post_id) references post on delete cascade;
alter table reaction add constraint reaction_person foreign key (person_id) references person on delete cascade;

create table poll (post_id bigint primary key references post on delete cascade, closes timestamptz not null, multiple boolean not null default false);
create table poll_option (
  post_id bigint references poll,
  ord smallint check (ord > 0),
  label text not null,
  primary key (post_id, ord)
  , unique (post_id, label)
);
create table poll_vote (
  post_id bigint, ord smallint, person_id bigint references person on delete cascade,
  primary key (post_id, ord, person_id),
  foreign key (post_id, ord) references poll_option (post_id, ord) on delete cascade on update cascade
);

create table circle (
  circle_id bigserial primary key,
  owner_id bigint not null references person deferrable initially deferred,
  name text not null,
  exclude using btree (owner_id with =, lower(name) with =)
);
create table circle_member (
  circle_id bigint not null references circle on delete cascade,
  person_id bigint not null references person on delete cascade,
  constraint circle_member_pk primary key (circle_id, person_id)
);

create table event (
  event_id bigserial primary key,
  host_id bigint references person,
  venue text,
  during tstzrange not null check (not isempty(during)),
  capacity int check (capacity > 0) default 50,
  exclude using gist (venue with =, during with &&)
);
create table event_guest (event_id bigint references event, person_id bigint references person, answer text default 'maybe' check (answer = any ('{yes,no,maybe}'::text[])), primary key (event_id, person_id));

create table notification (
  id bigserial primary key, to_id bigint not null, kind smallint not null, about jsonb not null,
  read_at timestamptz
);
alter table notification add foreign key (to_id) references person (person_id) on delete cascade;
alter table notification alter column about set default '{}', alter column kind type int using kind::int;
alter table if exists notification add column if not exists batch_id uuid, add check (read_at is null or about is not null);
create index notification_unread on notification (to_id, id desc) where read_at is null;

create table report (
  id bigint generated by default as identity (sequence name report_seq start with 1) primary key,
  reporter bigint references person,
  post_id bigint, person_id bigint,
  reason text not null,
  constraint fk_p foreign key (post_id) references post,
  constraint fk_q foreign key (person_id) references person,
  constraint about_something check (coalesce(post_id, person_id) is not null)
);
create table audit_log (like report including all, logged_at timestamptz default now());
alter table report rename column reason to why;
alter table report rename to complaint;
comment on column complaint.why is E'free text; \'quoted\'';
alter table post set (autovacuum_vacuum_scale_factor = 0.01);
alter table media drop constraint if exists media_alt_check, drop column alt, add column blurhash text;
create view feed as select p.* from post p join follow f on f.followee = p.author_id;
create or replace rule no_delete as on delete to audit_log do instead nothing;
insert into person (handle, email) values ('root', 'root@example.com'), ('guest_1', 'it''s; me');
commit;
