import { readMessage, textOf } from "../archive/protobuf";
import { bytesIn, type GivenDatabase, numberOf, textIn } from "../archive/sqlite";
import type { Steps } from "../steps";
import type { NoteType, Surroundings, Template } from "./source";

/** Field numbers of Anki's `notetypes.proto`. */
const KIND = 1;
const CLOZE = 1;
const FRONT = 1;
const BACK = 2;

/** Anki since 2.1.28: a table for each of note types, fields, templates, decks and settings; details as protobuf. */
export function* readSchema18(database: GivenDatabase): Steps<Surroundings> {
  const fields = new Map<number, Map<number, string>>();
  yield* database.rows("fields", ["ntid", "ord", "name"], (row) => {
    put(fields, numberOf(row.ntid), numberOf(row.ord), textIn(row.name));
  });
  const templates = new Map<number, Map<number, Template>>();
  yield* database.rows("templates", ["ntid", "ord", "name", "config"], (row) => {
    const config = readMessage(bytesIn(row.config));
    const template = { name: textIn(row.name), front: textOf(config, FRONT), back: textOf(config, BACK) };
    put(templates, numberOf(row.ntid), numberOf(row.ord), template);
  });
  const types = new Map<number, NoteType>();
  yield* database.rows("notetypes", ["id", "name", "config"], (row) => {
    const id = numberOf(row.id);
    const cloze = readMessage(bytesIn(row.config)).numbers.get(KIND) === CLOZE;
    types.set(id, { name: textIn(row.name), cloze, fields: inOrder(fields, id), templates: inOrder(templates, id) });
  });
  return { types, decks: yield* decksOf(database), ...(yield* creationOf(database)) };
}

function* decksOf(database: GivenDatabase): Steps<ReadonlyMap<number, string>> {
  const decks = new Map<number, string>();
  yield* database.rows("decks", ["id", "name"], (row) => {
    decks.set(numberOf(row.id), textIn(row.name).replaceAll("\u001f", "::"));
  });
  return decks;
}

function* creationOf(database: GivenDatabase): Steps<Pick<Surroundings, "created" | "creationOffset">> {
  let created = 0;
  yield* database.rows("col", ["crt"], (row) => {
    created = numberOf(row.crt);
  });
  let creationOffset: number | null = null;
  if (!database.has("config")) return { created, creationOffset };
  yield* database.rows("config", ["KEY", "val"], (row) => {
    if (textIn(row.KEY ?? row.key) !== "creationOffset") return;
    const minutes = Number(textIn(bytesToText(row.val)));
    creationOffset = Number.isFinite(minutes) ? minutes : null;
  });
  return { created, creationOffset };
}

function bytesToText(value: Parameters<typeof bytesIn>[0]): string {
  return new TextDecoder().decode(bytesIn(value));
}

function put<T>(map: Map<number, Map<number, T>>, key: number, place: number, value: T): void {
  const known = map.get(key) ?? new Map<number, T>();
  known.set(place, value);
  map.set(key, known);
}

function inOrder<T>(map: ReadonlyMap<number, ReadonlyMap<number, T>>, key: number): T[] {
  const entries = [...(map.get(key) ?? new Map<number, T>())];
  return entries.sort(([a], [b]) => a - b).map(([, value]) => value);
}
