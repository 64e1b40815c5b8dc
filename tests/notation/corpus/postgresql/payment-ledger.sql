-- expect: tables 7, columns 37, keys 7, uniques 4, references 8, checks 7, indexes 2
-- double entry ledger
CREATE TYPE currency AS ENUM ('EUR','USD','GBP');
CREATE TYPE entry_side AS ENUM ('debit', 'credit');

CREATE TABLE customers(
  id uuid PRIMARY KEY,
  external_ref text UNIQUE,
  kyc_level int2 NOT NULL DEFAULT 0,
  CONSTRAINT kyc CHECK (kyc_level >= 0 AND kyc_level <= 3)
);
CREATE TABLE accounts(
  id uuid PRIMARY KEY,
  customer_id uuid REFERENCES customers(id) ON DELETE RESTRICT,
  currency currency NOT NULL,
  balance_minor int8 NOT NULL DEFAULT 0,
  version int4 NOT NULL DEFAULT 1,
  closed_at timestamptz,
  UNIQUE (customer_id, currency),
  CHECK (balance_minor >= 0)
);
CREATE TABLE transfers(
  id uuid PRIMARY KEY,
  idempotency_key varchar(64) NOT NULL,
  from_account uuid NOT NULL REFERENCES accounts(id),
  to_account uuid NOT NULL REFERENCES accounts(id),
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  status text NOT NULL DEFAULT 'pending' CHECK (status = ANY (ARRAY['pending'::text, 'settled'::text, 'failed'::text])),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT uq_idempotency UNIQUE (idempotency_key),
  CONSTRAINT different_accounts CHECK (from_account <> to_account)
);
CREATE TABLE entries(
  transfer_id uuid NOT NULL,
  account_id uuid NOT NULL,
  side entry_side NOT NULL,
  amount_minor bigint NOT NULL,
  booked_on date NOT NULL DEFAULT CURRENT_DATE,
  PRIMARY KEY(transfer_id, side),
  FOREIGN KEY(transfer_id) REFERENCES transfers(id),
  FOREIGN KEY(account_id) REFERENCES accounts(id),
  CONSTRAINT amount_positive CHECK (amount_minor > 0)
);
CREATE INDEX entries_by_account ON entries(account_id, booked_on DESC) INCLUDE (amount_minor, side);
CREATE INDEX transfers_pending ON transfers(created_at) WHERE status = 'pending';
CREATE TABLE cards(
  id uuid PRIMARY KEY, account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  pan_token bytea NOT NULL UNIQUE, expires date NOT NULL, "limit" numeric(14,4),
  CONSTRAINT card_limit CHECK ("limit" IS NULL OR "limit" > 0)
);
CREATE TABLE webhooks(
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, url text NOT NULL, secret text NOT NULL,
  events text[] NOT NULL, headers jsonb, enabled bool DEFAULT true NOT NULL
);
CREATE TABLE webhook_deliveries(
  webhook_id bigint REFERENCES webhooks(id) ON DELETE CASCADE, transfer_id uuid REFERENCES transfers(id),
  attempt int NOT NULL DEFAULT 1, response_code int, delivered_at timestamptz,
  PRIMARY KEY (webhook_id, transfer_id, attempt)
);
