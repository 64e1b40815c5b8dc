-- expect: tables 6, columns 27, keys 6, uniques 0, references 4, checks 2, indexes 4
create schema if not exists jobs;
create table jobs.queues (name text primary key, paused boolean default false not null, max_workers int default 10 constraint workers check (max_workers > 0 and max_workers <= 1000));
create table jobs.jobs (
  id bigint generated always as identity,
  queue text not null references jobs.queues(name) on update cascade on delete cascade,
  payload jsonb not null default '{}'::jsonb,
  priority smallint not null default 0,
  run_at timestamptz not null default now() + interval '1 second',
  attempts int not null default 0, max_attempts int not null default 25,
  last_error text,
  locked_by text, locked_at timestamptz,
  primary key (id),
  check (attempts <= max_attempts)
);
create index jobs_next on jobs.jobs (queue, priority desc, run_at) where locked_at is null;
create index jobs_payload on jobs.jobs ((payload ->> 'user_id'));
create unique index jobs_once on jobs.jobs (queue, md5(payload::text)) where attempts = 0;
create table jobs.workers (id uuid primary key, host inet not null, started timestamptz default now(), beat timestamptz);
create table jobs.runs (
  job_id bigint not null, n int not null, worker uuid, began timestamptz not null, ended timestamptz, ok boolean,
  primary key (job_id, n),
  foreign key (job_id) references jobs.jobs (id) on delete cascade,
  foreign key (worker) references jobs.workers (id) on delete set null (worker)
);
create table public.users (id int primary key, email varchar(320) not null);
create unique index on public.users (email);
create table jobs.users (id int primary key references public.users (id), quota int not null default 5);
create statistics jobs.s (dependencies) on queue, priority from jobs.jobs;
