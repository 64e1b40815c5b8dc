import { alternativesOf, findRole, type Pattern, readGiven } from "@/lib/scenario";
import { listed, spoken } from "../../context";
import { placingsOf } from "../../places";
import type { Context, Judgement, Rule } from "../../rule";

/** Collections of their own that the pattern must fetch beside the document which they could lie in. */
function apart(context: Context, pattern: Pattern): readonly string[] {
  const [first, ...others] = pattern.steps;
  if (!first) return [];
  const together = alternativesOf(context.scenario, "embed").filter(({ into }) => into === first.find);
  return others
    .filter((step) => together.some(({ entity }) => entity === step.find))
    .filter((step) =>
      step.where
        .map(readGiven)
        .some(
          (given) =>
            given !== null &&
            given.kind !== "constant" &&
            (given.kind === "parameter" || (given.entity === first.find && given.of === "id")) &&
            findRole(context.scenario, step.find, given.column)?.to === first.find,
        ),
    )
    .map(({ find }) => find)
    .filter((entity) => placingsOf(context, entity).length > 0)
    .filter((entity) =>
      placingsOf(context, entity).every(({ holder, how }) => holder.kind !== "embedded" && how !== "merged"),
    );
}

/** One more fetch is a matter of taste; from two on the document is a table in disguise. */
const MOST_APART = 1;

function judge(context: Context, pattern: Pattern): readonly Judgement[] {
  const entities = apart(context, pattern);
  if (pattern.heat !== "hot" || entities.length <= MOST_APART) return [];
  const message = `“${pattern.asks.replace(/[.?]$/, "")}” fetches ${listed(entities.map(spoken))} from collections of their own: ${entities.length + 1} reads for one page, joined by the program.`;
  const fix = `Embed ${listed(entities.map(spoken))}: they are few and always read together.`;
  const [entity = ""] = entities;
  const span = context.alignment.entities.get(entity)?.table.name.span ?? null;
  const said = { verdict: "violated", stake: "check", message, fix, span, brief: pattern.words } as const;
  return [
    { ...said, subject: pattern.id },
    ...[pattern.steps[0]?.find ?? "", ...entities].map((one) => ({ ...said, subject: one, follows: true as const })),
  ];
}

export const joinHeavy: Rule = {
  id: "document/join-heavy",
  dimension: "document",
  stores: ["document"],
  doc: {
    title: "Keep together what is read together",
    asks: "Does a hot page come from one document, or is it put together from several collections?",
    why: "Whole-document reads are what a document store is chosen for. Normalized collections bring the joins back, without the database that does them well.",
    mend: "Embed the few that belong to one document and are read with it; leave apart what grows or is asked for by itself.",
    examples: [
      {
        title: "A product in three collections",
        scenario: "product-catalog",
        sheet:
          "---\nscenario: product-catalog\nstore: MongoDB\n---\ncategories: _id (PK), name\nproducts: _id (PK), category_id (ref -> categories._id), title, brand, created_at\nvariants: _id (PK), product_id (ref -> products._id), sku (unique), price, stock\nattributes: _id (PK), product_id (ref -> products._id), name, value\nindex variants(product_id)\nindex attributes(product_id)",
        says: [
          { subject: "product-page", verdict: "violated" },
          { subject: "product", verdict: "violated" },
          { subject: "variant", verdict: "violated" },
          { subject: "attribute", verdict: "violated" },
        ],
      },
      {
        title: "One document a product",
        scenario: "product-catalog",
        sheet:
          "---\nscenario: product-catalog\nstore: MongoDB\n---\ncategories: _id (PK), name\nproducts: _id (PK), category_id (ref -> categories._id), title, brand, created_at, variants [ { sku, price, stock } ], attributes [ { name, value } ]",
        says: [],
      },
    ],
  },
  check: (context) => context.scenario.patterns.flatMap((pattern) => judge(context, pattern)),
};
