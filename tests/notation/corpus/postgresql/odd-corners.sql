-- expect: tables 8, columns 60, keys 7, uniques 3, references 2, checks 1, indexes 1
CREATE TABLE "select" (
  "from" int4 PRIMARY KEY, "Group By" text NOT NULL DEFAULT 'a, b); -- not a comment',
  "quote""d" varchar(3)[] DEFAULT '{"a","b"}', e text DEFAULT E'it\'s \\ fine', b bit varying(8) DEFAULT B'1010',
  d text DEFAULT $q$it's; CREATE TABLE x (y int);$q$, u text DEFAULT U&'d\0061t\+000061'
);
CREATE TEMPORARY TABLE scratch (LIKE "select" INCLUDING ALL, extra int CHECK (extra > 0) NO INHERIT) ON COMMIT PRESERVE ROWS;
CREATE TABLE empty_one ();
CREATE TABLE übergrößen (größe numeric(5,2) NOT NULL, "名前" text, naïve_flag bool, PRIMARY KEY (größe));
CREATE TABLE key_words (
  key text NOT NULL, value text, index int, comment text, type text, "order" int, name varchar(20), date date, time time(3) without time zone,
  level int, role text, status text DEFAULT NULL, position int, password text, "user" text DEFAULT CURRENT_USER, language text, action text,
  PRIMARY KEY (key), UNIQUE (name, type)
);
CREATE TABLE geo (
  id smallserial PRIMARY KEY, area polygon, mac macaddr8, net cidr, span int4range, bits bit(3), m money DEFAULT 0::money,
  iv interval year to month, ts timestamp(0), matrix int[3][3], arr int ARRAY[4], ch "char", n national character varying(10),
  x double precision DEFAULT -1.5e3, y real DEFAULT +0.5, z float(24), dec dec(6,1), c char, nm name
);
CREATE TABLE a (id int PRIMARY KEY, b_id int);
CREATE TABLE b (id int PRIMARY KEY, a_id int NOT NULL REFERENCES a DEFERRABLE INITIALLY IMMEDIATE);
ALTER TABLE IF EXISTS ONLY a ADD CONSTRAINT a_b FOREIGN KEY (b_id) REFERENCES b (id) ON DELETE SET DEFAULT;
ALTER TABLE a ALTER b_id SET DEFAULT 1, ALTER b_id DROP NOT NULL, ADD c int, ADD CONSTRAINT c_pos CHECK ((c > 0) AND (c < 10));
ALTER TABLE b ADD COLUMN "when" timestamptz DEFAULT now() NOT NULL, ADD UNIQUE (a_id, "when");
CREATE UNIQUE INDEX c_idx ON a (c) NULLS NOT DISTINCT WITH (fillfactor = 90) WHERE b_id IS NOT NULL AND c <> 3;
ALTER TABLE a ADD CONSTRAINT a_c_unique UNIQUE (c), DROP CONSTRAINT c_pos;
CREATE TABLE gone (id int); DROP TABLE IF EXISTS gone CASCADE;
CREATE INDEX hash_idx ON b USING hash (a_id); DROP INDEX hash_idx;
