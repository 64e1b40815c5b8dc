-- expect: tables 9, columns 43, keys 8, uniques 4, references 8, checks 8, indexes 4
/* bookings, typed in a hurry
   (everything in one file) */
pragma foreign_keys = on;
create table if not exists main.hosts (
	host_id integer primary key autoincrement, -- the host
	name text not null,
	email text unique on conflict fail,
	phone, fax,
	since date default current_date
);

create table Listings (
  id		integer not null,
  host_id	integer not null,
  "title"	nvarchar(120) not null,
  'city'	text,
  [price per night] decimal(10,2) not null check ([price per night] > 0),
  max_guests	unsigned big int default 2,
  lat float, lng float,
  active	boolean default true,
  primary key (id asc),
  foreign key (host_id) references hosts
);

create temp table scratch (x);

create table guests(id integer primary key desc, name text, born text check (born is null or date(born) is not null), passport text unique collate nocase);

create table bookings (
  id integer primary key,
  listing int references listings(id),
  guest int references Guests(id) on delete set null,
  "from" text not null, "to" text not null,
  nights int generated always as (julianday("to") - julianday("from")) virtual,
  state text default 'held' not null constraint known_state check (state in ('held', 'paid', 'gone')),
  constraint sane check ("from" < "to"),
  constraint one_slot unique (listing, "from")
);

create table payments (
  booking int primary key references bookings (id) on delete restrict on update cascade,
  cents int not null check (cents >= 0) check (cents < 100000000),
  method text null default null,
  paid_at timestamp default (datetime('now', 'localtime'))
);
create table reviews (
  booking int not null references bookings,
  by_guest int not null default 1,
  stars int check (stars between 1 and 5),
  body text,
  primary key (booking, by_guest)
) without rowid;
create table calendars (listing int, day text, blocked int default 0, price decimal(10, 2), primary key (listing, day), foreign key (listing) references listings (id) on delete cascade not deferrable) without rowid;
create table amenities (code text primary key, label text not null default '') ;
create table listing_amenities (listing int not null, amenity text not null, foreign key (listing) references listings(id), foreign key (amenity) references amenities(code), unique (listing, amenity));
create index if not exists main.bookings_guest on bookings (guest);
create index bookings_range on bookings ("from", "to" desc);
create index listings_city on listings (city collate nocase, "price per night") where active;
create unique index hosts_name on hosts (lower(trim(name)), since);
create view v as select * from bookings where state = 'paid';
insert into amenities values ('wifi', 'Wi-Fi; fast'), ('sea', 'sea''s view');
update hosts set phone = null;
create trigger no_overlap before insert on bookings
when exists (select 1 from bookings b where b.listing = new.listing and b."from" < new."to")
begin
  select raise(abort, 'taken');
end;
drop table scratch;
drop view if exists v;
alter table Listings rename to listing;
alter table bookings rename listing to listing_id;
alter table hosts add rating real default 0 check (rating <= 5);
analyze;
vacuum;
