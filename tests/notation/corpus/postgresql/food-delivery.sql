-- expect: tables 6, columns 26, keys 6, uniques 1, references 8, checks 5, indexes 3
create type order_state as enum ('cart','placed','cooking','riding','delivered','refused');
create table people (id uuid primary key default gen_random_uuid(), phone text not null unique, name text);
create table restaurants (id uuid primary key, name text not null, owner_id uuid not null references people, open_from time, open_to time, check (open_from < open_to));
create table dishes (restaurant_id uuid references restaurants on delete cascade, nr int, name text not null, price_cents int not null check (price_cents >= 0), vegan bool default false, primary key (restaurant_id, nr));
create table couriers (person_id uuid primary key references people(id), vehicle text not null check (vehicle in ('bike','car','foot')), active boolean not null default true);
create table orders (id bigserial primary key, eater_id uuid not null references people(id), restaurant_id uuid not null references restaurants(id), courier_id uuid references couriers(person_id) on delete set null, state order_state not null default 'cart', placed_at timestamptz, constraint placed check (state = 'cart' or placed_at is not null));
create table order_lines (order_id bigint not null references orders(id) on delete cascade, restaurant_id uuid not null, dish_nr int not null, qty smallint not null default 1 check (qty > 0), foreign key (restaurant_id, dish_nr) references dishes (restaurant_id, nr), primary key (order_id, dish_nr));
create unique index one_cart on orders (eater_id) where state = 'cart';
create index on orders (restaurant_id, state, placed_at desc);
create index on orders (courier_id) where state = 'riding';
