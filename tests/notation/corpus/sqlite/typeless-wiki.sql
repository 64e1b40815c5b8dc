-- expect: tables 4, columns 14, keys 4, uniques 2, references 3, checks 0, indexes 2
-- sqlite needs no types
create table pages (id integer primary key, slug unique not null, title, current_revision);
create table revisions (
	id integer primary key autoincrement,
	page references pages(id),
	author,
	body not null,
	made_at default current_timestamp,
	unique (page, made_at)
);
create table links (source not null references pages(id), target not null references pages(id), primary key (source, target));
create table users (name primary key, pass not null, admin default 0)
;
create index links_back on links(target);
create index revisions_by_author on revisions(author collate nocase, made_at desc);
