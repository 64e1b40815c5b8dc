import type { Token } from "./token";

const setOf = (words: string) => new Set(words.split(" "));

/** What may follow CREATE, so that a column called `create` begins no statement. */
const CREATED = setOf(
  "table unique index type domain view or temp temporary unlogged materialized function trigger sequence extension schema database keyspace custom clustered nonclustered fulltext spatial role user policy procedure global local foreign virtual rule aggregate operator collation event publication columnfamily server statistics cast definer algorithm sql columnstore login synonym",
);
const ALTERED = setOf(
  "table type sequence domain database schema view materialized function default role user extension procedure system keyspace publication event index policy trigger authorization",
);
const DROPPED = setOf(
  "table type schema database view sequence function trigger extension role user keyspace domain policy",
);

const PAIRS: Readonly<Record<string, ReadonlySet<string>>> = {
  create: CREATED,
  alter: ALTERED,
  drop: DROPPED,
  insert: setOf("into ignore or overwrite"),
  comment: setOf("on"),
};

/** True where these two words begin a statement wherever they stand at the head of a line. */
export function beginsStatement(token: Token | undefined, next: Token | undefined): boolean {
  if (!token || !next || next.word === "") return false;
  return Object.hasOwn(PAIRS, token.word) && PAIRS[token.word]?.has(next.word) === true;
}

/** First words of the statements that hold no design. */
export const LEFT_OUT = setOf(
  "insert update delete select with set reset show grant revoke begin start commit rollback end savepoint release lock unlock use pragma analyze vacuum explain comment do call exec execute copy truncate declare print if refresh reindex cluster listen notify values replace load optimize flush delimiter attach detach connect create alter drop prompt rem security discard go merge describe batch apply export import prepare deallocate discard fetch close abort kill handler xa repair check checksum signal resignal reassign checkpoint binlog purge install uninstall restore backup table move revert deny waitfor raiserror alias spool whenever define",
);

/** Words that end a column's type or default and say something of the column. */
export const COLUMN_WORDS = setOf(
  "constraint not null default primary unique check references collate comment auto_increment autoincrement identity generated as on key character charset storage compression visible invisible virtual stored persisted deferrable initially foreign using enable disable encode encoding sparse rowguidcol static hidden masked column_format match srid always auto_random option options codec first after family with unsigned signed zerofill index distkey sortkey persistent",
);

/** Words that go on with an expression at the head of a line. */
export const EXPRESSION_WORDS = setOf("and or not is in between like ilike at then else when end similar");

/** First words of what may stand behind a table's closing bracket. */
export const OPTION_WORDS = setOf(
  "engine default charset character collate collation auto_increment comment row_format key_block_size partition partitions subpartition subpartitions with without strict tablespace inherits on using as select distkey sortkey diststyle data index max_rows min_rows avg_row_length checksum pack_keys stats_persistent stats_auto_recalc stats_sample_pages union insert_method connection encryption compression textimage_on filestream_on server options cluster clustered distributed storage pctfree organization in segment locality interleave type delay_key_write page_checksum transactional autoextend_size secondary_engine engine_attribute system period ttl order primary comment_on password shard_row_id_bits pre_split_regions logging nologging parallel no cache like ignore replace create",
);

/** Second and later words of a type: `double precision`, `int unsigned`, `timestamp with time zone`. */
export const TYPE_TAILS = setOf(
  "precision varying unsigned signed zerofill zone big int integer character char double varchar text year month day hour minute second to large object raw national byte local time",
);
