import { readGiven } from "@/lib/scenario";
import { aSpoken, code, spoken } from "../../context";
import type { Context, Judgement, Rule, Stake } from "../../rule";

/** A hot pattern that asks for the entity, or leads through it, cannot work without it. */
function stakeOf({ scenario }: Context, entity: string): Stake {
  const hot = scenario.patterns.some(
    (pattern) =>
      pattern.heat === "hot" &&
      pattern.steps.some((step) => step.find === entity || step.where.some((text) => isAmong(text, entity))),
  );
  return hot ? "fatal" : "integrity";
}

function isAmong(text: string, entity: string): boolean {
  const given = readGiven(text);
  return given?.kind === "among" && given.entity === entity;
}

/** A link kept as a list of ids is another rule's matter. */
function isKeptAsList({ alignment }: Context, entity: string): boolean {
  return [...alignment.relations].some(([id, place]) => place.how === "list" && id.startsWith(`${entity}->`));
}

function isElsewhere({ scenario }: Context, entity: string): boolean {
  return scenario.alternatives.some((one) => one.kind === "elsewhere" && one.entity === entity);
}

function judgeEntity(context: Context, entity: string): readonly Judgement[] {
  const { scenario, alignment } = context;
  const words = scenario.entities[entity]?.words;
  const base = { subject: entity, stake: stakeOf(context, entity), ...(words === undefined ? {} : { brief: words }) };
  const place = alignment.entities.get(entity);
  if (place) {
    const message = `${code(place.table.name.text)} holds the ${spoken(entity)}${place.how === "merged" ? ", in one table with what it belongs to" : ""}.`;
    return [{ ...base, verdict: "met", message, fix: "", span: place.table.name.span }];
  }
  if (isKeptAsList(context, entity) || isElsewhere(context, entity)) return [];
  const message = `Nothing in your design holds ${aSpoken(entity)}, so what the brief asks of it can be neither kept nor found.`;
  return [{ ...base, verdict: "missed", message, fix: `Add a table for the ${spoken(entity)}.`, span: null }];
}

export const missing: Rule = {
  id: "entities/missing",
  dimension: "entities",
  stores: ["relational"],
  doc: {
    title: "Give every thing of the brief a place",
    asks: "Is each entity of the brief a table, or part of the table of the thing it belongs to one-to-one?",
    why: "What has no place cannot be stored, linked or asked for. Interviewers look for the entities first: all else hangs on them.",
    mend: "Underline the nouns of the brief that are created, listed or linked, and give each a table.",
    examples: [
      {
        title: "An auction without bids",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\n---\nusers: id (PK), username, email\nitems: id (PK), seller_id (FK -> users.id), title, description\nauctions: id (PK), item_id (FK -> items.id), starting_price, starts_at, ends_at, status",
        says: [{ subject: "bid", verdict: "missed" }],
      },
      {
        title: "Item and auction in one table",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\n---\nusers: id (PK), username, email\nauctions: id (PK), seller_id (FK -> users.id), title, description, starting_price, starts_at, ends_at, status\nbids: id (PK), auction_id (FK -> auctions.id), bidder_id (FK -> users.id), amount, created_at",
        says: [],
      },
    ],
  },
  check: (context) =>
    Object.entries(context.scenario.entities).flatMap(([name, entity]) =>
      entity.asked ? judgeEntity(context, name) : [],
    ),
};
