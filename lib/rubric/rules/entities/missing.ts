import type { EntityPlace } from "@/lib/align";
import { STORE_TYPES } from "@/lib/design";
import { readGiven } from "@/lib/scenario";
import { aSpoken, code, spoken } from "../../context";
import { linksAsProperties } from "../../graph-links";
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

const WHERE: Readonly<Record<EntityPlace["how"], string>> = {
  own: "",
  merged: ", in one table with what it belongs to",
  generic: ", with others of its kind",
  embedded: ", inside what it belongs to",
  view: ", as a query needs it",
};

/** An entity that another one's columns stand for (a metric a column). */
function isPivoted({ scenario, alignment }: Context, entity: string): boolean {
  return scenario.alternatives.some(
    (one) => one.kind === "columns" && one.entity === entity && one.of.some((of) => alignment.entities.has(of)),
  );
}

/** A graph's missing link that a node keeps as a property: that rule speaks. */
function isProperty(context: Context, entity: string): boolean {
  return (
    context.store === "graph" && linksAsProperties(context).some((one) => one.link === entity || one.end === entity)
  );
}

function isReferred({ scenario, alignment }: Context, entity: string): boolean {
  return scenario.relations.some(({ from, to }) => to === entity && alignment.entities.has(from));
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
    const message = `${code(place.table.name.text)} holds the ${spoken(entity)}${WHERE[place.how]}.`;
    return [{ verdict: "met", ...base, message, fix: "", span: place.table.name.span }];
  }
  if (isKeptAsList(context, entity)) return [];
  if ((isElsewhere(context, entity) || isPivoted(context, entity)) && isReferred(context, entity))
    return [
      {
        verdict: "met",
        ...base,
        message: `The ${spoken(entity)} needs no table here: its name or key is enough.`,
        fix: "",
        span: null,
      },
    ];
  if (isProperty(context, entity) || isElsewhere(context, entity)) return [];
  const message = `Nothing in your design holds ${aSpoken(entity)}, so what the brief asks of it can be neither kept nor found.`;
  return [{ verdict: "missed", ...base, message, fix: `Add a table for the ${spoken(entity)}.`, span: null }];
}

export const missing: Rule = {
  id: "entities/missing",
  dimension: "entities",
  stores: STORE_TYPES,
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
      entity.asked || isPivoted(context, name) || isElsewhere(context, name) ? judgeEntity(context, name) : [],
    ),
};
