import { describe, expect, test } from "vitest";
import type { Claim, Model } from "./claim";
import { describeOutcome, isCaught, judge, modelAnswers, type Outcome } from "./judge";
import { mutantsOf, type Operator } from "./operator";
import { OPERATORS } from "./operators";

/**
 * The share of mutants that the right rule tells of, and how many may have something said beside it, of each operator: 99 of 100
 * are caught and nothing is said beside, but where a floor of its own says otherwise. `npm run bench:mutants` shows all of them.
 */
const FLOOR = { caught: 0.99, beside: 0 };
const FLOORS: Readonly<Record<string, typeof FLOOR>> = {
  "change the store": { caught: 1, beside: 0 },
};

const models = modelAnswers();

function outcomesOf(operator: Operator): readonly Outcome[] {
  return models.flatMap((model) => mutantsOf(model, [operator]).map((mutant) => judge(model, mutant)));
}

test("every floor is an operator's", () => {
  const names = OPERATORS.map(({ name }) => name);
  expect(Object.keys(FLOORS).filter((name) => !names.includes(name))).toEqual([]);
});

describe.each(OPERATORS.map((operator) => [operator.name, operator] as const))("%s", (name, operator) => {
  const floor = FLOORS[name] ?? FLOOR;
  const outcomes = outcomesOf(operator);
  const live = outcomes.filter(({ equivalent }) => !equivalent);
  const wrong = (all: readonly Outcome[]) => all.map(describeOutcome).join("\n");

  test("does harm somewhere", () => {
    expect(live.length).toBeGreaterThan(0);
  });

  test("is told of by the right rule", () => {
    const missed = live.filter((one) => !isCaught(one));
    expect((live.length - missed.length) / live.length, wrong(missed)).toBeGreaterThanOrEqual(floor.caught);
  });

  test("raises nothing that is not of its doing", () => {
    const noisy = outcomes.filter(({ unrelated }) => unrelated.length > 0);
    expect(noisy.length, wrong(noisy)).toBeLessThanOrEqual(floor.beside);
  });
});

describe("the oracle", () => {
  const [model] = models.filter(({ name }) => name === "auction/1-relational-surrogate");
  const expectation = (operator: string, what: string) => {
    const mutants = model
      ? mutantsOf(
          model,
          OPERATORS.filter(({ name }) => name === operator),
        )
      : [];
    return mutants.find((one) => one.what === what);
  };
  const spoken = (claims: readonly Claim[] | undefined) =>
    claims?.map(({ rules, subject }) => `${rules[0]} ${subject}`);

  test.each([
    ["drop a primary key", "bids without PK (id)", ["keys/missing bid"]],
    ["drop a primary key", "users without PK (id)", ["keys/missing user"]],
    ["drop a unique", "users without unique (email)", ["constraints/unique email-once"]],
    ["drop a check", "bids without check (amount > 0)", ["constraints/check bid-amount-positive"]],
    ["drop a not-null", "auctions.ends_at may be null", ["constraints/not-null auction-ends"]],
    ["drop an index", "auctions without index (status, ends_at)", ["indexes/unserved ending-soon"]],
    [
      "swap an index's columns",
      "bids: index (amount, auction_id), the first two swapped",
      ["indexes/unserved highest-bid"],
    ],
    ["drop a table", "no bids", ["entities/missing bid"]],
  ])("%s: %s", (operator, what, must) => {
    expect(spoken(expectation(operator, what)?.must)).toEqual(must);
  });

  test.each([["drop a not-null", "users.username may be null", "nothing that the scenario asks is lost"]])(
    "%s: %s changes nothing",
    (operator, what, reason) => {
      expect(expectation(operator, what)).toMatchObject({ must: [], reason });
    },
  );

  test("understands every pattern of a plain model answer", () => {
    const plain = (one: Model) => one.name.startsWith("auction/") || one.name.startsWith("news-feed/");
    const unclear = models.filter(plain).flatMap((one) =>
      mutantsOf(
        one,
        OPERATORS.filter(({ name }) => name === "drop an index"),
      ).filter(({ reason }) => /decide/.test(reason)),
    );
    expect(unclear.map(({ what }) => what)).toEqual(["feed_items without index (reader_id, created_at)"]);
  });
});
