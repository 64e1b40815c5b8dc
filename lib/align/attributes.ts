import type { Entity, EntityAttribute } from "@/lib/scenario";
import { bestLikeness } from "./likeness";
import type { Column } from "./profile";
import { wordsOf } from "./words";

const TIME_TAILS = new Set(["at", "on", "time", "date", "datetime", "utc", "ts", "ms"]);
const OTHER_TIMES = new Set(["updated", "modified", "deleted", "changed", "edited", "removed", "archived"]);

function timeCore(words: readonly string[]): readonly string[] {
  const core = [...words];
  while (core.length > 1 && TIME_TAILS.has(core.at(-1) ?? "")) core.pop();
  return core;
}

function isTime(column: Column): boolean {
  const tail = column.words.at(-1) ?? "";
  return (
    /time|date/i.test(column.attribute.type ?? "") ||
    (column.words.length > 1 && TIME_TAILS.has(tail)) ||
    tail === "time"
  );
}

const names = new WeakMap<EntityAttribute, readonly string[]>();

/** Synonyms, and the parts that may stand for the whole; one list for each attribute, so that its words are split once. */
function otherNames(attribute: EntityAttribute): readonly string[] {
  const known = names.get(attribute);
  if (known) return known;
  const made = [...attribute.synonyms, ...attribute.split];
  names.set(attribute, made);
  return made;
}

const cores = new WeakMap<EntityAttribute, ReadonlySet<string>>();

function timeCores(name: string, attribute: EntityAttribute): ReadonlySet<string> {
  const known = cores.get(attribute);
  if (known) return known;
  const made = new Set([name, ...attribute.synonyms].map((one) => timeCore(wordsOf(one)).join("")));
  cores.set(attribute, made);
  return made;
}

function timeLikeness(words: readonly string[], name: string, attribute: EntityAttribute): number {
  const core = timeCore(words).join("");
  return core !== "" && !TIME_TAILS.has(core) && timeCores(name, attribute).has(core) ? 0.95 : 0;
}

/** How well a column stands for an attribute, 0 to 1. */
export function attributeLikeness(column: Column, name: string, attribute: EntityAttribute): number {
  let best = 0;
  for (const words of column.forms) {
    best = Math.max(best, bestLikeness(words, name, otherNames(attribute)));
    if (attribute.type === "time") best = Math.max(best, timeLikeness(words, name, attribute));
  }
  if (attribute.type !== "time") return best;
  if (best >= 0.5 && isTime(column)) return Math.min(1, best + 0.1);
  const otherTime = column.words.some((word) => OTHER_TIMES.has(word));
  return best === 0 && /created|sent|posted|recorded/.test(name) && isTime(column) && !otherTime ? 0.56 : best;
}

/** Attributes that nearly every table has say little about which entity a table is. */
const COMMON = new Set(["created_at", "status", "name", "title", "description", "updated_at"]);

/** True for a name that nearly every table has a column of. */
export const isCommon = (name: string): boolean => COMMON.has(name);

/** A column says an attribute clearly from here on; from `WHOLE` on by the whole name. */
const CLEAR = 0.75;
const WHOLE = 0.95;

/** Whether a table's columns hold an attribute: a column that says another one whole is not taken for its last word (`name` for `unit_name`). */
function heldLikeness(likes: readonly (readonly number[])[], at: number): number {
  return likes.reduce((most, column) => {
    const like = column[at] ?? 0;
    const other = like < CLEAR && column.some((one) => one >= WHOLE);
    return other ? most : Math.max(most, like);
  }, 0);
}

/** The share of an entity's attributes that the columns hold, distinctive ones counting most: 0 to 1. */
export function attributeOverlap(entity: Entity, columns: readonly Column[]): number {
  const attributes = Object.entries(entity.attributes);
  const likes = columns.map((column) => attributes.map(([name, one]) => attributeLikeness(column, name, one)));
  let all = 0;
  let found = 0;
  attributes.forEach(([name], at) => {
    const weight = isCommon(name) ? 0.35 : 1;
    const best = heldLikeness(likes, at);
    all += weight;
    found += weight * (best >= 0.56 ? best : 0);
  });
  return all === 0 ? 0 : found / all;
}
