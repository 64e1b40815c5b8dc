import { describe, expect, it } from "vitest";
import { align } from "@/lib/align";
import { readSheet } from "@/lib/notation";
import { findBundle } from "@/lib/scenario/load";

interface Expected {
  readonly entities?: Readonly<Record<string, string>>;
  readonly absent?: readonly string[];
  readonly attributes?: Readonly<Record<string, string>>;
  readonly relations?: Readonly<Record<string, string>>;
  readonly extras?: readonly string[];
  readonly doubles?: readonly string[];
}

function check(slug: string, body: string, expected: Expected): void {
  const scenario = findBundle(slug)?.scenario;
  expect(scenario).toBeDefined();
  if (!scenario) return;
  const found = align(readSheet(body).value.design, scenario);
  for (const [entity, table] of Object.entries(expected.entities ?? {}))
    expect(found.entities.get(entity)?.table.name.text, entity).toBe(table);
  for (const entity of expected.absent ?? []) expect(found.entities.has(entity), entity).toBe(false);
  for (const [id, column] of Object.entries(expected.attributes ?? {})) {
    const place = found.attributes.get(id);
    expect(place ? `${place.table.name.text}.${place.path}` : null, id).toBe(column);
  }
  for (const [id, kept] of Object.entries(expected.relations ?? {})) {
    const place = found.relations.get(id);
    expect(place ? [place.how, ...place.columns].join(" ") : "nowhere", id).toBe(kept);
  }
  if (expected.extras) expect(found.extras.map((table) => table.name.text)).toEqual(expected.extras);
  if (expected.doubles)
    expect(found.doubles.map((one) => `${one.kind} ${one.table.name.text}`)).toEqual(expected.doubles);
}

const cases: readonly (readonly [string, string, string, Expected])[] = [
  [
    "the scenario's own names",
    "auction",
    "users: id (PK), username, email\nitems: id (PK), seller_id (FK -> users.id), title\nauctions: id (PK), item_id (FK -> items.id), ends_at, status\nbids: id (PK), auction_id (FK -> auctions.id), bidder_id (FK -> users.id), amount, created_at",
    {
      entities: { user: "users", item: "items", auction: "auctions", bid: "bids" },
      attributes: { "bid.amount": "bids.amount", "auction.ends_at": "auctions.ends_at" },
      relations: {
        "bid->bidder": "reference bidder_id",
        "bid->auction": "reference auction_id",
        "auction->item": "reference item_id",
      },
      extras: [],
    },
  ],
  [
    "prefixes, short forms and camelCase",
    "auction",
    "tblAcct: acctId (PK), usrName, emailAddr\ntblProd: prodId (PK), ownerId (FK -> tblAcct.acctId), prodTitle, descr\ntblAuc: aucId (PK), prodId (FK -> tblProd.prodId), startTs, endTs, stat\ntblOffer: offerId (PK), aucId (FK -> tblAuc.aucId), uid (FK -> tblAcct.acctId), amt, ts",
    {
      entities: { user: "tblAcct", item: "tblProd", auction: "tblAuc", bid: "tblOffer" },
      attributes: {
        "bid.amount": "tblOffer.amt",
        "bid.created_at": "tblOffer.ts",
        "auction.ends_at": "tblAuc.endTs",
        "item.description": "tblProd.descr",
      },
      relations: { "bid->bidder": "reference uid", "item->seller": "reference ownerId" },
    },
  ],
  [
    "item and auction in one table",
    "auction",
    "users: id (PK), email\nlistings: id (PK), seller_id (FK -> users.id), title, description, starting_price, ends_at, status\nbids: id (PK), listing_id (FK -> listings.id), bidder_id (FK -> users.id), amount, placed_at",
    {
      entities: { auction: "listings", item: "listings", bid: "bids" },
      relations: {
        "auction->item": "merged",
        "bid->auction": "reference listing_id",
        "item->seller": "reference seller_id",
      },
    },
  ],
  [
    "tables whose names say nothing, by what they hold",
    "auction",
    "aa: id (PK), username, email\nbb: id (PK), xx (FK -> aa.id), title, description\ncc: id (PK), yy (FK -> bb.id), starting_price, starts_at, ends_at, status\ndd: id (PK), zz (FK -> cc.id), ww (FK -> aa.id), amount, created_at",
    {
      entities: { user: "aa", item: "bb", auction: "cc", bid: "dd" },
      relations: { "bid->auction": "reference zz", "bid->bidder": "reference ww" },
    },
  ],
  [
    "an extra table is not guessed at",
    "auction",
    "users: id (PK), email\nauctions: id (PK), ends_at, status\nnotifications: id (PK), user_id (FK -> users.id), message, read_at\naudit_log: id (PK), action, at",
    {
      entities: { user: "users", auction: "auctions" },
      absent: ["bid", "item"],
      extras: ["notifications", "audit_log"],
    },
  ],
  [
    "links kept badly",
    "auction",
    "users: id (PK), email\nitems: id (PK), seller_id, title\nauctions: id (PK), item_id (FK -> users.id), ends_at\nbids: id (PK), auction_id (FK -> sales.id), amount, bidder_id (FK -> users.id)",
    {
      relations: {
        "item->seller": "column seller_id",
        "auction->item": "elsewhere item_id",
        "bid->auction": "dangling auction_id",
      },
    },
  ],
  [
    "two roles of one entity, the plain name taken for the one that is left",
    "news-feed",
    "users: id (PK), username\nposts: id (PK), user_id (FK -> users.id), content, created_at\nfollows: user_id (PK, FK -> users.id), follower_id (PK, FK -> users.id)",
    {
      relations: {
        "follow->follower": "reference follower_id",
        "follow->followee": "reference user_id",
        "post->author": "reference user_id",
      },
    },
  ],
  [
    "a link as a list of ids",
    "news-feed",
    "users: id (PK), username, following_ids [id]\nposts: id (PK), author_id (FK -> users.id), content, created_at",
    { absent: ["follow"], relations: { "follow->followee": "list following_ids", "follow->follower": "nowhere" } },
  ],
  [
    "the same thing twice, and a part of it apart",
    "auction",
    "users: id (PK), username, email\nsellers: id (PK), username, email\nbids: id (PK), bidder_id (FK -> users.id), created_at\nbid_amounts: bid_id (PK, FK -> bids.id), amount",
    {
      entities: { user: "users", bid: "bids" },
      attributes: { "bid.amount": "bid_amounts.amount" },
      doubles: ["role sellers", "part bid_amounts"],
    },
  ],
];

describe("align", () => {
  it.each(cases)("%s", (_title, slug, body, expected) => check(slug, body, expected));
});
