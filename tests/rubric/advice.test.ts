import { expect, test } from "vitest";
import { gradeSheet } from "@/lib/practice";
import { ADVICE_TOPICS } from "@/lib/rubric";
import { findBundle } from "@/lib/scenario/load";

const scenario = findBundle("auction")?.scenario;

function topics(front: string, body: string): readonly string[] {
  if (!scenario) throw new Error("there is an auction");
  const text = `---\nscenario: auction\n${front}\n---\n${body}`;
  return (gradeSheet({ text, scenario, teaches: new Map() }).advice ?? []).map(({ topic }) => topic);
}

test.each([
  [
    "a reference that says nothing of deletion",
    "store: pg",
    "users: id (PK)\nbids: id (PK), bidder_id (FK -> users.id, not null)",
    ["on-delete"],
  ],
  [
    "a reference that may be empty",
    "store: pg",
    "users: id (PK)\nbids: id (PK), bidder_id (FK -> users.id)",
    ["optional-link", "on-delete"],
  ],
  [
    "one that does",
    "store: pg",
    "create table users (id int primary key);\ncreate table bids (id int primary key, bidder_id int not null references users(id) on delete cascade);",
    [],
  ],
  ["a counter on many machines", "store: pg\nvolume: sharded", "users: id bigserial (PK)", ["ids"]],
  ["a counter on one", "store: pg\nvolume: single", "users: id bigserial (PK)", []],
  ["a random key", "store: pg", "users: id uuid (PK)", ["ids"]],
  ["money as floating point", "store: pg", "bids: id (PK), amount float8", ["money"]],
  ["money as numeric", "store: pg", "bids: id (PK), amount numeric(12,2)", []],
  ["a time without zone", "store: pg", "bids: id (PK), created_at timestamp", ["time-zone"]],
  ["MySQL's timestamp is a moment", "store: mysql", "bids: id (PK), created_at timestamp", []],
  ["documents have none of these", "store: MongoDB", "bids: _id (PK), created_at timestamp", []],
] as const)("%s", (_what, front, body, expected) => {
  expect(topics(front, body)).toEqual(expected);
});

test("each topic is said once, however many columns have it", () => {
  const body =
    "users: id uuid (PK)\nbids: id uuid (PK), bidder_id (FK -> users.id), amount real, fee real, created_at timestamp, updated_at timestamp";
  expect(topics("store: pg", body)).toEqual([...ADVICE_TOPICS]);
});

test("it costs nothing", () => {
  if (!scenario) throw new Error("there is an auction");
  const grade = (type: string) =>
    gradeSheet({ text: `---\nscenario: auction\n---\nbids: id (PK), amount ${type}`, scenario, teaches: new Map() })
      .score;
  expect(grade("real")).toBe(grade("numeric"));
});
