import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assumeKnown, implies, parseCondition, plainName } from "@/lib/design";

const shows = (a: string, b: string): boolean => implies(assumeKnown(parseCondition(a)), parseCondition(b), plainName);

const cases: readonly (readonly [string, string, boolean])[] = [
  ["amount > 0", "amount >= 0", true],
  ["amount >= 0", "amount > 0", false],
  ["amount >= 0.01", "amount > 0", true],
  ["0 < amount", "amount > 0", true],
  ["amount > -1", "amount > 0", false],
  ["not (amount <= 0)", "amount > 0", true],
  ["amount::numeric(10,2) > 0", "amount > 0", true],
  ["starts_at < ends_at", "ends_at > starts_at", true],
  ["starts_at <= ends_at", "ends_at > starts_at", false],
  ["ends_at is null or ends_at > starts_at", "ends_at > starts_at", true],
  ["endsAt > startsAt", "ends_at > starts_at", true],
  ["length(trim(body)) > 0", "body <> ''", true],
  ["char_length(body) >= 1", "body <> ''", true],
  ["length(body) >= 0", "body <> ''", false],
  ["status in ('a', 'b')", "status in ('a', 'b', 'c')", true],
  ["status in ('a', 'b', 'c')", "status in ('a', 'b')", false],
  ["status = 'a' or status = 'b'", "status in ('a', 'b')", true],
  ["status <> 'sold' or booking_id is not null", "status <> 'sold' or booking_id is not null", true],
  ["rating between 1 and 5", "rating >= 1 and rating <= 5", true],
  ["rating >= 1", "rating between 1 and 5", false],
  ["follower_id != followee_id", "followee_id <> follower_id", true],
  ["amount > 0 and amount < 100", "amount > 0", true],
  ["amount > 0 or amount < -5", "amount > 0", false],
  ["amount > starting_price", "amount > 0", false],
  ["(amount + 0) > 0 and (a or b)", "amount + 0 > 0", true],
  ["((((amount > 0))))", "amount > 0", true],
];

describe("implies", () => {
  it.each(cases)("%s ⇒ %s: %s", (a, b, expected) => expect(shows(a, b)).toBe(expected));

  it("is sound on numbers: what it shows holds for every value", () => {
    const op = fc.constantFrom(">", ">=", "<", "<=", "=", "<>");
    const number = fc.integer({ min: -3, max: 3 });
    const holds = (x: number, o: string, y: number): boolean =>
      ({ ">": x > y, ">=": x >= y, "<": x < y, "<=": x <= y, "=": x === y, "<>": x !== y })[o] ?? false;
    fc.assert(
      fc.property(op, number, op, number, (o1, n1, o2, n2) => {
        if (!shows(`a ${o1} ${n1}`, `a ${o2} ${n2}`)) return;
        for (let x = -5; x <= 5; x += 0.5) if (holds(x, o1, n1)) expect(holds(x, o2, n2)).toBe(true);
      }),
    );
  });
});

describe("parseCondition", () => {
  it("reads or keeps any text, never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseCondition(text)));
  });
  it("keeps what it does not understand as one opaque piece", () => {
    expect(parseCondition("amount ~ '^[0-9]+$'").kind).toBe("opaque");
    expect(parseCondition("(".repeat(10_000)).kind).toBe("opaque");
  });
});
