-- expect: tables 6, columns 26, keys 4, uniques 2, references 3, checks 4, indexes 3
CREATE TABLE IF NOT EXISTS devices (
  id BIGINT PRIMARY KEY,
  serial_no TEXT COLLATE "C" NOT NULL UNIQUE,
  model VARCHAR,
  installed DATE DEFAULT ('now'::text)::date
) WITH (fillfactor = 70);

CREATE TABLE readings (
  device_id BIGINT NOT NULL REFERENCES devices (id),
  taken_at TIMESTAMPTZ NOT NULL,
  metric TEXT NOT NULL,
  value DOUBLE PRECISION,
  PRIMARY KEY (device_id, metric, taken_at)
) PARTITION BY RANGE (taken_at);

CREATE TABLE readings_2024_01 PARTITION OF readings
  FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
CREATE TABLE readings_2024_02 PARTITION OF readings FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
CREATE TABLE readings_rest PARTITION OF readings DEFAULT;
CREATE INDEX readings_taken_at ON readings USING brin (taken_at) WITH (pages_per_range = 32);

CREATE UNLOGGED TABLE latest_readings (
  device_id BIGINT, metric TEXT, value REAL, taken_at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT latest_pk PRIMARY KEY (device_id, metric) INCLUDE (value)
);

CREATE TABLE base_audit (
  created_by TEXT NOT NULL DEFAULT current_user,
  created_at TIMESTAMPTZ NOT NULL DEFAULT transaction_timestamp(),
  CHECK (created_by <> '')
);
CREATE TABLE alert_rules (
  id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  metric TEXT NOT NULL,
  threshold NUMERIC NOT NULL,
  window_length INTERVAL DAY TO SECOND(3) NOT NULL DEFAULT INTERVAL '5 minutes',
  LIKE base_audit INCLUDING DEFAULTS INCLUDING CONSTRAINTS
);
CREATE TABLE alerts (
  rule_id INT NOT NULL REFERENCES alert_rules ON UPDATE NO ACTION ON DELETE CASCADE,
  device_id BIGINT NOT NULL REFERENCES devices,
  fired_at TIMESTAMPTZ NOT NULL,
  cleared_at TIMESTAMPTZ,
  CHECK (cleared_at IS NULL OR cleared_at >= fired_at),
  UNIQUE NULLS NOT DISTINCT (rule_id, device_id, cleared_at)
) INHERITS (base_audit);
CREATE INDEX ON alerts (device_id ASC NULLS FIRST, fired_at DESC NULLS LAST);
CREATE INDEX alerts_open ON alerts ((date_part('epoch', cleared_at - fired_at))) WHERE cleared_at IS NULL;
CREATE MATERIALIZED VIEW device_daily AS SELECT device_id, count(*) AS n FROM readings GROUP BY 1;
CREATE UNIQUE INDEX ON device_daily (device_id);
