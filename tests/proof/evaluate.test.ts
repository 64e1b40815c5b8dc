import { expect, test } from "vitest";
import { parseCondition } from "@/lib/design";
import { evaluate, type Truth, UNKNOWN, type Value } from "@/lib/proof/evaluate";

type Row = Readonly<Record<string, Value>>;

const cases: readonly (readonly [string, Row, Truth])[] = [
  ["amount > 0", { amount: 1 }, true],
  ["amount > 0", { amount: 0 }, false],
  ["amount > 0", { amount: null }, null],
  ["amount > 0", { amount: UNKNOWN }, null],
  ["ends_at > starts_at", { ends_at: "2026-01-02", starts_at: "2026-01-01" }, true],
  ["ends_at > starts_at", { ends_at: "2026-01-01", starts_at: "2026-01-01" }, false],
  ["status in ('open', 'closed')", { status: "open" }, true],
  ["status in ('open', 'closed')", { status: "lost" }, false],
  ["status not in ('open', 'closed')", { status: "lost" }, true],
  ["rating between 1 and 5", { rating: 5 }, true],
  ["rating between 1 and 5", { rating: 6 }, false],
  ["booking is not null", { booking: null }, false],
  ["booking is null", { booking: null }, true],
  ["status <> 'sold' or booking is not null", { status: "sold", booking: null }, false],
  ["status <> 'sold' or booking is not null", { status: "sold", booking: 7 }, true],
  ["balance >= 0 or is_house", { balance: -1, is_house: false }, false],
  ["balance >= 0 or is_house", { balance: -1, is_house: true }, true],
  ["not (a = b)", { a: 1, b: 1 }, false],
  ["follower <> followee", { follower: 2, followee: 2 }, false],
  ["length(code) = 3", { code: "EUR" }, true],
  ["length(trim(body)) > 0", { body: "  " }, false],
  ["lower(email) = email", { email: "A@b" }, false],
  ["email like '%@%'", { email: "a@b" }, true],
  ["email like '%@%'", { email: "ab" }, false],
  ["code ~ '^[a-z]+$'", { code: "abc" }, true],
  ["code ~ '^[a-z]+$'", { code: "ab1" }, false],
  ["quantity * 2 <= 10", { quantity: 5 }, true],
  ["some_function(a) = 1", { a: 1 }, null],
];

test.each(cases)("%s with %o is %s", (text, row, truth) => {
  expect(evaluate(parseCondition(text), (path) => row[path] ?? null)).toBe(truth);
});
