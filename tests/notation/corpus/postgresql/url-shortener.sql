-- expect: tables 4, columns 16, keys 3, uniques 1, references 3, checks 2, indexes 2
CREATE TABLE IF NOT EXISTS public.plans
(
    id smallint NOT NULL,
    name character varying(20) COLLATE pg_catalog."default" NOT NULL,
    daily_limit integer NOT NULL DEFAULT 100,
    CONSTRAINT plans_pkey PRIMARY KEY (id),
    CONSTRAINT plans_name_key UNIQUE (name)
)
TABLESPACE pg_default;

ALTER TABLE IF EXISTS public.plans OWNER to postgres;

CREATE TABLE IF NOT EXISTS public.owners
(
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY ( INCREMENT 1 START 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1 ),
    email character varying(254) COLLATE pg_catalog."default" NOT NULL,
    plan_id smallint NOT NULL DEFAULT 1,
    CONSTRAINT owners_pkey PRIMARY KEY (id),
    CONSTRAINT owners_plan_id_fkey FOREIGN KEY (plan_id)
        REFERENCES public.plans (id) MATCH SIMPLE
        ON UPDATE NO ACTION
        ON DELETE NO ACTION
)
TABLESPACE pg_default;

CREATE TABLE IF NOT EXISTS public.links
(
    code character(7) COLLATE pg_catalog."C" NOT NULL,
    target text COLLATE pg_catalog."default" NOT NULL,
    owner_id bigint,
    created timestamp with time zone NOT NULL DEFAULT now(),
    expires timestamp with time zone,
    CONSTRAINT links_pkey PRIMARY KEY (code),
    CONSTRAINT links_owner_id_fkey FOREIGN KEY (owner_id)
        REFERENCES public.owners (id) MATCH SIMPLE
        ON UPDATE NO ACTION
        ON DELETE CASCADE
        NOT VALID,
    CONSTRAINT links_check CHECK (expires > created),
    CONSTRAINT links_code_check CHECK (code ~ '^[0-9A-Za-z]{7}$'::text)
)
WITH (
    autovacuum_enabled = TRUE
)
TABLESPACE pg_default;

CREATE TABLE public.clicks (
    link_code character(7) NOT NULL REFERENCES public.links (code),
    clicked_at timestamptz NOT NULL,
    country char(2), agent text, ip inet
) PARTITION BY HASH (link_code);
CREATE TABLE public.clicks_0 PARTITION OF public.clicks FOR VALUES WITH (modulus 2, remainder 0);
CREATE TABLE public.clicks_1 (link_code character(7) NOT NULL, clicked_at timestamptz NOT NULL, country char(2), agent text, ip inet);
ALTER TABLE ONLY public.clicks ATTACH PARTITION public.clicks_1 FOR VALUES WITH (modulus 2, remainder 1);

CREATE UNIQUE INDEX IF NOT EXISTS owners_email_idx
    ON public.owners USING btree
    (lower(email::text) COLLATE pg_catalog."default" text_pattern_ops ASC NULLS LAST)
    TABLESPACE pg_default;
CREATE INDEX IF NOT EXISTS links_owner_idx
    ON public.links USING btree
    (owner_id ASC NULLS LAST, created DESC NULLS FIRST)
    INCLUDE(target)
    WITH (deduplicate_items=True)
    TABLESPACE pg_default;
