import { editDistance, remembered } from "@/lib/design";

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

/** One or two slips of the finger in a long word, not in its first letter: an edit distance of at most 1 from 5 letters, 2 from 9. */
function nearlySame(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  const most = longest >= 9 ? 2 : longest >= 5 ? 1 : 0;
  if (most === 0 || Math.abs(a.length - b.length) > most || a[0] !== b[0]) return false;
  const slips = editDistance(a, b);
  /** Two slips only where two letters changed places: `translation` is no `transaction`. */
  return slips <= 1 || (slips === 2 && most === 2 && [...a].toSorted().join("") === [...b].toSorted().join(""));
}

/** The same words but for one that is nearly the same. */
function misspelt(written: readonly string[], meant: readonly string[]): boolean {
  if (written.length !== meant.length) return false;
  let other = -1;
  for (let i = 0; i < written.length; i += 1) {
    if (written[i] === meant[i]) continue;
    if (other !== -1) return false;
    other = i;
  }
  return other !== -1 && nearlySame(written[other] ?? "", meant[other] ?? "");
}

/**
 * How much two names, already in words, mean the same: 0 to 1.
 * 1 the same words; 0.9 misspelt; 0.75 one's head noun with a qualifier (`auction bid` for `bid`);
 * 0.6 the head noun alone; 0.5 the first word alone (`bid history`); 0 nothing in common.
 */
export function likeness(written: readonly string[], meant: readonly string[]): number {
  if (written.length === 0 || meant.length === 0) return 0;
  if (sameWords(written, meant)) return 1;
  if (misspelt(written, meant)) return 0.9;
  if (endsWith(written, meant)) return 0.75;
  if (endsWith(meant, written) && written.join("").length > 2) return 0.6;
  return startsWith(written, meant) ? 0.5 : 0;
}

/** The same words, wherever they are parted (`user name`, `username`). */
function sameWords(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === b.length) return a.every((word, i) => word === b[i]);
  return a.join("") === b.join("");
}

function endsWith(words: readonly string[], tail: readonly string[]): boolean {
  return words.length > tail.length && tail.every((word, i) => words[words.length - tail.length + i] === word);
}

function startsWith(words: readonly string[], head: readonly string[]): boolean {
  return words.length > head.length && head.every((word, i) => words[i] === word);
}

interface Phrase {
  readonly words: readonly string[];
  /** 1 for the name itself, a little less for a synonym. */
  readonly weight: number;
}

/** A name with its synonyms, laid out so that asking costs a few look-ups however many synonyms there are. */
interface Term {
  readonly phrases: readonly Phrase[];
  /** Letters without gaps (`auctionbid`) → weight. */
  readonly letters: ReadonlyMap<string, number>;
  /** Words (`auction bid`) → weight. */
  readonly whole: ReadonlyMap<string, number>;
  /** Proper endings (`bid` of `auction bid`) → weight. */
  readonly endings: ReadonlyMap<string, number>;
}

const SYNONYM_WEIGHT = 0.97;

function note(map: Map<string, number>, key: string, weight: number): void {
  map.set(key, Math.max(weight, map.get(key) ?? 0));
}

function makeTerm(name: string, synonyms: readonly string[]): Term {
  const phrases = [name, ...synonyms].map((one, at) => ({
    words: wordsOf(one),
    weight: at === 0 ? 1 : SYNONYM_WEIGHT,
  }));
  const [letters, whole, endings] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  for (const { words, weight } of phrases) {
    note(letters, words.join(""), weight);
    note(whole, words.join(" "), weight);
    /** What stands behind "by" is how a table is asked, not what it holds. */
    const by = words.indexOf("by");
    for (let at = 1; at < (by > 0 ? by : words.length); at += 1)
      note(endings, words.slice(at, by > 0 ? by : undefined).join(" "), weight);
  }
  return { phrases, letters, whole, endings };
}

/** One list for all names without synonyms, so that they too are laid out once. */
const NONE: readonly string[] = [];

/** By the list of synonyms, which is one object for each thing of a scenario, then by name. */
const terms = new WeakMap<readonly string[], Map<string, Term>>();

function termOf(name: string, synonyms: readonly string[]): Term {
  const byName = terms.get(synonyms) ?? new Map<string, Term>();
  terms.set(synonyms, byName);
  const known = byName.get(name) ?? makeTerm(name, synonyms);
  byName.set(name, known);
  return known;
}

function partLikeness(written: readonly string[], { whole, endings }: Term): number {
  const text = written.join(" ");
  let best = text.length > 2 ? 0.6 * (endings.get(text) ?? 0) : 0;
  for (let at = 1; at < written.length; at += 1) {
    best = Math.max(best, 0.75 * (whole.get(written.slice(at).join(" ")) ?? 0));
    best = Math.max(best, 0.5 * (whole.get(written.slice(0, at).join(" ")) ?? 0));
  }
  return best;
}

/** Likeness by the words asked for, then by the term: names come again and again, in one design and the next. */
const answered = new WeakMap<readonly string[], Map<Term, number>>();

/**
 * The best likeness to a name or one of its synonyms, as `likeness` has it; a synonym counts a little less than the name itself.
 * Fast where `synonyms` is a list that lives as long as the scenario.
 */
export function bestLikeness(written: readonly string[], name: string, synonyms: readonly string[] = NONE): number {
  if (written.length === 0) return 0;
  const term = termOf(name, synonyms);
  const byTerm = answered.get(written) ?? new Map<Term, number>();
  answered.set(written, byTerm);
  const known = byTerm.get(term);
  if (known !== undefined) return known;
  const made = compare(written, term);
  byTerm.set(term, made);
  return made;
}

function compare(written: readonly string[], term: Term): number {
  const exact = term.letters.get(written.join(""));
  if (exact !== undefined) return exact;
  const slip = term.phrases.reduce(
    (most, { words, weight }) => (weight > most && misspelt(written, words) ? weight : most),
    0,
  );
  return Math.max(0.9 * slip, partLikeness(written, term));
}
