import { sqlName, sqlText } from "@/lib/notation";
import type { Ask, AskedEqual, Sort } from "./asks";
import { COLD, FIRST_SPREAD, HOT, hotRows, keyNumber, ODD, wordLiteral } from "./fill";
import type { Probe, ProbeKey, Sizes } from "./plan";
import type { ColumnRole, Roles } from "./roles";
import { arrayType, literal } from "./values";

/** Most values that a question gives at once ("newest of those I follow"). */
const MOST_AMONG = 50;
/** Rows at the edge of the hot ones that a narrow range still takes. */
const NARROW = 5;

/** Values of the columns that are given, and where a range ends. */
interface Given {
  readonly name: string;
  /** By column: the number that is asked for. */
  readonly wanted: (equal: AskedEqual) => number;
  /** The row that keys of their own point at. */
  readonly row: (n: number) => number;
  readonly bound: (n: number, ask: Ask) => number;
  /** What constants are asked for as: the pattern's own, the state that only a handful of rows are in, or one that none is in. */
  readonly state: "own" | "rare" | "nowhere";
}

const middle = (n: number) => Math.floor(n / 2);
const missing = (n: number) => n * 7 + 13;

function isUp({ comparison }: Ask): boolean {
  return comparison === ">" || comparison === ">=";
}

/** The number of a range's end that takes only a few of the hot rows. */
function narrow(n: number, ask: Ask): number {
  const { from, to } = hotRows(n);
  return isUp(ask) ? to - NARROW : from + NARROW;
}

const nothing = (n: number, ask: Ask) => (isUp(ask) ? n + NARROW : 0);

const isBanded = (roles: Roles, { column, constant }: AskedEqual): boolean =>
  constant === null && roles.of.get(column)?.kind === "asked";

/** The keys that a query is tried with: what is served must stay flat for the worst of them. */
function givensOf(ask: Ask, roles: Roles): readonly Given[] {
  const hot: Given = { name: "hot", wanted: () => HOT, row: middle, bound: middle, state: "own" };
  const open = ask.equal.filter(({ constant }) => constant === null);
  const banded = ask.equal.filter((one) => isBanded(roles, one));
  const [first] = open;
  const ends = ask.comparison
    ? [
        { ...hot, name: "hot, a narrow range", bound: narrow },
        { ...hot, name: "hot, an empty range", bound: nothing },
      ]
    : [];
  const odd =
    roles.asked > 1
      ? banded.map(
          (one): Given => ({
            ...hot,
            name: `odd in ${one.column} alone`,
            wanted: ({ column }) => (column === one.column ? ODD : HOT),
          }),
        )
      : [];
  const cold: Given = { ...hot, name: "cold", wanted: () => COLD, row: () => COLD };
  const gone = first
    ? [{ ...hot, name: "missing", wanted: (one: AskedEqual) => (one === first ? -1 : HOT) } satisfies Given]
    : [];
  const rare = ask.equal.some(({ column }) => rareOf(roles.of.get(column)) !== null)
    ? [
        { ...cold, name: "a state that few rows are in", state: "rare" as const },
        { ...hot, name: "a state that no row is in", state: "nowhere" as const },
      ]
    : [];
  return [hot, ...ends, ...odd, ...rare, ...(open.length > 0 ? [cold] : []), ...gone];
}

const rareOf = (role: ColumnRole | undefined) => (role?.kind === "asked" ? role.rare : null);

/** The value of one column at one size. */
function askedValue(ask: Ask, role: ColumnRole | undefined, equal: AskedEqual, given: Given, n: number): string {
  const wanted = given.wanted(equal);
  const { subject } = ask;
  if (role?.kind === "asked" && role.words.length > 0) {
    const isText = subject.kind(equal.column).type.family === "text";
    if (equal.constant !== null && given.state === "nowhere" && isText) return sqlText("none");
    if (equal.constant !== null && given.state !== "own" && role.rare !== null) return sqlText(role.rare);
    if (equal.constant !== null) return wordLiteral(subject, equal.column, role.words, 0);
    const others = Math.max(1, role.words.length - 1);
    const at = wanted <= 0 ? 0 : 1 + (wanted % others);
    return wordLiteral(subject, equal.column, role.words, Math.min(at, role.words.length - 1));
  }
  const kind = subject.kind(equal.column);
  return literal(kind, wanted === -1 ? missing(n) : keyNumber(role, wanted, given.row(n), n));
}

/** The value that a question names first, then as many others as it may give at once. */
function amongOf(ask: Ask, role: ColumnRole | undefined, equal: AskedEqual, given: Given, n: number): string {
  const kind = ask.subject.kind(equal.column);
  const first = askedValue(ask, role, equal, given, n);
  const others = Array.from({ length: MOST_AMONG - 1 }, (_, i) => literal(kind, missing(n) + 1 + i));
  const spread = Array.from({ length: MOST_AMONG - 1 }, (_, i) => literal(kind, FIRST_SPREAD + i));
  const list = given.name === "missing" ? others : spread;
  return `unnest(ARRAY[${[first, ...list].join(", ")}]::${arrayType(kind)}) AS those(_v)`;
}

/** An end of a range, and the columns that are known without being asked for. */
function restOf(ask: Ask, roles: Roles, { range }: Sort, given: Given, n: number): readonly string[] {
  const { comparison, subject } = ask;
  const asked = new Set(ask.equal.map(({ column }) => column));
  const free = ask.free.filter((column) => !asked.has(column));
  const known = free.map((column) => `${sqlName(column)} = ${literal(subject.kind(column), 0)}`);
  if (range === null || comparison === null) return known;
  const role = roles.of.get(range);
  const at = given.bound(n, ask);
  const number = role?.kind === "row" ? (role.reversed ? mirrored(ask, at, n) : at) : FIRST_SPREAD + middle(n);
  return [...known, `${sqlName(range)} ${comparison} ${literal(subject.kind(range), Math.max(0, number))}`];
}

/** In an order against the rows the hot ones lie between the same numbers, for they are in the middle. */
function mirrored(ask: Ask, at: number, n: number): number {
  const { from, to } = hotRows(n);
  if (at === narrow(n, ask)) return isUp(ask) ? n - 1 - from - NARROW : n - 1 - (to - 1) + NARROW;
  return at;
}

function queryOf(ask: Ask, roles: Roles, sort: Sort, given: Given, n: number): string {
  const { order } = sort;
  const { equal, subject, limit, direction } = ask;
  const plain = equal.filter(({ among }) => !among);
  const [those] = equal.filter(({ among }) => among);
  const given_ = plain.map(
    (one) => `${sqlName(one.column)} = ${askedValue(ask, roles.of.get(one.column), one, given, n)}`,
  );
  const where = [
    ...given_,
    ...(those ? [`${sqlName(those.column)} = those._v`] : []),
    ...restOf(ask, roles, sort, given, n),
  ];
  const sorted = order === null ? "" : ` ORDER BY ${sqlName(order)}${direction === "desc" ? " DESC" : ""}`;
  const limited = limit === null ? "" : ` LIMIT ${limit}`;
  const rows = `SELECT * FROM ${subject.parts.name}${where.length > 0 ? ` WHERE ${where.join(" AND ")}` : ""}${sorted}${limited}`;
  if (!those) return rows;
  const list = amongOf(ask, roles.of.get(those.column), those, given, n);
  return `SELECT found.* FROM ${list} CROSS JOIN LATERAL (${rows}) AS found${sorted}${limited}`;
}

export function probeOf(ask: Ask, roles: Roles, sizes: Sizes): Probe {
  return {
    pattern: ask.pattern,
    step: ask.step,
    table: ask.subject.parts.name,
    values: ask.equal.some(({ among }) => among) ? MOST_AMONG : 1,
    questions: ask.sorts.map((sort): readonly ProbeKey[] =>
      givensOf(ask, roles).map((given) => ({
        name: given.name,
        other: given.state !== "own",
        sql: {
          small: queryOf(ask, roles, sort, given, sizes.small),
          large: queryOf(ask, roles, sort, given, sizes.large),
        },
      })),
    ),
  };
}
