import { findTable } from "@/lib/design";
import { spoken, tableName } from "../../context";
import { isSplit } from "../../patterns";
import type { Context, Judgement, Rule, Stake } from "../../rule";

const MODEL =
  "---\nscenario: auction\n---\nusers: id (PK), username, email (unique)\nitems: id (PK), seller_id (FK -> users.id), title\nauctions: id (PK), item_id (FK -> items.id), starts_at, ends_at, status\nbids: id (PK), auction_id (FK -> auctions.id), bidder_id (FK -> users.id), amount, created_at";

/** Most splits cost a join; one that parts what a question finds by from what it sorts by costs the question. */
function stakeOf(context: Context, entity: string): Stake {
  const lost = context.traces.filter((trace) => isSplit(context, trace, entity)).map(({ pattern }) => pattern.heat);
  if (lost.length === 0) return "tidy";
  return lost.includes("hot") ? "hot" : "warm";
}

function judgePart(context: Context, double: Context["alignment"]["doubles"][number]): Judgement {
  const { alignment } = context;
  const own = alignment.entities.get(double.entity);
  const first = own ? tableName(own.table) : "its table";
  const message = `${tableName(double.table)} is one-to-one with ${first} and holds only a part of the ${spoken(double.entity)}: every read pays a join for it.`;
  const fix = `Move its columns into ${first}.`;
  const stake = stakeOf(context, double.entity);
  return { subject: double.entity, verdict: "violated", stake, message, fix, span: double.table.name.span };
}

/** A bulky part apart keeps the rows that are read all the time small: a reason that needs no saying. */
function isBulk({ alignment }: Context, double: Context["alignment"]["doubles"][number]): boolean {
  const own = alignment.entities.get(double.entity)?.table;
  const more = double.table.attributes.filter(
    ({ name }) => !own?.attributes.some((one) => one.name.text === name.text),
  );
  return more.length > 0 && more.every(({ type }) => /blob|bytea|json|clob|image|varbinary/i.test(type ?? ""));
}

/** A table of a few fixed words that an entity refers to, and that the brief does not know. */
const MOST_COLUMNS = 3;

function judgeLookups({ alignment, answer }: Context): readonly Judgement[] {
  const placed = new Set(alignment.placings.map(({ holder }) => holder.table));
  return alignment.extras
    .filter((table) => table.attributes.length <= MOST_COLUMNS && table.references.length === 0)
    .flatMap((table): readonly Judgement[] => {
      const from = answer.design.tables.find((one) =>
        one.references.some(({ target }) => findTable(answer.design, target.table) === table),
      );
      if (!from) return [];
      const known = placed.has(from) ? ` for ${tableName(from)}` : "";
      const message = `${tableName(table)} is a table${known} that the brief does not ask for: a join more for what a column and a check could say.`;
      const fix = "Keep it as a column, or say what in the brief asks for it.";
      return [{ subject: table.name.text, verdict: "partial", stake: "tidy", message, fix, span: table.name.span }];
    });
}

export const overModelled: Rule = {
  id: "entities/over-modelled",
  dimension: "entities",
  stores: ["relational"],
  doc: {
    title: "Do not split what belongs together",
    asks: "Is one thing spread over several tables, one-to-one, for no reason in the brief?",
    why: "Each table more is a join, a key and a reference more to explain in a short interview. Split only for a reason you can say.",
    mend: "Put one-to-one parts back into the table of the thing itself.",
    examples: [
      {
        title: "A bid's amount in a table of its own",
        scenario: "auction",
        sheet: `${MODEL.replace("amount, ", "")}\nbid_amounts: bid_id (PK, FK -> bids.id), amount`,
        says: [{ subject: "bid", verdict: "violated" }],
      },
      { title: "All of a bid in one table", scenario: "auction", sheet: MODEL, says: [] },
    ],
  },
  check: (context) => [
    ...context.alignment.doubles
      .filter(({ kind, bound }) => kind === "part" || (kind === "role" && bound))
      .filter((double) => !isBulk(context, double))
      .map((double) => judgePart(context, double)),
    ...judgeLookups(context),
  ],
};
