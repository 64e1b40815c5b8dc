import { describe, expect, test } from "vitest";
import { aDesign, anAttribute, aTable } from "@/lib/design";
import { sqlParts } from "@/lib/notation";
import { arrayType, capacity, expression, type Kind, literal } from "@/lib/proof/values";
import { aDatabase } from "./support/database";

const TYPES = [
  "smallint",
  "integer",
  "bigint",
  "bigserial",
  "numeric",
  "numeric(8,2)",
  "numeric(4,2)",
  "real",
  "double precision",
  "money",
  "text",
  "varchar(255)",
  "varchar(10)",
  "varchar(3)",
  "char(2)",
  "uuid",
  "boolean",
  "date",
  "time",
  "timestamp",
  "timestamptz",
  "enum('open','held','closed')",
  "bytea",
  "inet",
  "interval",
  "cidr",
  "tstzrange",
];

/** Compared as texts: these have no equality, or none that is of use. */
const UNEQUAL = ["json", "point", "xml", "box"];

function kindOf(type: string): Kind {
  const table = aTable("things", { attributes: [anAttribute("a_thing", { type })] });
  const [column] = sqlParts(aDesign({ tables: [table] }))[0]?.columns ?? [];
  if (!column) throw new Error("the column is there");
  return { type: column.type, typeText: column.type.family === "enum" ? "text" : column.typeText, word: "a thing" };
}

const db = aDatabase();

const NUMBERS = [0, 1, 2, 7, 99, 4_711, 39_999, 560_013];

describe.each(TYPES)("%s", (type) => {
  const kind = kindOf(type);
  const all = NUMBERS.map((k) => `(${k}::bigint, ${literal(kind, k)})`).join(", ");

  test("the value of a number is the same, written out or worked out", async () => {
    const rows = await db.query(
      `SELECT k, ${expression(kind, "k")}::text AS made, v::${arrayType(kind).slice(0, -2)}::text AS written FROM (VALUES ${all}) AS t(k, v)`,
    );
    expect(rows.length).toBe(NUMBERS.length);
    for (const { k, made, written } of rows) expect(made, `${k}`).toBe(written);
  });

  test("different numbers give different values, as far as there is room", () => {
    const room = Math.min(capacity(kind), 50);
    const made = new Set(Array.from({ length: room }, (_, k) => literal(kind, k)));
    const isOneValue = /cidr|range/.test(type);
    expect(made.size).toBe(isOneValue ? 1 : room);
  });
});

test.each(UNEQUAL)("%s is a value that PostgreSQL takes", async (type) => {
  const kind = kindOf(type);
  const [row] = await db.query(
    `SELECT (${expression(kind, "7::bigint")})::text AS made, (${literal(kind, 7)}::${kind.typeText})::text AS written`,
  );
  expect(String(row?.made).replaceAll(" ", "")).toBe(String(row?.written).replaceAll(" ", ""));
});

test.each(["integer", "text", "varchar(20)", "uuid", "date", "timestamptz", "numeric(9,2)"])(
  "%s keeps the order of the numbers",
  async (type) => {
    const kind = kindOf(type);
    const [row] = await db.query(
      `SELECT bool_and(v > before) AS rises FROM (SELECT v, lag(v) OVER (ORDER BY k) AS before FROM (SELECT k, ${expression(kind, "k")} AS v FROM generate_series(0::bigint, 39999, 37) k) a) b WHERE before IS NOT NULL`,
    );
    expect(row?.rises).toBe(true);
  },
);
