import {
  CONSISTENCIES,
  type Consistency,
  type ConsistencyClaim,
  type Decisions,
  ENGINES,
  findStore,
  LEVELS,
  NO_DECISIONS,
  REASONS,
  type Reason,
  type Said,
  type SecondStore,
  type ShardKey,
  STORE_TYPES,
  type StoreChoice,
  VOLUMES,
} from "@/lib/design";
import type { Problems } from "../problems";
import { short } from "../problems";
import type { Entry } from "./entries";
import type { SheetKey } from "./keys";
import { type Pair, pairsOf, type Scalar, scalarsOf, type Value } from "./value";

interface Reading {
  readonly text: string;
  readonly problems: Problems;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function squeeze(word: string): string {
  return word.toLowerCase().replace(/[\s_]+/g, "-");
}

/** One of a few legal words, up to case and separators. */
function oneOf<T extends string>(
  scalar: Scalar,
  legal: readonly T[],
  what: string,
  { problems }: Reading,
): Said<T> | null {
  const wanted = squeeze(scalar.text);
  const found = legal.find((word) => word === wanted || word.replaceAll("-", "") === wanted.replaceAll("-", ""));
  if (found) return { value: found, span: scalar.span };
  const message = `“${short(scalar.text)}” is no ${what}. Known ones: ${legal.join(", ")}.`;
  problems.unknown("error", scalar.span, scalar.text, legal, message);
  return null;
}

/** A value that must be one word. */
function single(value: Value, reading: Reading): Scalar | null {
  if (value.kind === "scalar") return value;
  const [first, ...rest] = scalarsOf(value, reading.text);
  if (rest.length > 0 || !first) reading.problems.report("error", value.span, "One value is asked for here.");
  return first ?? null;
}

function storeOf(scalar: Scalar, { problems }: Reading): StoreChoice | null {
  const found = findStore(scalar.text.slice(0, 80));
  if (found) return found;
  const known = [...Object.values(ENGINES).flat(), ...STORE_TYPES];
  const message = `“${short(scalar.text)}” is not a store that is known. Name an engine (PostgreSQL) or a type: ${STORE_TYPES.join(", ")}.`;
  problems.unknown("error", scalar.span, scalar.text, known, message);
  return null;
}

function reasonsOf(value: Value, reading: Reading): Said<Reason>[] {
  return scalarsOf(value, reading.text).flatMap((scalar) => oneOf(scalar, REASONS, "reason", reading) ?? []);
}

/** `bids.auction_id` or `readings(device_id, day)`; the table is empty where only a column was named. */
function shardKeyOf(scalar: Scalar): ShardKey | null {
  const words = scalar.text.replace(/\s+by\s+/i, ".");
  const open = words.indexOf("(");
  if (open > 0 && words.endsWith(")")) {
    const columns = words
      .slice(open + 1, -1)
      .split(",")
      .map((word) => word.trim())
      .filter(Boolean);
    return columns.length > 0 ? { table: words.slice(0, open).trim(), columns } : null;
  }
  const dot = words.indexOf(".");
  const [table, column] = dot > 0 ? [words.slice(0, dot), words.slice(dot + 1)] : ["", words];
  return column.trim() && !/[()]/.test(words) ? { table: table.trim(), columns: [column.trim()] } : null;
}

function shardKeysOf(value: Value, reading: Reading): Said<ShardKey>[] {
  if (value.kind === "map") return value.entries.flatMap((entry) => shardPair(entry, reading));
  return scalarsOf(value, reading.text).flatMap((scalar) => {
    const colon = scalar.text.indexOf(":");
    const dotted = colon > 0 ? { ...scalar, text: scalar.text.replace(/\s*:\s*/, ".") } : scalar;
    const key = shardKeyOf(dotted);
    if (!key) reading.problems.report("error", scalar.span, "Write `table.column` or `table(column, column)`.");
    return key ? [{ value: key, span: scalar.span }] : [];
  });
}

/** `{ bids: auction_id, readings: [device_id, day] }`. */
function shardPair({ key, value }: Pair, reading: Reading): Said<ShardKey>[] {
  const columns = value ? scalarsOf(value, reading.text).map((column) => column.text) : [];
  if (columns.length > 0) return [{ value: { table: key.text, columns }, span: key.span }];
  const alone = shardKeyOf(key);
  return alone ? [{ value: alone, span: key.span }] : [];
}

function claimsOf(value: Value, reading: Reading): Said<ConsistencyClaim>[] {
  return pairsOf(value, reading.text).flatMap((pair) => {
    const said = pair.value ? levelOf(pair.value, reading) : null;
    if (!pair.value) {
      const message = `Say how strict “${short(pair.key.text)}” is: \`${short(pair.key.text)}: strong\`, read-your-writes or eventual.`;
      reading.problems.report("error", pair.key.span, message);
    }
    if (!said) return [];
    const dot = pair.key.text.indexOf(".");
    const [table, column] =
      dot > 0 ? [pair.key.text.slice(0, dot), pair.key.text.slice(dot + 1)] : [pair.key.text, null];
    const span = { start: pair.key.span.start, end: Math.max(pair.key.span.end, said.span.end) };
    return [{ value: { table, column, level: said.value }, span }];
  });
}

function levelOf(value: Value, reading: Reading): Said<Consistency> | null {
  const scalar = single(value, reading);
  return scalar && oneOf(scalar, CONSISTENCIES, "consistency", reading);
}

function secondStores(value: Value, reading: Reading): Said<SecondStore>[] {
  return pairsOf(value, reading.text).flatMap((pair) => {
    const store = storeOf(pair.key, reading);
    const reasons = pair.value ? reasonsOf(pair.value, reading).map((reason) => reason.value) : [];
    const span = { start: pair.key.span.start, end: Math.max(pair.key.span.end, pair.value?.span.end ?? 0) };
    return store ? [{ value: { store, reasons }, span }] : [];
  });
}

type Setter = (decisions: Mutable<Decisions>, value: Value, reading: Reading) => void;

const SET: Readonly<Record<SheetKey, Setter>> = {
  scenario: (decisions, value, reading) => {
    const scalar = single(value, reading);
    decisions.scenario = scalar && { value: scalar.text, span: scalar.span };
  },
  level: (decisions, value, reading) => {
    const scalar = single(value, reading);
    decisions.level = scalar && oneOf(scalar, LEVELS, "level", reading);
  },
  store: (decisions, value, reading) => {
    const scalar = single(value, reading);
    const store = scalar && storeOf(scalar, reading);
    decisions.store = scalar && store ? { value: store, span: scalar.span } : null;
  },
  because: (decisions, value, reading) => {
    decisions.because = reasonsOf(value, reading);
  },
  volume: (decisions, value, reading) => {
    const scalar = single(value, reading);
    decisions.volume = scalar && oneOf(scalar, VOLUMES, "volume", reading);
  },
  "shard by": (decisions, value, reading) => {
    decisions.shardBy = shardKeysOf(value, reading);
  },
  consistency: (decisions, value, reading) => {
    decisions.consistency = claimsOf(value, reading);
  },
  also: (decisions, value, reading) => {
    decisions.also = secondStores(value, reading);
  },
};

/** What the entries say. A key said twice counts once, the first time. */
export function decisionsOf(entries: readonly Entry[], text: string, problems: Problems): Decisions {
  const decisions: Mutable<Decisions> = { ...NO_DECISIONS };
  const seen = new Set<SheetKey>();
  for (const { key, keySpan, value } of entries) {
    if (seen.has(key))
      problems.report("warning", keySpan, `“${key}” is said twice; the first one counts. Take one out.`);
    else if (!value) problems.report("hint", keySpan, `“${key}” says nothing yet.`);
    else SET[key](decisions, value, { text, problems });
    seen.add(key);
  }
  return decisions;
}
