import type { Placing } from "@/lib/align";
import { alternativesOf, relationId } from "@/lib/scenario";
import { code, spoken, tableName } from "../../context";
import { placingsOf } from "../../places";
import type { Context, Judgement, Rule } from "../../rule";

/** The entities whose rows a list lies in. */
function around(context: Context, { holder }: Placing): readonly string[] {
  return context.alignment.placings.filter((one) => one.holder === holder.parent).map(({ entity }) => entity);
}

/** Sound inside: said so, a bucket of its own, or a copy of what has a collection too. */
function isBounded(context: Context, placing: Placing): boolean {
  const hosts = around(context, placing);
  if (hosts.length === 0) return placing.free.length > 0;
  const allowed = alternativesOf(context.scenario, "embed").some(
    ({ entity, into }) => entity === placing.entity && hosts.includes(into),
  );
  return allowed || placingsOf(context, placing.entity).some(({ holder }) => holder.kind !== "embedded");
}

/** At least two in five of the hot questions begin with it: a shape that cannot hold it loses the main pattern. */
function isMain({ scenario }: Context, entity: string): boolean {
  const hot = scenario.patterns.filter(({ heat }) => heat === "hot");
  return hot.filter(({ steps }) => steps[0]?.find === entity).length * 5 >= hot.length * 2;
}

function judgeList(context: Context, placing: Placing): readonly Judgement[] {
  const { entity, holder } = placing;
  const base = {
    subject: entity,
    stake: isMain(context, entity) ? ("fatal" as const) : ("hot" as const),
    span: holder.table.name.span,
  };
  const parent = holder.parent ? tableName(holder.parent.table) : "the document";
  if (isBounded(context, placing)) {
    const message = `${code(holder.path)} inside ${parent} stays small, and comes with the document in one read.`;
    return [{ verdict: "met", ...base, message, fix: "" }];
  }
  const message = `${code(holder.path)} inside ${parent} grows without end: every new ${spoken(entity)} rewrites a larger document, until the store's limit refuses it.`;
  const fix = `Give the ${spoken(entity)} a collection of its own, with a reference to ${parent}.`;
  return [{ verdict: "violated", ...base, message, fix }];
}

/** A growing list of ids inside a document, for a link or a relation that has no place of its own. */
function judgeIds(context: Context): readonly Judgement[] {
  return context.scenario.relations.flatMap((relation): readonly Judgement[] => {
    const place = context.alignment.relations.get(relationId(relation));
    if (place?.how !== "list") return [];
    const [column = ""] = place.columns;
    const message = `${code(`${place.table.name.text}.${column}`)} is a list of ids that grows without end inside one document.`;
    const fix = `Give the ${spoken(relation.from)} a collection of its own, one document for each.`;
    const span = place.table.attributes.find(({ name }) => name.text === column)?.span ?? place.table.name.span;
    return [{ subject: relation.from, verdict: "violated", stake: "hot", message, fix, span }];
  });
}

const BOUNDED_NAME = /newest|latest|recent|last|top|first|preview/i;
const TIME_NAME = /(_at|At|_on|time|date|^at|^ts|timestamp)$/;

/** A list that the scenario does not know and that takes a new member at each event: it has a time for each. */
function judgeUnknown({ alignment }: Context): readonly Judgement[] {
  const placed = new Set(alignment.placings.map(({ holder }) => holder));
  return alignment.holders.flatMap((holder): readonly Judgement[] => {
    const { kind, store, second, parent, path, table } = holder;
    if (kind !== "embedded" || store !== "document" || second || !parent || placed.has(holder)) return [];
    const grows = table.attributes.some(({ name, type }) => TIME_NAME.test(name.text) || /time|date/i.test(type ?? ""));
    const copies = table.attributes.some(({ copyOf }) => copyOf !== null);
    if (!grows || copies || BOUNDED_NAME.test(path)) return [];
    const subject = `${parent.table.name.text}.${path}`;
    const message = `${code(subject)} takes a new member each time and drops none: the document grows without end.`;
    const fix = "Give it a collection of its own, or keep only the newest few.";
    return [{ subject, verdict: "violated", stake: "hot", message, fix, span: table.name.span }];
  });
}

export const unboundedArray: Rule = {
  id: "document/unbounded-array",
  dimension: "document",
  stores: ["document"],
  doc: {
    title: "Do not embed what grows without end",
    asks: "Is every list inside a document bounded by something in the brief?",
    why: "A document is read and written whole, and has a largest size (16 MB in MongoDB). A list that grows with use makes every read slower, every write larger, and one day refuses the next one.",
    mend: "Embed what is few and read together. Give what grows a collection of its own that refers to the document; keep at most the newest few as a copy.",
    examples: [
      {
        title: "All bids inside the auction",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\nstore: MongoDB\n---\nusers: _id (PK), username, email (unique)\nauctions: _id (PK), seller_id (ref -> users._id), title, description, status, starting_price, starts_at, ends_at,\n  bids [ { bidder_id (ref -> users._id), amount, created_at } ]",
        says: [{ subject: "bid", verdict: "violated" }],
      },
      {
        title: "Bids in a collection of their own",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\nstore: MongoDB\n---\nusers: _id (PK), username, email (unique)\nauctions: _id (PK), seller_id (ref -> users._id), title, description, status, starting_price, starts_at, ends_at\nbids: _id (PK), auction_id (ref -> auctions._id), bidder_id (ref -> users._id), amount, created_at",
        says: [],
      },
    ],
  },
  check: (context) => [
    ...context.alignment.placings
      .filter(({ holder }) => holder.kind === "embedded" && holder.store === "document" && holder.parent !== null)
      .flatMap((placing) => judgeList(context, placing)),
    ...judgeIds(context),
    ...judgeUnknown(context),
  ],
};
