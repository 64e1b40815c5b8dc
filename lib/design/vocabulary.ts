/** Words that answers, scenarios and pages share. Their spelling is a contract (saved answers hold them). */

export const STORE_TYPES = ["relational", "document", "key-value", "wide-column", "graph"] as const;
export type StoreType = (typeof STORE_TYPES)[number];

export const REASONS = [
  "relationships",
  "transactions",
  "integrity",
  "ad-hoc-queries",
  "flexible-schema",
  "whole-document-reads",
  "exact-key-lookups",
  "hot-data",
  "expiry",
  "write-volume",
  "time-ordered-appends",
  "known-queries",
  "deep-traversals",
] as const;
export type Reason = (typeof REASONS)[number];

export const LEVELS = ["mid", "senior", "staff"] as const;
export type Level = (typeof LEVELS)[number];

export const VOLUMES = ["single", "sharded"] as const;
export type Volume = (typeof VOLUMES)[number];

export const CONSISTENCIES = ["strong", "read-your-writes", "eventual"] as const;
export type Consistency = (typeof CONSISTENCIES)[number];

/** Engines by type, spelled as their makers do. */
export const ENGINES: Readonly<Record<StoreType, readonly string[]>> = {
  relational: ["PostgreSQL", "MySQL", "MariaDB", "SQLite", "SQL Server", "Oracle", "Aurora", "CockroachDB", "Spanner"],
  document: ["MongoDB", "Firestore", "CouchDB", "DocumentDB"],
  "key-value": ["Redis", "Valkey", "Memcached", "DynamoDB", "etcd"],
  "wide-column": ["Cassandra", "ScyllaDB", "HBase", "Bigtable"],
  graph: ["Neo4j", "Neptune", "JanusGraph"],
};

const SHORT_NAMES: Readonly<Record<string, string>> = {
  pg: "PostgreSQL",
  postgres: "PostgreSQL",
  psql: "PostgreSQL",
  aurorapostgresql: "Aurora",
  auroramysql: "Aurora",
  amazonaurora: "Aurora",
  mssql: "SQL Server",
  tsql: "SQL Server",
  oracledb: "Oracle",
  cockroach: "CockroachDB",
  crdb: "CockroachDB",
  cloudspanner: "Spanner",
  googlespanner: "Spanner",
  mongo: "MongoDB",
  mongodbatlas: "MongoDB",
  couch: "CouchDB",
  cloudfirestore: "Firestore",
  awsdocumentdb: "DocumentDB",
  amazondocumentdb: "DocumentDB",
  dynamo: "DynamoDB",
  ddb: "DynamoDB",
  amazondynamodb: "DynamoDB",
  awsdynamodb: "DynamoDB",
  memcache: "Memcached",
  scylla: "ScyllaDB",
  apachecassandra: "Cassandra",
  apachehbase: "HBase",
  cloudbigtable: "Bigtable",
  googlebigtable: "Bigtable",
  neo: "Neo4j",
  amazonneptune: "Neptune",
  awsneptune: "Neptune",
};

const TYPE_NAMES: Readonly<Record<string, StoreType>> = {
  relational: "relational",
  sql: "relational",
  rdbms: "relational",
  document: "document",
  documentstore: "document",
  keyvalue: "key-value",
  kv: "key-value",
  widecolumn: "wide-column",
  columnfamily: "wide-column",
  graph: "graph",
};

/** A store as a candidate names it: the type, and the engine where one was named. */
export interface StoreChoice {
  readonly type: StoreType;
  readonly engine: string | null;
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** `postgres 16`, `pg`, `Mongo DB`, `key value` → what is meant, or null. A version at the end is ignored. */
export function findStore(text: string): StoreChoice | null {
  const plain = squeeze(text.replace(/\b(database|db|store)\b/gi, ""));
  const whole = squeeze(text);
  const bare = squeeze(text.replace(/[\s-]*v?\d+(\.\d+)*(\.x)?\s*$/i, ""));
  for (const word of [whole, bare, plain]) {
    // A bare index would find "constructor" on every object.
    const type = Object.hasOwn(TYPE_NAMES, word) ? TYPE_NAMES[word] : undefined;
    if (type) return { type, engine: null };
    const spelled = Object.hasOwn(SHORT_NAMES, word) ? SHORT_NAMES[word] : undefined;
    for (const kind of STORE_TYPES) {
      const engine = ENGINES[kind].find((name) => name === spelled || squeeze(name) === word);
      if (engine) return { type: kind, engine };
    }
  }
  return null;
}
