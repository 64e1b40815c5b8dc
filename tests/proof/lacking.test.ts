import { expect, test } from "vitest";
import { planText } from "./support/prove";

const HEAD = "---\nscenario: auction\nstore: PostgreSQL\n---\n";
const whyNot = (text: string, id: string) => planText(HEAD + text).unrunnable.find((one) => one.id === id)?.why;

const USERS = "users: id (PK), username (not null), email (unique, not null)";
const ITEMS = "items: id (PK), seller_id (FK -> users.id, not null), title (not null)";
const AUCTIONS = "auctions: id (PK), item_id (FK -> items.id, unique, not null), status, starts_at, ends_at";

test("a table that is not there is named as the scenario has it", () => {
  const text = [USERS, ITEMS, AUCTIONS].join("\n");
  expect(whyNot(text, "bid-amount-positive")).toBe("the design has no bid");
  expect(whyNot(text, "bid-has-auction")).toBe("the design has no bid");
  expect(whyNot(text, "highest-bid")).toBe("the design has no bid");
});

test("a column that is not there is named with what it is of", () => {
  const bids =
    "bids: id (PK), auction_id (FK -> auctions.id, not null), bidder_id (FK -> users.id, not null), created_at";
  const text = [USERS, ITEMS, AUCTIONS, bids].join("\n");
  expect(
    whyNot(
      [USERS, ITEMS, AUCTIONS, bids.replace("bidder_id (FK -> users.id, not null), ", "")].join("\n"),
      "bid-has-bidder",
    ),
  ).toBe("the design has no `bidder` of the bid");
  expect(whyNot(text, "bid-amount-positive")).toBe("the design has no `amount` of the bid");
  expect(whyNot(text, "highest-bid")).toBe("the design has no `amount` of the bid");
});
