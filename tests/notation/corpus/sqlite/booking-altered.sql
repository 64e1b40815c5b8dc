-- expect: tables 5, columns 17, keys 4, uniques 1, references 3, checks 2, indexes 1
create table clinics (id integer primary key, name text not null);
create table doctors (id integer primary key, clinic_id integer not null references clinics (id), name text not null);
alter table doctors add column license text;
alter table doctors rename column name to full_name;
create table slots (
  doctor_id integer not null references doctors (id) on delete cascade,
  starts_at text not null,
  minutes integer not null default 20 check (minutes between 5 and 240),
  primary key (doctor_id, starts_at desc)
);
create table appts (id integer primary key, doctor_id int not null, starts_at text not null, patient text not null, state text not null default 'booked',
  foreign key (doctor_id, starts_at) references slots (doctor_id, starts_at), unique (doctor_id, starts_at));
alter table appts rename to appointments;
alter table appointments add column reason text default 'check-up' check (reason <> '');
create index appointments_patient on appointments (patient);
create temp table scratch (n);
create virtual table search using fts5(patient, notes, tokenize = 'porter');
drop table if exists scratch;
pragma user_version = 3;
select datetime('now');
