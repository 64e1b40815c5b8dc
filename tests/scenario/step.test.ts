import { describe, expect, test } from "vitest";
import { namesInCondition, readGiven, readOrder, readRange } from "@/lib/scenario";

describe("what a step is given", () => {
  test.each([
    ["auction", { kind: "parameter", column: "auction" }],
    ["  id ", { kind: "parameter", column: "id" }],
    ["status = open", { kind: "constant", column: "status", value: "open" }],
    ["status='on hold'", { kind: "constant", column: "status", value: "on hold" }],
    ["author in follow.followee", { kind: "among", column: "author", entity: "follow", of: "followee" }],
    ["", null],
    ["amount > 3", null],
    ["status =", null],
    ["author in follow", null],
    ["Author", null],
    ["a b", null],
  ])("%j", (text, expected) => expect(readGiven(text)).toEqual(expected));
});

describe("a range", () => {
  test.each([
    ["ends_at < t", { column: "ends_at", comparison: "<", parameter: "t" }],
    ["sent_at>=since", { column: "sent_at", comparison: ">=", parameter: "since" }],
    ["ends_at <= t", { column: "ends_at", comparison: "<=", parameter: "t" }],
    ["sent_at > t", { column: "sent_at", comparison: ">", parameter: "t" }],
    ["ends_at = t", null],
    ["ends_at <", null],
    ["t", null],
  ])("%j", (text, expected) => expect(readRange(text)).toEqual(expected));
});

describe("an order", () => {
  test.each([
    ["amount desc", { column: "amount", direction: "desc" }],
    ["ends_at", { column: "ends_at", direction: "asc" }],
    ["ends_at asc", { column: "ends_at", direction: "asc" }],
    ["ends_at down", null],
    ["", null],
  ])("%j", (text, expected) => expect(readOrder(text)).toEqual(expected));
});

describe("the names in a condition", () => {
  test.each([
    ["amount > 0", ["amount"]],
    ["ends_at > starts_at", ["ends_at", "starts_at"]],
    ["body <> ''", ["body"]],
    ["status in ('open', 'it''s over') and status is not null", ["status"]],
    ["length(body) between 1 and 10", ["body"]],
    ["price >= 10 OR NOT free = true", ["price", "free"]],
    ["amount > amount", ["amount"]],
    ["every Tuesday", []],
    ["", []],
  ])("%j", (condition, expected) => expect(namesInCondition(condition)).toEqual(expected));
});
