import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { citext } from "@electric-sql/pglite/contrib/citext";
import { hstore } from "@electric-sql/pglite/contrib/hstore";
import { ltree } from "@electric-sql/pglite/contrib/ltree";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { pgcrypto } from "@electric-sql/pglite/contrib/pgcrypto";
import { uuid_ossp } from "@electric-sql/pglite/contrib/uuid_ossp";
import { parse } from "libpg-query";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Attribute, type Design, isRequired, type Table } from "@/lib/design";
import { countsOf, expectedOf, read, schemasIn } from "./sql-oracle";

let db: PGlite;

async function startDatabase(): Promise<void> {
  db = await PGlite.create({ extensions: { btree_gist, citext, hstore, ltree, pg_trgm, pgcrypto, uuid_ossp } });
  await db.exec("CREATE ROLE rides");
}

beforeAll(startDatabase, 60_000);

afterAll(() => db.close());

const OWN = "NOT IN ('pg_catalog', 'information_schema', 'pg_toast')";

/** An extension leaves functions in the backend's caches that are gone from the catalogue: such a database is not used again. */
async function emptyDatabase(): Promise<void> {
  await db.exec("ROLLBACK");
  const extensions = await db.query("SELECT 1 FROM pg_extension WHERE extname <> 'plpgsql'");
  if (extensions.rows.length > 0) {
    await db.close();
    return startDatabase();
  }
  await db.exec("DISCARD ALL");
  const { rows } = await db.query<{ name: string }>(
    `SELECT quote_ident(nspname) AS name FROM pg_namespace WHERE nspname ${OWN} AND nspname !~ '^pg_'`,
  );
  for (const { name } of rows) await db.exec(`DROP SCHEMA ${name} CASCADE`);
  await db.exec("CREATE SCHEMA public");
}

/** One table as the database's own catalogue tells it, and as our reader does. */
interface Told {
  readonly columns: readonly string[];
  readonly keys: readonly string[];
  readonly references: readonly string[];
  readonly checks: number;
  readonly indexes: readonly string[];
}

const CATALOGUE = `
SELECT c.relname AS name, n.nspname AS room,
  ARRAY(SELECT a.attname || ' ' || format_type(coalesce(nullif(t.typbasetype, 0), a.atttypid), CASE WHEN t.typbasetype <> 0 THEN t.typtypmod ELSE a.atttypmod END)
      || CASE WHEN t.typtype = 'e' THEN ' enum ' || (SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid) ELSE '' END
      || CASE WHEN a.attnotnull OR t.typnotnull THEN ' required' ELSE '' END
      || CASE WHEN a.atthasdef AND a.attgenerated = '' THEN ' default' ELSE '' END
    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum) AS columns,
  ARRAY(SELECT k.contype::text || ' ' || array_to_string(ARRAY(SELECT attname FROM unnest(k.conkey) WITH ORDINALITY u(n, i) JOIN pg_attribute ON attrelid = c.oid AND attnum = u.n ORDER BY u.i), ',')
    FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u')) AS keys,
  ARRAY(SELECT array_to_string(ARRAY(SELECT attname FROM unnest(k.conkey) WITH ORDINALITY u(n, i) JOIN pg_attribute ON attrelid = c.oid AND attnum = u.n ORDER BY u.i), ',')
      || ' -> ' || f.relname || ' ' || k.confdeltype::text
    FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.conparentid = 0) AS references,
  (SELECT count(*)::int FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('c', 'x'))
    + (SELECT count(*)::int FROM pg_attribute a JOIN pg_constraint d ON d.contypid = a.atttypid AND d.contype = 'c' WHERE a.attrelid = c.oid AND NOT a.attisdropped) AS checks,
  ARRAY(SELECT CASE WHEN i.indisunique THEN 'unique ' ELSE '' END || m.amname || ' '
      || array_to_string(ARRAY(SELECT coalesce(a.attname, '(expression)') || CASE WHEN i.indoption[g] & 1 = 1 THEN ' desc' ELSE '' END
           FROM generate_series(0, i.indnkeyatts - 1) g LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[g] ORDER BY g), ',')
      || CASE WHEN i.indnatts > i.indnkeyatts THEN ' include ' || array_to_string(ARRAY(SELECT attname FROM generate_series(i.indnkeyatts, i.indnatts - 1) g
           JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[g] ORDER BY g), ',') ELSE '' END
      || CASE WHEN i.indpred IS NOT NULL THEN ' where' ELSE '' END
    FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam
    WHERE i.indrelid = c.oid AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))) AS indexes
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname ${OWN}`;

interface Row {
  readonly name: string;
  readonly room: string;
  readonly columns: readonly string[];
  readonly keys: readonly string[];
  readonly references: readonly string[];
  readonly checks: number;
  readonly indexes: readonly string[];
}

const sorted = (items: readonly string[]) => items.map((item) => item.toLowerCase()).toSorted();

async function toldByDatabase(): Promise<Map<string, Told>> {
  const { rows } = await db.query<Row>(CATALOGUE);
  return new Map(
    rows.map((row) => {
      const twice = rows.filter(({ name }) => name === row.name).length > 1 && row.room !== "public";
      const told = {
        columns: row.columns.map((column) => column.toLowerCase()),
        keys: sorted(row.keys),
        references: sorted(row.references),
        checks: row.checks,
        indexes: sorted(row.indexes),
      };
      return [(twice ? `${row.room}.${row.name}` : row.name).toLowerCase(), told];
    }),
  );
}

const SERIALS: Readonly<Record<string, string>> = { serial: "integer", bigserial: "bigint", smallserial: "smallint" };

/** The database itself says what a type's own name is, so that `int4` and `integer` are the same. */
async function typeName({ type, shape }: Attribute): Promise<string> {
  const serial = SERIALS[(type ?? "").toLowerCase()];
  const written = `${serial ?? type ?? ""}${shape === "list" ? "[]" : ""}`;
  const { rows } = await db.query<{ name: string }>("SELECT format_type(to_regtype($1), to_regtypemod($1)) AS name", [
    written,
  ]);
  return rows[0]?.name ?? written;
}

/** The catalogue names an enumeration by its name; ours is known by its values. */
async function columnOf(table: Table, attribute: Attribute): Promise<string> {
  const values = /^enum\((.*)\)$/.exec(attribute.type ?? "")?.[1];
  const type = values === undefined ? await typeName(attribute) : `enum ${values}`;
  const required = isRequired(table, attribute.name.text) || /serial$/i.test(attribute.type ?? "");
  // The database keeps no default that is null.
  const preset =
    (attribute.default !== null && !/^null$/i.test(attribute.default)) || /serial$/i.test(attribute.type ?? "");
  return `${attribute.name.text} ${type}${required ? " required" : ""}${preset ? " default" : ""}`.toLowerCase();
}

const ACTIONS: Readonly<Record<string, string>> = {
  cascade: "c",
  restrict: "r",
  "set null": "n",
  "set default": "d",
  "no action": "a",
};

const isColumn = (table: Table, path: string) =>
  table.attributes.some(({ name }) => name.text.toLowerCase() === path.toLowerCase());

async function toldByUs({ tables }: Design): Promise<Map<string, Told>> {
  const told = new Map<string, Told>();
  for (const table of tables) {
    const columns: string[] = [];
    for (const attribute of table.attributes) columns.push(await columnOf(table, attribute));
    told.set(table.name.text.toLowerCase(), {
      columns,
      keys: sorted(table.keys.map((key) => `${key.primary ? "p" : "u"} ${key.columns.join(",")}`)),
      references: sorted(
        table.references.map(
          ({ columns: from, target, onDelete }) =>
            `${from.join(",")} -> ${target.table.replace(/^\w+\./, "")} ${ACTIONS[onDelete ?? "no action"]}`,
        ),
      ),
      checks: table.checks.length,
      indexes: sorted(
        table.indexes.map((index) => {
          const items = index.columns.map(
            ({ path, direction }) =>
              `${isColumn(table, path) ? path : "(expression)"}${direction === "desc" ? " desc" : ""}`,
          );
          const include = index.include.length > 0 ? ` include ${index.include.join(",")}` : "";
          const method = index.method ?? "btree";
          return `${index.unique ? "unique " : ""}${method} ${items.join(",")}${include}${index.where === null ? "" : " where"}`;
        }),
      ),
    });
  }
  return told;
}

/** `public.state enum 'a', 'b'` → `enum 'a', 'b'`. */
const withoutEnumNames = (told: Told): Told => ({
  ...told,
  columns: told.columns.map((column) => column.replace(/^(\S+|".*?") .*? enum /, "$1 enum ")),
});

function total(told: ReadonlyMap<string, Told>, of: (one: Told) => number): number {
  return [...told.values()].reduce((all, one) => all + of(one), 0);
}

const SCHEMAS = schemasIn("postgresql");

/** What the server itself would get: psql keeps its own commands. */
const sent = (text: string) => text.replace(/^\\\w.*$/gm, "");

test.each(SCHEMAS)("$file is told by PostgreSQL as by us", async ({ file, text }) => {
  await emptyDatabase();
  // Its answer to several statements at once is a transaction, in which this word is not allowed.
  await db.exec(sent(text).replaceAll("INDEX CONCURRENTLY", "INDEX"));
  await db.exec("RESET search_path");
  const theirs = await toldByDatabase();
  const { value } = read(text);
  const ours = await toldByUs(value.design);
  expect(value.design.dialect).toBe("postgresql");
  expect([...ours.keys()].toSorted(), "tables").toEqual([...theirs.keys()].toSorted());
  for (const [name, told] of theirs) expect(ours.get(name), name).toEqual(withoutEnumNames(told));
  const counted = {
    tables: theirs.size,
    columns: total(theirs, (one) => one.columns.length),
    keys: total(theirs, (one) => one.keys.filter((key) => key.startsWith("p ")).length),
    uniques: total(theirs, (one) => one.keys.filter((key) => key.startsWith("u ")).length),
    references: total(theirs, (one) => one.references.length),
    checks: total(theirs, (one) => one.checks),
    indexes: total(theirs, (one) => one.indexes.length),
  };
  expect(expectedOf({ file, text }), "the header's numbers").toEqual(counted);
  expect(countsOf(value.design)).toEqual(counted);
});

/** A syntax tree without places, for comparing expressions whatever their spacing. */
function treeOf(node: unknown): string {
  return JSON.stringify(node, (key, inner) => (/location$|_start$|_end$|^stmt_len$/.test(key) ? undefined : inner));
}

/** Every default, check and condition of an index in a syntax tree. */
function expressionsIn(node: unknown, found: Set<string>): Set<string> {
  if (typeof node !== "object" || node === null) return found;
  for (const [key, inner] of Object.entries(node)) {
    const isDefault =
      key === "def" && typeof inner === "object" && "subtype" in node && node.subtype === "AT_ColumnDefault";
    if (key === "raw_expr" || key === "whereClause" || isDefault) found.add(treeOf(inner));
    else if (key === "expr") found.add(treeOf(inner));
    expressionsIn(inner, found);
  }
  return found;
}

async function treeOfExpression(expression: string): Promise<string> {
  const parsed = await parse(`SELECT ${expression}`);
  const select = parsed.stmts?.[0]?.stmt as { SelectStmt?: { targetList?: { ResTarget?: { val?: unknown } }[] } };
  return treeOf(select.SelectStmt?.targetList?.[0]?.ResTarget?.val);
}

test.each(SCHEMAS)("every expression of $file is one that libpg-query sees there", async ({ text }) => {
  const seen = expressionsIn(await parse(sent(text)), new Set());
  const { design } = read(text).value;
  const domains = /create domain/i.test(text);
  // A domain's check speaks of VALUE, the column's own of the column.
  const isSeen = async (expression: string, { attributes }: Table) => {
    const ofDomain = domains ? attributes.map(({ name }) => expression.replaceAll(name.text, "VALUE")) : [];
    for (const one of [expression, ...ofDomain]) if (seen.has(await treeOfExpression(one))) return true;
    return false;
  };
  for (const table of design.tables) {
    const checks = table.checks.map(({ expression }) => expression).filter((one) => !/^exclude /i.test(one));
    const written = [
      ...checks,
      ...table.attributes.flatMap((attribute) => attribute.default ?? []),
      ...table.indexes.flatMap((index) => index.where ?? []),
      ...table.indexes.flatMap(({ columns }) =>
        columns.map(({ path }) => path).filter((path) => !isColumn(table, path)),
      ),
    ];
    for (const expression of written) {
      expect(await isSeen(expression, table), `${table.name.text}: ${expression}`).toBe(true);
    }
  }
});

test.each(SCHEMAS)("$file is read without a complaint", ({ text }) => {
  expect(read(text).diagnostics.filter(({ severity }) => severity !== "hint")).toEqual([]);
});
