import Database from "better-sqlite3";
import { strToU8, zipSync } from "fflate";

/** Anki's tables of schema 11, and those that schema 18 has beside them; written here from its own documentation. */
const COMMON = `
CREATE TABLE notes (id integer primary key, guid text, mid integer, mod integer, usn integer, tags text, flds text, sfld integer, csum integer, flags integer, data text);
CREATE TABLE cards (id integer primary key, nid integer, did integer, ord integer, mod integer, usn integer, type integer, queue integer, due integer, ivl integer, factor integer, reps integer, lapses integer, left integer, odue integer, odid integer, flags integer, data text);
CREATE TABLE revlog (id integer primary key, cid integer, usn integer, ease integer, ivl integer, lastIvl integer, factor integer, time integer, type integer);
CREATE TABLE col (id integer primary key, crt integer, mod integer, scm integer, ver integer, dty integer, usn integer, ls integer, conf text, models text, decks text, dconf text, tags text);`;
const NEWER = `
CREATE TABLE notetypes (id integer primary key, name text NOT NULL COLLATE nocase, mtime_secs integer, usn integer, config blob);
CREATE TABLE fields (ntid integer, ord integer, name text NOT NULL COLLATE nocase, config blob, primary key (ntid, ord)) without rowid;
CREATE TABLE templates (ntid integer, ord integer, name text NOT NULL COLLATE nocase, mtime_secs integer, usn integer, config blob, primary key (ntid, ord)) without rowid;
CREATE TABLE decks (id integer primary key, name text NOT NULL COLLATE nocase, mtime_secs integer, usn integer, common blob, kind blob);
CREATE TABLE config (KEY text primary key, usn integer, mtime_secs integer, val blob) without rowid;
CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid);
CREATE UNIQUE INDEX idx_decks_name ON decks (name);`;

export interface GivenType {
  readonly name: string;
  readonly cloze?: boolean;
  readonly fields: readonly string[];
  readonly templates: readonly (readonly [front: string, back: string])[];
}

export interface GivenCard {
  readonly note: number;
  readonly ord?: number;
  readonly deck?: number;
  readonly type?: number;
  readonly queue?: number;
  readonly due?: number;
  readonly ivl?: number;
  readonly factor?: number;
  readonly reps?: number;
  readonly lapses?: number;
  readonly left?: number;
  readonly odue?: number;
  readonly odid?: number;
  readonly data?: string;
}

export interface GivenPackage {
  readonly created?: number;
  /** Minutes west of UTC. */
  readonly offset?: number;
  readonly types: Readonly<Record<number, GivenType>>;
  readonly decks?: Readonly<Record<number, string>>;
  readonly notes: Readonly<
    Record<
      number,
      { readonly guid: string; readonly type: number; readonly fields: readonly string[]; readonly tags?: string }
    >
  >;
  readonly cards: Readonly<Record<number, GivenCard>>;
  /** Time, card, ease, interval, factor, milliseconds, type. */
  readonly log?: readonly (readonly [number, number, number, number, number, number, number])[];
}

export const FORMATS = ["collection.anki2", "collection.anki21", "collection.anki21b"] as const;
export type Format = (typeof FORMATS)[number];

/** A database made by these statements. */
export function otherDatabase(sql: string): Uint8Array {
  const database = new Database(":memory:");
  database.exec(sql);
  const bytes = new Uint8Array(database.serialize());
  database.close();
  return bytes;
}

/** The bytes of a package as Anki would have made it, in any of its three formats. */
export function packageOf(given: GivenPackage, format: Format): Uint8Array {
  const bytes = databaseOf(given, format === "collection.anki21b");
  const content = format === "collection.anki21b" ? zstd(bytes) : bytes;
  // A newer package holds an old collection too, with one note that says to update.
  const files: Record<string, Uint8Array> = { media: strToU8("{}") };
  if (format !== "collection.anki2") files["collection.anki2"] = databaseOf({ types: {}, notes: {}, cards: {} }, false);
  return zipSync({ ...files, [format]: content });
}

export function databaseOf(given: GivenPackage, newer: boolean, extra = ""): Uint8Array {
  const database = new Database(":memory:");
  database.exec(COMMON + (newer ? NEWER : "") + extra);
  const add = (table: string, ...values: readonly unknown[]) =>
    database.prepare(`INSERT INTO ${table} VALUES (${values.map(() => "?").join(", ")})`).run(...values);
  const { created = 1_700_000_000, offset, types, decks = { 1: "Default" } } = given;
  const conf = offset === undefined ? "{}" : JSON.stringify({ creationOffset: offset, rollover: 4 });
  const old = [
    JSON.stringify(modelsOf(types)),
    JSON.stringify(Object.fromEntries(Object.entries(decks).map(([id, name]) => [id, { id: Number(id), name }]))),
  ];
  add("col", 1, created, 0, 0, newer ? 18 : 11, 0, 0, 0, newer ? "" : conf, ...(newer ? ["", ""] : old), "{}", "{}");
  if (newer) addNewer(add, types, decks, offset);
  for (const [id, { guid, type, fields, tags = "" }] of Object.entries(given.notes))
    add("notes", Number(id), guid, type, 0, 0, tags, fields.join("\u001f"), fields[0], 0, 0, "");
  for (const [id, card] of Object.entries(given.cards)) {
    const {
      note,
      deck = 1,
      ord = 0,
      type = 0,
      queue = type,
      due = 0,
      ivl = 0,
      factor = 0,
      reps = 0,
      lapses = 0,
      left = 0,
      odue = 0,
      odid = 0,
      data = "",
    } = card;
    add(
      "cards",
      Number(id),
      note,
      deck,
      ord,
      0,
      0,
      type,
      queue,
      due,
      ivl,
      factor,
      reps,
      lapses,
      left,
      odue,
      odid,
      0,
      data,
    );
  }
  for (const [id, card, ease, ivl, factor, time, type] of given.log ?? [])
    add("revlog", id, card, 0, ease, ivl, 0, factor, time, type);
  if (newer) {
    // Anki's own collation: another SQLite does not know it.
    database.unsafeMode(true);
    database.pragma("writable_schema = ON");
    database.exec("UPDATE sqlite_master SET sql = replace(sql, 'nocase', 'unicase')");
    database.pragma("writable_schema = OFF");
  }
  const bytes = new Uint8Array(database.serialize());
  database.close();
  return bytes;
}

function modelsOf(types: GivenPackage["types"]) {
  return Object.fromEntries(
    Object.entries(types).map(([id, { name, cloze = false, fields, templates }]) => {
      const tmpls = templates.map(([qfmt, afmt], ord) => ({ name: `Card ${ord + 1}`, ord, qfmt, afmt }));
      return [
        id,
        { id: Number(id), name, type: cloze ? 1 : 0, flds: fields.map((field, ord) => ({ name: field, ord })), tmpls },
      ];
    }),
  );
}

type Add = (table: string, ...values: readonly unknown[]) => unknown;

function addNewer(
  add: Add,
  types: GivenPackage["types"],
  decks: NonNullable<GivenPackage["decks"]>,
  offset: number | undefined,
): void {
  for (const [id, { name, cloze = false, fields, templates }] of Object.entries(types)) {
    add("notetypes", Number(id), name, 0, 0, Buffer.from(cloze ? [0x08, 1, 0x1a, 1, 0x78] : [0x1a, 1, 0x78]));
    for (const [ord, field] of fields.entries()) add("fields", Number(id), ord, field, Buffer.from([]));
    for (const [ord, [front, back]] of templates.entries()) {
      add(
        "templates",
        Number(id),
        ord,
        `Card ${ord + 1}`,
        0,
        0,
        Buffer.concat([text(1, front), text(2, back), Buffer.from([0x28, 0x80, 0x01])]),
      );
    }
  }
  for (const [id, name] of Object.entries(decks))
    add("decks", Number(id), name.replaceAll("::", "\u001f"), 0, 0, Buffer.from([]), Buffer.from([]));
  if (offset !== undefined) add("config", "creationOffset", 0, 0, Buffer.from(String(offset)));
}

/** A field of protobuf that holds text. */
function text(field: number, words: string): Buffer {
  const bytes = Buffer.from(words);
  const length: number[] = [];
  for (let rest = bytes.length; ; rest >>= 7) {
    length.push(rest > 127 ? (rest & 127) | 128 : rest);
    if (rest <= 127) break;
  }
  return Buffer.concat([Buffer.from([(field << 3) | 2, ...length]), bytes]);
}

/** Zstandard without squeezing: a frame of raw blocks, with no size named, as Anki's own stream has it. RFC 8878. */
export function zstd(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58])];
  const most = 128 * 1024;
  for (let at = 0; at < bytes.length; at += most) {
    const block = bytes.subarray(at, at + most);
    const header = (block.length << 3) | (at + most >= bytes.length ? 1 : 0);
    parts.push(new Uint8Array([header & 255, (header >> 8) & 255, header >> 16]), block);
  }
  return new Uint8Array(Buffer.concat(parts));
}
