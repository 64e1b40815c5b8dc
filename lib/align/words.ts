import { remembered } from "@/lib/design";

/** Short forms that engineers write, and the words they stand for. */
const SHORT: Readonly<Record<string, string>> = {
  acc: "account",
  acct: "account",
  addr: "address",
  amt: "amount",
  app: "application",
  attr: "attribute",
  auc: "auction",
  avg: "average",
  cat: "category",
  cfg: "config",
  cnt: "count",
  cust: "customer",
  desc: "description",
  descr: "description",
  dev: "device",
  dob: "birthday",
  dt: "time",
  exp: "expires",
  grp: "group",
  img: "image",
  k: "key",
  lat: "latitude",
  lng: "longitude",
  loc: "location",
  lon: "longitude",
  mail: "email",
  max: "maximum",
  mbr: "member",
  min: "minimum",
  msg: "message",
  no: "number",
  num: "number",
  ord: "order",
  org: "organization",
  pic: "picture",
  pos: "position",
  prod: "product",
  pw: "password",
  qty: "quantity",
  ref: "reference",
  sess: "session",
  stat: "status",
  tel: "phone",
  tok: "token",
  trx: "transaction",
  ts: "time",
  timestamp: "time",
  txn: "transaction",
  tx: "transaction",
  txt: "text",
  uid: "user_id",
  url: "url",
  usr: "user",
  v: "value",
  val: "value",
};

/** Words that say nothing about which thing is meant, at either end of a table's name. */
const TABLE_NOISE = new Set([
  "tbl",
  "table",
  "t",
  "tb",
  "data",
  "info",
  "record",
  "entity",
  "collection",
  "db",
  "app",
  "by",
]);

const KEY_ENDINGS = new Set(["id", "uuid", "guid", "fk", "key", "pk", "oid", "ulid"]);

function makeSingular(word: string): string {
  /** `sign_ins`, `thumbs_ups`. */
  if (word === "ins" || word === "ups") return word.slice(0, -1);
  if (word.length < 4 || /(ss|us|is|ous)$/.test(word)) return word;
  if (/(ives|olves|elves|eaves)$/.test(word)) return word.replace(/ves$/, "ve");
  if (word === "people") return "person";
  if (word === "children") return "child";
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(x|ch|sh|ss|zz)es$/.test(word)) return word.slice(0, -2);
  if (/(status|address)es$/.test(word)) return word.slice(0, -2);
  return word.replace(/s$/, "");
}

export const singular = remembered(makeSingular);

function splitWords(name: string): readonly string[] {
  return name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .flatMap((word) => (SHORT[word] ?? SHORT[singular(word)] ?? singular(word)).split("_"));
}

/** `tblUserAccounts`, `user-accounts`, `USER_ACCOUNTS` → `user account`, short forms written out. */
export const wordsOf = remembered(splitWords);

function splitTable(name: string): readonly string[] {
  const words = wordsOf(name.slice(name.lastIndexOf(".") + 1));
  const told = words.filter((word) => !TABLE_NOISE.has(word));
  return told.length > 0 ? told : words;
}

/** A table's words without what says nothing (`tbl_`, `_data`). */
export const tableWords = remembered(splitTable);

/** Words of keys, query tables and caches that say how a thing is kept, not what it is. */
const KEPT_NOISE = new Set([
  ...TABLE_NOISE,
  "cache",
  "cached",
  "lookup",
  "idx",
  "index",
  "list",
  "set",
  "zset",
  "hash",
]);

function splitFull(name: string): readonly string[] {
  const words = wordsOf(name.slice(name.lastIndexOf(".") + 1));
  const told = words.filter((word) => word === "by" || !TABLE_NOISE.has(word));
  return told.length > 0 ? told : words;
}

/** All of a table's words but those that say nothing (`tbl_`): `tbl_posts_by_author` → `post by author`. */
export const fullWords = remembered(splitFull);

function splitHolder(name: string): readonly string[] {
  const words = wordsOf(name.slice(name.lastIndexOf(".") + 1));
  const told = words.filter((word) => !KEPT_NOISE.has(word));
  return told.length > 0 ? told : words;
}

/** The words of a query table, template, list or edge: `user_by_email` → `user email`. */
export const holderWords = remembered(splitHolder);

const PREFIXES = new Set(["tbl", "table", "tb", "t"]);

function splitUntilKey(name: string): readonly string[] {
  const words = wordsOf(name.slice(name.lastIndexOf(".") + 1));
  const by = words.findIndex(
    (word, at) => at > 0 && (word === "by" || word === "for" || word === "per" || word === "of"),
  );
  return (by === -1 ? words : words.slice(0, by)).filter((word) => !PREFIXES.has(word));
}

/** Words of a table's name up to what it is looked up by: `tbl_sensor_data_by_device` → `sensor data`. */
export const thingWords = remembered(splitUntilKey);

function splitHead(name: string): readonly string[] {
  const head = thingWords(name).filter((word) => !KEPT_NOISE.has(word));
  return head.length > 0 ? head : holderWords(name);
}

/** What a query table holds, without what it is looked up by: `messages_by_chat` → `message`. */
export const headWords = remembered(splitHead);

function splitReference(name: string): readonly string[] {
  const words = [...wordsOf(name)];
  if (words.length > 1 && (words[0] === "fk" || words[0] === "id")) words.shift();
  while (words.length > 1 && KEY_ENDINGS.has(words.at(-1) ?? "")) words.pop();
  return words;
}

/** A reference column's words without `_id`, `_fk`, `_uuid` at its end or `fk_` at its beginning. */
export const referenceWords = remembered(splitReference);

/** True for `id`, `user_id`, `uuid`, `pk`: a column that identifies, by its name alone. */
export function looksLikeId(name: string): boolean {
  const last = wordsOf(name).at(-1) ?? "";
  return KEY_ENDINGS.has(last) || /[a-z](Id|ID|Uuid)$/.test(name);
}

const BUCKET = /^(\w+_)?(minute|hour|day|date|week|month|quarter|year|yyyymm(dd)?|time_?bucket|bucket)$/i;

/** `day`, `year_month`, `time_bucket`: a part of a time, by its name alone. */
export function isBucketName(column: string): boolean {
  return BUCKET.test(column);
}
