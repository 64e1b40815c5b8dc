-- expect: tables 5, columns 25, keys 5, uniques 2, references 5, checks 3, indexes 4
CREATE TABLE tenants (id uuid NOT NULL DEFAULT gen_random_uuid(), slug text NOT NULL, plan text NOT NULL DEFAULT 'free', PRIMARY KEY (id), UNIQUE (slug));
ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON tenants USING (id = current_setting('app.tenant')::uuid);

CREATE TABLE books (
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  isbn varchar(13) NOT NULL,
  title text NOT NULL,
  authors text[] NOT NULL DEFAULT '{}',
  year smallint CONSTRAINT sane_year CHECK (year > 1400 AND year < 2200),
  PRIMARY KEY (tenant_id, isbn)
);
CREATE TABLE copies (
  tenant_id uuid NOT NULL, copy_no bigint NOT NULL, isbn varchar(13) NOT NULL,
  shelf text, condition smallint DEFAULT 5,
  PRIMARY KEY (tenant_id, copy_no),
  CONSTRAINT copies_book FOREIGN KEY (tenant_id, isbn) REFERENCES books (tenant_id, isbn) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE TABLE patrons (
  tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
  card_no text NOT NULL,
  email text,
  joined date NOT NULL DEFAULT CURRENT_DATE,
  CONSTRAINT patrons_pk PRIMARY KEY (tenant_id, card_no),
  CONSTRAINT patrons_email UNIQUE NULLS DISTINCT (tenant_id, email)
);
CREATE TABLE loans (
  id bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME loan_ids START 10),
  tenant_id uuid NOT NULL,
  copy_no bigint NOT NULL,
  card_no text NOT NULL,
  lent_on date NOT NULL DEFAULT (CURRENT_DATE),
  due_on date NOT NULL,
  returned_on date NULL,
  fine_cents int NOT NULL DEFAULT (0),
  CONSTRAINT loans_pk PRIMARY KEY (id),
  CONSTRAINT loans_copy FOREIGN KEY (tenant_id, copy_no) REFERENCES copies,
  CONSTRAINT loans_patron FOREIGN KEY (tenant_id, card_no) REFERENCES patrons (tenant_id, card_no),
  CONSTRAINT loans_dates CHECK (due_on >= lent_on), CONSTRAINT fines CHECK (fine_cents >= 0)
);
CREATE UNIQUE INDEX one_loan_per_copy ON loans (tenant_id, copy_no) WHERE returned_on IS NULL;
CREATE INDEX loans_due ON loans (tenant_id, due_on) INCLUDE (card_no) WHERE returned_on IS NULL;
CREATE INDEX books_title ON books USING btree (tenant_id, lower(title) text_pattern_ops);
CREATE INDEX books_authors ON books USING GIN (authors);

CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $fn$
BEGIN
  -- CREATE TABLE not_a_table (id int);
  NEW.lent_on := CURRENT_DATE; RETURN NEW;
END;
$fn$;
CREATE TRIGGER loans_touch BEFORE INSERT ON loans FOR EACH ROW EXECUTE FUNCTION touch();
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO PUBLIC;
DO $$ BEGIN RAISE NOTICE 'done; really'; END $$;
