import { expect, test } from "vitest";
import type { TextEdit } from "@/lib/diagnostics";
import { readSheet } from "@/lib/notation";

interface Complaint {
  /** The words that the diagnostic points at. */
  readonly at: string;
  readonly says: RegExp;
  /** The whole text after the fix. */
  readonly fixed?: string;
}

function apply(text: string, edits: readonly TextEdit[]): string {
  return edits.reduce((rest, { span, text: words }) => rest.slice(0, span.start) + words + rest.slice(span.end), text);
}

/** A text with one slip: exactly these diagnostics, where they should be. */
function check(text: string, expected: readonly Complaint[]): void {
  const { diagnostics } = readSheet(text);
  expect(
    diagnostics.map(({ span }) => text.slice(span.start, span.end)),
    text,
  ).toEqual(expected.map((one) => one.at));
  for (const [i, { says, fixed }] of expected.entries()) {
    expect(diagnostics[i]?.message).toMatch(says);
    if (fixed !== undefined) expect(apply(text, diagnostics[i]?.fix?.edits ?? [])).toBe(fixed);
  }
}

const SLIPS: readonly (readonly [string, readonly Complaint[]])[] = [
  ["users: id (PK, email\nposts: id (PK)", [{ at: "(", says: /never closed/ }]],
  ["users: id PK), email", [{ at: ")", says: /closes nothing/ }]],
  ["users: id, name 'x", [{ at: "'", says: /never closed on its line/ }]],
  ["users: id, mail (uniqe)", [{ at: "uniqe", says: /Did you mean “unique”/, fixed: "users: id, mail (unique)" }]],
  ["users: id, mail unqiue", [{ at: "unqiue", says: /Did you mean “unique”/, fixed: "users: id, mail unique" }]],
  ["users: id, status (open)", [{ at: "open", says: /not a note/ }]],
  ["users: id\nusers: id", [{ at: "users", says: /twice/ }]],
  ["users: id, Id", [{ at: "Id", says: /twice/ }]],
  [
    "users: id\np: a (FK -> usrs.id)",
    [{ at: "usrs", says: /no table “usrs”. Did you mean “users”/, fixed: "users: id\np: a (FK -> users.id)" }],
  ],
  [
    "users: uid\np: a (FK -> users.iud)",
    [{ at: "iud", says: /no column “iud”. Did you mean “uid”/, fixed: "users: uid\np: a (FK -> users.uid)" }],
  ],
  [
    "bids: auction_id\nindex bids(aucton_id)",
    [{ at: "aucton_id", says: /no column/, fixed: "bids: auction_id\nindex bids(auction_id)" }],
  ],
  ["bids: a\nindex bidz(a)", [{ at: "bidz", says: /read as “bids”/, fixed: "bids: a\nindex bids(a)" }]],
  ["bids: a\nindex nowhere.at.all(b)", [{ at: "index nowhere.at.all(b)", says: /no table “all”/ }]],
  ["bids: a\nindx bids(a)", [{ at: "indx bids(a)", says: /Did you mean “index”/, fixed: "bids: a\nindex bids(a)" }]],
  ["index (a)", [{ at: "index (a)", says: /Say the table/ }]],
  ["bids: a\nunique", [{ at: "unique", says: /no attributes/ }]],
  ["p: user_id (FK)", [{ at: "FK", says: /Say what this points at/ }]],
  ["users: id\np: user_id (FK)", [{ at: "FK", says: /read as a reference to “users”/ }]],
  ["t: a (PK)\n  PK (b)\n  b", [{ at: "PK (b)", says: /two primary keys/ }]],
  ["users = id, name", [{ at: "=", says: /read as a table/, fixed: "users : id, name" }]],
  ["We use one table per thing.", [{ at: "We use one table per thing.", says: /not understood/ }]],
  ["users", [{ at: "users", says: /no attributes/ }]],
  ["== Rediss\na:{b} = list", [{ at: "Rediss", says: /Did you mean “Redis”/, fixed: "== Redis\na:{b} = list" }]],
  ["edge A to B", [{ at: "edge A to B", says: /edge is not understood/ }]],
  ["node A: id\nedge A -X-> B", [{ at: "X", says: /no node “B”/ }]],
  ["k:{a} = { b (unique) }", [{ at: "unique", says: /no place here/ }]],
  ["t: a (default)", [{ at: "default", says: /Say the value/ }]],
  ["t: a (copy)", [{ at: "copy", says: /copy of/ }]],
  ["t: a\nindex t(a desc nulls last)", [{ at: "nulls", says: /nulls/ }]],
  [
    "t: a (PK)\n  p: id (PK), t_id",
    [{ at: "p", says: /read as a column of “t”/, fixed: "t: a (PK)\np: id (PK), t_id" }],
  ],
  ["Tables:\n  t: a (PK), b\n  p: a (PK), b", [{ at: "Tables:", says: /heading/ }]],
  ["So it is\n  - t: a (PK), b\n  - p: a (PK), b", [{ at: "So it is", says: /not understood/ }]],
  ["t: a (on delete cascade)", [{ at: "on delete cascade", says: /belongs to a reference/ }]],
];

test.each(SLIPS)("%j", check);

test("a bad line spoils itself alone", () => {
  const { design } = readSheet("users: id (PK\n!!! ??? ...\nposts: id (PK), ((\nindex posts(id)\nlikes: id").value;
  expect(design.tables.map((table) => table.name.text)).toEqual(["users", "posts", "likes"]);
  expect(design.tables[1]?.indexes).toHaveLength(1);
});

test("tables below a heading or a remark are read as tables", () => {
  for (const text of ["Tables:\n  t: a (PK), b\n  p: a (PK), b", "So it is\n  - t: a (PK), b\n  - p: a (PK), b"]) {
    expect(readSheet(text).value.design.tables.map((table) => table.name.text)).toEqual(["t", "p"]);
  }
});

test("a design keeps what was written though it names nothing", () => {
  const { design } = readSheet("p: a (FK -> usrs.id)\nindex p(b)").value;
  expect(design.tables[0]?.references[0]?.target).toEqual({ table: "usrs", columns: ["id"] });
  expect(design.tables[0]?.indexes[0]?.columns[0]?.path).toBe("b");
});

test("nesting has a limit, and what is beyond it is named", () => {
  const deep = (levels: number) => `t: ${"a { ".repeat(levels)}b${" }".repeat(levels)}`;
  expect(readSheet(deep(20)).diagnostics).toEqual([]);
  expect(readSheet(deep(40)).diagnostics.map((one) => one.message)).toEqual([expect.stringContaining("nested deeper")]);
});
