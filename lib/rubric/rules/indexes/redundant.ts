import { type Index, plainName, type Table, uniquesOf } from "@/lib/design";
import type { Span } from "@/lib/diagnostics";
import { code } from "../../context";
import type { Judgement, Rule } from "../../rule";

interface Way {
  readonly columns: readonly string[];
  readonly span: Span;
  readonly plain: boolean;
  readonly written: string;
}

/** Ordered, whole-table keys and indexes; partial, special and covering ones have reasons of their own. */
function waysOf(table: Table): readonly Way[] {
  const keys = uniquesOf(table)
    .filter((unique) => unique.where === null)
    .map((unique) => ({ columns: unique.columns, span: unique.span, plain: false }));
  const indexes = table.indexes
    .filter((index) => !index.unique && index.where === null && index.method === null && index.include.length === 0)
    .map((index) => ({ columns: index.columns.map(({ path }) => path), span: index.span, plain: true }));
  return [...keys, ...indexes].map((way) => ({ written: `${table.name.text}(${way.columns.join(", ")})`, ...way }));
}

function isPrefix(short: Way, long: Way): boolean {
  return (
    short.columns.length <= long.columns.length &&
    short.columns.every((column, i) => plainName(column) === plainName(long.columns[i] ?? ""))
  );
}

/** The way of the same table that already finds all that this one finds; null where there is none. */
function widerOf(ways: readonly Way[], at: number): Way | null {
  const way = ways[at];
  if (!way?.plain) return null;
  const wider = ways.find((other, i) => {
    const same = other.columns.length === way.columns.length;
    return i !== at && isPrefix(way, other) && (!same || !other.plain || i < at);
  });
  return wider ?? null;
}

/** True for an index that another index or key of its table makes superfluous. */
export function isRedundant(table: Table, index: Index): boolean {
  const ways = waysOf(table);
  return ways.some((way, at) => way.span === index.span && widerOf(ways, at) !== null);
}

function judgeTable(table: Table): readonly Judgement[] {
  const ways = waysOf(table);
  return ways.flatMap((way, at) => {
    const wider = widerOf(ways, at);
    if (!wider) return [];
    const message = `${code(wider.written)} already finds all that ${code(way.written)} finds; every write pays for both.`;
    return [
      {
        subject: way.written,
        verdict: "violated" as const,
        stake: "tidy" as const,
        message,
        fix: `Drop ${code(`index ${way.written}`)}.`,
        span: way.span,
      },
    ];
  });
}

export const redundant: Rule = {
  id: "indexes/redundant",
  dimension: "indexes",
  stores: ["relational", "document"],
  doc: {
    title: "Do not index twice",
    asks: "Is an index the beginning of another index or key of the same table?",
    why: "Each index is written at each insert. One that another already covers costs as much and finds nothing more.",
    mend: "Drop the shorter one: (a, b) finds by a as well.",
    examples: [
      {
        title: "(auction_id) beside (auction_id, amount)",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\n---\nbids: id (PK), auction_id, amount\nindex bids(auction_id)\nindex bids(auction_id, amount)",
        says: [{ subject: "bids(auction_id)", verdict: "violated" }],
      },
      {
        title: "Another order is another index",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\n---\nbids: id (PK), auction_id, amount\nindex bids(amount, auction_id)\nindex bids(auction_id, amount)",
        says: [],
      },
    ],
  },
  check: ({ alignment }) => alignment.design.tables.filter((table) => table.section === null).flatMap(judgeTable),
};
