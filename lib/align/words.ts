import { editDistance } from "@/lib/design";

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
  uid: "user_id",
  url: "url",
  usr: "user",
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

const singulars = new Map<string, string>();

function makeSingular(word: string): string {
  if (word.length < 4 || /(ss|us|is|ous)$/.test(word)) return word;
  if (/(ives|olves|elves|eaves)$/.test(word)) return word.replace(/ves$/, "ve");
  if (word === "people") return "person";
  if (word === "children") return "child";
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(x|ch|sh|ss|zz)es$/.test(word)) return word.slice(0, -2);
  if (/(status|address)es$/.test(word)) return word.slice(0, -2);
  return word.replace(/s$/, "");
}

export function singular(word: string): string {
  const known = singulars.get(word);
  if (known !== undefined) return known;
  const made = makeSingular(word);
  if (singulars.size < 5000) singulars.set(word, made);
  return made;
}

/** `tblUserAccounts`, `user-accounts`, `USER_ACCOUNTS` → `user account`, short forms written out. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .flatMap((word) => (SHORT[word] ?? SHORT[singular(word)] ?? singular(word)).split("_"));
}

/** A table's words without what says nothing (`tbl_`, `_data`). */
export function tableWords(name: string): readonly string[] {
  const words = wordsOf(name.slice(name.lastIndexOf(".") + 1));
  const told = words.filter((word) => !TABLE_NOISE.has(word));
  return told.length > 0 ? told : words;
}

/** A reference column's words without `_id`, `_fk`, `_uuid` at its end or `fk_` at its beginning. */
export function referenceWords(name: string): readonly string[] {
  const words = [...wordsOf(name)];
  if (words.length > 1 && (words[0] === "fk" || words[0] === "id")) words.shift();
  while (words.length > 1 && KEY_ENDINGS.has(words.at(-1) ?? "")) words.pop();
  return words;
}

/** True for `id`, `user_id`, `uuid`, `pk`: a column that identifies, by its name alone. */
export function looksLikeId(name: string): boolean {
  const last = wordsOf(name).at(-1) ?? "";
  return KEY_ENDINGS.has(last) || /[a-z](Id|ID|Uuid)$/.test(name);
}

/** One or two slips of the finger in a long word: an edit distance of at most 1 from 5 letters, 2 from 9. */
function nearlySame(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  const most = longest >= 9 ? 2 : longest >= 5 ? 1 : 0;
  if (most === 0 || Math.abs(a.length - b.length) > most) return false;
  return editDistance(a, b) <= most;
}

/** The same words but for one that is nearly the same. */
function misspelt(written: readonly string[], meant: readonly string[]): boolean {
  if (written.length !== meant.length) return false;
  const other = written.flatMap((word, i) => (word === meant[i] ? [] : [[word, meant[i] ?? ""] as const]));
  return other.length === 1 && other.every(([a, b]) => nearlySame(a, b));
}

/**
 * How much two names, already in words, mean the same: 0 to 1.
 * 1 the same words; 0.9 joined differently or misspelt; 0.75 one's head noun with a qualifier (`auction bid` for `bid`);
 * 0.5 the first word alone (`bid history`); 0 nothing in common.
 */
export function likeness(written: readonly string[], meant: readonly string[]): number {
  const [a, b] = [written.join(""), meant.join("")];
  if (a === "" || b === "") return 0;
  if (a === b) return 1;
  if (misspelt(written, meant)) return 0.9;
  if (endsWith(written, meant)) return 0.75;
  if (endsWith(meant, written) && written.join("").length > 2) return 0.6;
  if (startsWith(written, meant)) return 0.5;
  return 0;
}

function endsWith(words: readonly string[], tail: readonly string[]): boolean {
  return words.length > tail.length && tail.every((word, i) => words[words.length - tail.length + i] === word);
}

function startsWith(words: readonly string[], head: readonly string[]): boolean {
  return words.length > head.length && head.every((word, i) => words[i] === word);
}

/** The best likeness to a name or one of its synonyms (a synonym counts a little less than the name itself). */
export function bestLikeness(written: readonly string[], name: string, synonyms: readonly string[]): number {
  let best = likeness(written, wordsOf(name));
  for (const synonym of synonyms) {
    if (best >= 0.97) break;
    best = Math.max(best, 0.97 * likeness(written, wordsOf(synonym)));
  }
  return best;
}
