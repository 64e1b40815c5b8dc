import fc from "fast-check";
import { expect, test } from "vitest";
import { type Design, findTable, type Table } from "@/lib/design";
import {
  addAttribute,
  addIndex,
  addTable,
  type Edited,
  moveAttribute,
  readSheet,
  removeAttribute,
  removeIndex,
  removeTable,
  renameAttribute,
  renameTable,
  setCheck,
  setDefault,
  setPrimaryKey,
  setReference,
  setType,
  toggleNotNull,
  toggleUnique,
  updateIndex,
} from "@/lib/notation";
import { relationalDesigns } from "./designs";
import { LAYOUTS, sheetIn } from "./edit-layouts";
import { withoutSpans } from "./support";

/** The order in which keys, references, indexes and checks are said means nothing. */
function meaning(design: Design): unknown {
  const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(meaningOf(one))).sort();
  const tables = design.tables.map(({ keys, references, indexes, checks, ...rest }) => ({
    ...rest,
    keys: sorted(keys),
    references: sorted(references),
    indexes: sorted(indexes),
    checks: sorted(checks),
  }));
  return withoutSpans({ ...design, tables });
}

const read = (text: string) => readSheet(text).value.design;

function done(edited: Edited, text: string): string {
  if (!edited.ok) throw new Error(`${edited.code} in\n${text}`);
  return edited.text;
}

/** A relational design (what the form offers to change), in one of many layouts, with a table and an attribute of it chosen. */
const places = relationalDesigns
  .filter((design) => design.tables.length > 0)
  .chain((design) =>
    fc.record({
      design: fc.constant(design),
      layout: fc.constantFrom(...Object.keys(LAYOUTS)),
      newline: fc.constantFrom("\n", "\r\n"),
      at: fc.nat({ max: design.tables.length - 1 }),
      pick: fc.nat(),
      other: fc.nat(),
    }),
  )
  .map(({ design, layout, newline, at, pick, other }) => {
    const table = design.tables[at];
    const count = table?.attributes.length ?? 0;
    return {
      design,
      at,
      text: sheetIn(layout, design, newline),
      attribute: count ? pick % count : 0,
      other: count ? other % count : 0,
    };
  })
  .filter((place): place is typeof place & { text: string } => place.text !== null);

interface Place {
  readonly design: Design;
  readonly at: number;
  readonly text: string;
  readonly attribute: number;
  readonly other: number;
}

function holds(run: (place: Place, table: Table) => void, numRuns = 40): void {
  fc.assert(
    fc.property(places, (place) => {
      const table = place.design.tables[place.at];
      if (table) run(place, table);
    }),
    { numRuns },
  );
}

function changed(place: Place, change: (table: Table) => Table): unknown {
  const { design, at } = place;
  return meaning({ ...design, tables: design.tables.map((table, i) => (i === at ? change(table) : table)) });
}

/** Lines that are gone or new, by what they say. */
function touched(
  before: string,
  after: string,
): { readonly gone: readonly string[]; readonly fresh: readonly string[] } {
  const count = (text: string) => {
    const counts = new Map<string, number>();
    for (const line of text.split("\n")) counts.set(line, (counts.get(line) ?? 0) + 1);
    return counts;
  };
  const [old, now] = [count(before), count(after)];
  const more = (a: Map<string, number>, b: Map<string, number>) =>
    [...a].flatMap(([line, n]) => Array.from({ length: Math.max(0, n - (b.get(line) ?? 0)) }, () => line));
  return { gone: more(old, now), fresh: more(now, old) };
}

const nameOf = (table: Table, attribute: number) => table.attributes[attribute]?.name.text ?? "";

test("adding a table adds it, and no line is lost; removing it gives the same text's meaning", () => {
  holds((place) => {
    const text = done(addTable(place.text, "fresh_table"), place.text);
    const main = place.design.tables.length;
    expect(touched(place.text, text)).toEqual({ gone: [], fresh: [expect.stringMatching(/^fresh_table:\r?$/)] });
    const after = read(text);
    expect(after.tables.map((table) => table.name.text)).toContain("fresh_table");
    const at = after.tables.findIndex((table) => table.name.text === "fresh_table");
    expect(after.tables.length).toBe(main + 1);
    expect(meaning(read(done(removeTable(text, at), text)))).toEqual(meaning(place.design));
  });
});

test("a table is renamed with everything that names it, and back", () => {
  holds((place, table) => {
    const text = done(renameTable(place.text, place.at, "renamed_zz"), place.text);
    const isIt = (name: string) => findTable(place.design, name) === table;
    const expected = JSON.parse(JSON.stringify(place.design), (key, value) => {
      if (key === "target" && isIt(value.table)) return { ...value, table: "renamed_zz" };
      if (key === "copyOf" && value && isIt(value.table)) return { ...value, table: "renamed_zz" };
      return (key === "from" || key === "to") && isIt(value) ? "renamed_zz" : value;
    });
    expected.tables[place.at].name.text = "renamed_zz";
    expect(meaning(read(text))).toEqual(meaning(expected));
  });
});

test("a table is removed with all that is about it, and nothing else", () => {
  holds((place) => {
    const text = done(removeTable(place.text, place.at), place.text);
    expect(meaning(read(text))).toEqual(
      meaning({ ...place.design, tables: place.design.tables.filter((_, i) => i !== place.at) }),
    );
    expect(touched(place.text, text).fresh).toEqual([]);
  });
});

test("an attribute is added behind the last one, and taken out again", () => {
  holds((place, table) => {
    const added = addAttribute(place.text, place.at, { name: "fresh_column", type: "numeric(10, 2)" });
    const text = done(added, place.text);
    const attributes = read(text).tables[place.at]?.attributes ?? [];
    expect(attributes.map((one) => one.name.text)).toEqual([
      ...table.attributes.map((one) => one.name.text),
      "fresh_column",
    ]);
    expect(attributes.at(-1)?.type).toBe("numeric(10, 2)");
    const back = done(removeAttribute(text, place.at, attributes.length - 1), text);
    expect(meaning(read(back))).toEqual(meaning(place.design));
    expect(touched(place.text, text).gone.length).toBeLessThanOrEqual(1);
  });
});

test("an attribute is renamed wherever it is named, and back", () => {
  holds((place, table) => {
    const name = nameOf(table, place.attribute);
    const text = done(renameAttribute(place.text, place.at, place.attribute, "renamed_zz"), place.text);
    const after = read(text);
    expect(after.tables[place.at]?.attributes[place.attribute]?.name.text).toBe("renamed_zz");
    const words = JSON.stringify(withoutSpans({ ...after.tables[place.at], attributes: [] }));
    const isColumn = (path: string) => path === name || path.startsWith(`${name}.`);
    const named = (list: readonly string[]) => list.filter(isColumn);
    const now = after.tables[place.at];
    expect(
      now?.keys.flatMap((key) => named(key.columns)),
      words,
    ).toEqual([]);
    expect(
      now?.indexes.flatMap((index) => named([...index.columns.map((column) => column.path), ...index.include])),
    ).toEqual([]);
    const back = renameAttribute(text, place.at, place.attribute, name);
    if (back.ok) expect(meaning(read(back.text))).toEqual(meaning(place.design));
    else expect(["bad-name", "taken", "unclear"]).toContain(back.code);
  });
});

test("a type is set and taken out", () => {
  holds((place, table) => {
    const one = table.attributes[place.attribute];
    if (one?.shape !== "scalar") return;
    const set = (type: string | null) =>
      changed(place, (known) => ({
        ...known,
        attributes: known.attributes.map((attribute, i) =>
          i === place.attribute ? { ...attribute, type } : attribute,
        ),
      }));
    const text = done(setType(place.text, place.at, place.attribute, "varchar(40)"), place.text);
    expect(meaning(read(text))).toEqual(set("varchar(40)"));
    expect(touched(place.text, text).gone.length).toBeLessThanOrEqual(1);
    expect(meaning(read(done(setType(text, place.at, place.attribute, null), text)))).toEqual(set(null));
  });
});

test("required is switched on and off", () => {
  holds((place, table) => {
    const text = done(toggleNotNull(place.text, place.at, place.attribute), place.text);
    const attributes = table.attributes.map((one, i) =>
      i === place.attribute ? { ...one, notNull: !one.notNull } : one,
    );
    expect(meaning(read(text))).toEqual(changed(place, (known) => ({ ...known, attributes })));
    expect(meaning(read(done(toggleNotNull(text, place.at, place.attribute), text)))).toEqual(meaning(place.design));
  });
});

test("unique is switched on and off", () => {
  holds((place, table) => {
    const name = nameOf(table, place.attribute);
    const text = done(toggleUnique(place.text, place.at, place.attribute), place.text);
    const others = table.keys.filter((key) => key.primary || key.columns.length > 1 || key.columns[0] !== name);
    const keys =
      others.length < table.keys.length
        ? others
        : [...others, { kind: "key" as const, primary: false, columns: [name], span: table.span }];
    expect(meaning(read(text))).toEqual(changed(place, (known) => ({ ...known, keys })));
    const back = read(done(toggleUnique(text, place.at, place.attribute), text)).tables[place.at];
    expect(back?.keys.some((key) => !key.primary && key.columns.length === 1 && key.columns[0] === name)).toBe(
      others.length < table.keys.length,
    );
  });
});

test("a primary key of any columns is set, and none", () => {
  holds((place, table) => {
    const columns = [...new Set([nameOf(table, place.attribute), nameOf(table, place.other)])];
    const others = table.keys.filter((key) => !key.primary);
    const text = done(setPrimaryKey(place.text, place.at, columns), place.text);
    const primary = { kind: "key" as const, primary: true, columns, span: table.span };
    expect(meaning(read(text))).toEqual(changed(place, (known) => ({ ...known, keys: [...others, primary] })));
    expect(meaning(read(done(setPrimaryKey(text, place.at, []), text)))).toEqual(
      changed(place, (known) => ({ ...known, keys: others })),
    );
  });
});

test("a default is set and taken out", () => {
  holds((place, table) => {
    const set = (value: string | null) =>
      changed(place, () => ({
        ...table,
        attributes: table.attributes.map((one, i) => (i === place.attribute ? { ...one, default: value } : one)),
      }));
    const text = done(setDefault(place.text, place.at, place.attribute, "'new'"), place.text);
    expect(meaning(read(text))).toEqual(set("'new'"));
    expect(meaning(read(done(setDefault(text, place.at, place.attribute, ""), text)))).toEqual(set(null));
  });
});

test("a check is set, changed and taken out", () => {
  holds((place) => {
    const text = done(setCheck(place.text, place.at, place.attribute, "> 0"), place.text);
    const more = done(setCheck(text, place.at, place.attribute, "between 1 and 5"), text);
    const count = (now: string) => read(now).tables[place.at]?.checks.length ?? 0;
    const bare = done(setCheck(more, place.at, place.attribute, null), more);
    expect(count(text)).toBe(count(bare) + 1);
    expect(count(more)).toBe(count(bare) + 1);
    expect(read(more).tables[place.at]?.checks.some((check) => check.expression.endsWith("between 1 and 5"))).toBe(
      true,
    );
  });
});

test("a reference is set, aimed anew and taken out", () => {
  holds((place, table) => {
    const name = nameOf(table, place.attribute);
    const others = table.references.filter((one) => one.columns.length !== 1 || one.columns[0] !== name);
    const text = done(
      setReference(place.text, place.at, place.attribute, { table: "places", column: "id" }),
      place.text,
    );
    const own = read(text).tables[place.at]?.references.filter(
      (one) => one.columns.length === 1 && one.columns[0] === name,
    );
    expect(own?.map((one) => one.target)).toEqual([{ table: "places", columns: ["id"] }]);
    const anew = done(setReference(text, place.at, place.attribute, { table: "order lines", column: null }), text);
    const aimed = read(anew).tables[place.at]?.references.filter(
      (one) => one.columns.length === 1 && one.columns[0] === name,
    );
    expect(aimed?.map((one) => one.target)).toEqual([{ table: "order lines", columns: [] }]);
    const bare = done(setReference(anew, place.at, place.attribute, null), anew);
    expect(meaning(read(bare))).toEqual(changed(place, (known) => ({ ...known, references: others })));
  });
});

test("an attribute moves and comes back", () => {
  holds((place, table) => {
    const text = done(moveAttribute(place.text, place.at, place.attribute, place.other), place.text);
    const attributes = [...table.attributes];
    attributes.splice(place.other, 0, ...attributes.splice(place.attribute, 1));
    expect(meaning(read(text))).toEqual(changed(place, (known) => ({ ...known, attributes })));
    expect(meaning(read(done(moveAttribute(text, place.at, place.other, place.attribute), text)))).toEqual(
      meaning(place.design),
    );
  });
});

test("an attribute is removed; the other attributes and tables stay", () => {
  holds((place, table) => {
    const name = nameOf(table, place.attribute);
    const text = done(removeAttribute(place.text, place.at, place.attribute), place.text);
    const after = read(text);
    expect(withoutSpans(after.tables[place.at]?.attributes)).toEqual(
      withoutSpans(table.attributes.filter((_, i) => i !== place.attribute)),
    );
    expect(withoutSpans(after.tables.filter((_, i) => i !== place.at))).toEqual(
      withoutSpans(place.design.tables.filter((_, i) => i !== place.at)),
    );
    const now = after.tables[place.at];
    const uses = (columns: readonly string[]) => columns.some((path) => path === name || path.startsWith(`${name}.`));
    const spared = table.indexes.filter(
      (index) => !uses([...index.columns.map((column) => column.path), ...index.include]),
    );
    expect(now?.indexes.length).toBeLessThanOrEqual(spared.length);
    expect(now?.keys.filter((key) => !key.primary).length).toBe(
      table.keys.filter((key) => !key.primary && !uses(key.columns)).length,
    );
  });
});

test("an index is added, changed and removed", () => {
  holds((place, table) => {
    const columns = [{ path: nameOf(table, place.attribute), direction: "desc" as const }];
    const text = done(
      addIndex(place.text, place.at, { columns, unique: false, where: "status = 'open'", include: [] }),
      place.text,
    );
    const index = { kind: "index" as const, name: null, method: null, partition: [], span: table.span };
    const first = { ...index, columns, unique: false, where: "status = 'open'", include: [] };
    expect(meaning(read(text))).toEqual(changed(place, (known) => ({ ...known, indexes: [...known.indexes, first] })));
    const same = (a: unknown, b: unknown) => JSON.stringify(withoutSpans(a)) === JSON.stringify(withoutSpans(b));
    const at =
      read(text).tables[place.at]?.indexes.findLastIndex((one) => same(meaningOf(one), meaningOf(first))) ?? -1;
    const next = {
      columns: [...columns, { path: "made_at", direction: "asc" as const }],
      unique: true,
      where: null,
      include: ["title"],
    };
    const changedText = done(updateIndex(text, place.at, at, next), text);
    expect(meaning(read(changedText))).toEqual(
      changed(place, (known) => ({ ...known, indexes: [...known.indexes, { ...index, ...next }] })),
    );
    const found =
      read(changedText).tables[place.at]?.indexes.findIndex((one) => one.columns.at(-1)?.path === "made_at") ?? -1;
    expect(meaning(read(done(removeIndex(changedText, place.at, found), changedText)))).toEqual(meaning(place.design));
  });
});

function meaningOf(one: object): unknown {
  return Object.entries(withoutSpans(one)).sort(([a], [b]) => (a < b ? -1 : 1));
}

const SHEET = `---
scenario: auction
shard by: bids.auction_id  # one auction, one shard
consistency: { bids: strong, auctions.view_count: eventual }
---
users:    id (PK), email (unique)   # who
auctions: id (PK), view_count
bids:
  - id (PK),
  - auction_id (FK -> auctions.id), // which
  - amount numeric (check > 0)

index bids(auction_id, amount desc)
`;

/** The exact text after an edit: only the pieces named here change. */
const EXACT: readonly (readonly [string, (text: string) => Edited, readonly (readonly [string, string])[]])[] = [
  [
    "renames a table in its decisions too",
    (text) => renameTable(text, 2, "offers"),
    [
      ["shard by: bids.", "shard by: offers."],
      ["{ bids:", "{ offers:"],
      ["\nbids:\n", "\noffers:\n"],
      ["index bids(", "index offers("],
    ],
  ],
  [
    "renames a column in its decisions too",
    (text) => renameAttribute(text, 2, 1, "sale_id"),
    [
      ["bids.auction_id", "bids.sale_id"],
      ["- auction_id", "- sale_id"],
      ["(auction_id,", "(sale_id,"],
    ],
  ],
  ["requires a value", (text) => toggleNotNull(text, 0, 1), [["(unique)", "(unique, not null)"]]],
  ["takes a note out with its brackets", (text) => toggleUnique(text, 0, 1), [[" (unique)", ""]]],
  [
    "adds an item as the others are",
    (text) => addAttribute(text, 2, { name: "made_at" }),
    [["(check > 0)", "(check > 0),\n  - made_at"]],
  ],
  ["aims anew", (text) => setReference(text, 2, 1, { table: "users", column: "id" }), [["auctions.id)", "users.id)"]]],
  [
    "moves a remark with its line",
    (text) => moveAttribute(text, 2, 0, 1),
    [
      [
        "  - id (PK),\n  - auction_id (FK -> auctions.id), // which\n",
        "  - auction_id (FK -> auctions.id), // which\n  - id (PK),\n",
      ],
    ],
  ],
];

test.each(EXACT)("%s, and nothing else", (_, edit, changes) => {
  const expected = changes.reduce((text, [from, to]) => text.replace(from, to), SHEET);
  expect(done(edit(SHEET), SHEET)).toBe(expected);
});

test.each([
  ["a body in SQL", "create table users (id int);", "not-shorthand"],
  ["a name that is taken", "users: id\nfresh_table: id\n", "taken"],
] as const)("%s is refused", (_, body, code) => {
  expect(addTable(`---\n---\n${body}`, "fresh_table")).toEqual({ ok: false, code });
});

test("no text makes an edit throw", () => {
  const line = fc.constantFrom(
    "users: id (PK), email",
    "  index (a",
    "FK -> x.y",
    "a, b,",
    "x: (((",
    "bids(",
    "  (FK)",
    "unique",
    "== Redis",
    "k:{a} = { b }",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 8 }), fc.nat(3), fc.nat(3), (lines, at, one) => {
      const text = lines.join("\n");
      for (const edited of [
        addTable(text, "t1"),
        renameTable(text, at, "t2"),
        removeTable(text, at),
        addAttribute(text, at, { name: "c1" }),
        renameAttribute(text, at, one, "c2"),
        removeAttribute(text, at, one),
        moveAttribute(text, at, one, 0),
        setPrimaryKey(text, at, ["id"]),
        toggleUnique(text, at, one),
        toggleNotNull(text, at, one),
        setType(text, at, one, "int"),
        setCheck(text, at, one, "> 0"),
        setDefault(text, at, one, "1"),
        setReference(text, at, one, { table: "users", column: "id" }),
        removeIndex(text, at, 0),
      ])
        expect(typeof edited.ok).toBe("boolean");
    }),
    { numRuns: 100 },
  );
});
