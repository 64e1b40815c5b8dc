-- expect: tables 6, columns 29, keys 5, uniques 2, references 11, checks 3, indexes 1
-- V1__init.sql
BEGIN;
CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA public;
CREATE TABLE IF NOT EXISTS accounts (
    id UUID DEFAULT gen_random_uuid() NOT NULL PRIMARY KEY,
    phone VARCHAR(20) UNIQUE NOT NULL,
    nickname VARCHAR(64),
    last_seen TIMESTAMP(3) WITH TIME ZONE,
    settings JSONB NOT NULL DEFAULT '{"theme": "dark", "notify": true}'
);
CREATE TABLE IF NOT EXISTS conversations (
    id BIGINT GENERATED ALWAYS AS IDENTITY (START WITH 1000 INCREMENT BY 1) PRIMARY KEY,
    kind SMALLINT NOT NULL CHECK (kind IN (1, 2)),
    title VARCHAR(100),
    created_by UUID NOT NULL,
    created_at TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT conversations_title_check CHECK (kind = 1 OR title IS NOT NULL),
    CONSTRAINT fk_creator FOREIGN KEY (created_by) REFERENCES accounts (id) ON DELETE NO ACTION
);
CREATE TABLE members (
    conversation_id BIGINT NOT NULL,
    account_id UUID NOT NULL,
    role VARCHAR(10) DEFAULT 'member' NOT NULL,
    joined_at TIMESTAMPTZ DEFAULT now()
);
CREATE TABLE messages (
    id BIGSERIAL,
    conversation_id BIGINT NOT NULL,
    sender_id UUID,
    body TEXT,
    attachment_url TEXT,
    sent_at TIMESTAMPTZ DEFAULT now() NOT NULL
);
COMMIT;

-- V2__keys.sql
ALTER TABLE members ADD PRIMARY KEY (conversation_id, account_id);
ALTER TABLE members
    ADD CONSTRAINT fk_members_conversation FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE,
    ADD CONSTRAINT fk_members_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE,
    ADD CONSTRAINT ck_role CHECK (role IN ('owner', 'admin', 'member'));
ALTER TABLE messages ADD CONSTRAINT pk_messages PRIMARY KEY (id);
ALTER TABLE messages ADD FOREIGN KEY (conversation_id) REFERENCES conversations;
ALTER TABLE messages ADD FOREIGN KEY (sender_id) REFERENCES accounts (id) ON DELETE SET NULL;
CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_messages_conversation_sent ON messages (conversation_id, sent_at DESC NULLS LAST);

-- V3__reactions.sql
CREATE TABLE reactions (
    message_id BIGINT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    account_id UUID NOT NULL REFERENCES accounts (id),
    emoji VARCHAR(16) NOT NULL,
    UNIQUE (message_id, account_id, emoji)
);
ALTER TABLE messages ADD COLUMN IF NOT EXISTS reply_to BIGINT REFERENCES messages (id), ADD COLUMN edited_at TIMESTAMPTZ;
ALTER TABLE messages ADD COLUMN legacy_type INT;

-- V4__cleanup.sql
ALTER TABLE messages DROP COLUMN legacy_type;
ALTER TABLE messages RENAME COLUMN attachment_url TO media_url;
ALTER TABLE messages ADD CONSTRAINT message_not_empty CHECK (body IS NOT NULL OR media_url IS NOT NULL);
ALTER TABLE accounts ALTER COLUMN nickname SET NOT NULL, ALTER COLUMN nickname TYPE VARCHAR(80), ALTER COLUMN nickname SET DEFAULT 'anonymous';
ALTER TABLE reactions RENAME TO message_reactions;
ALTER TABLE conversations DROP CONSTRAINT conversations_title_check;
CREATE TABLE read_receipts (
    account_id UUID REFERENCES accounts(id), conversation_id BIGINT REFERENCES conversations(id),
    last_read_message_id BIGINT REFERENCES messages(id), read_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (account_id, conversation_id)
);
