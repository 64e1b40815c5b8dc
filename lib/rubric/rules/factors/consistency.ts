import { bestLikeness, fullWords, meaningsOf, tableWords, wordsOf } from "@/lib/align";
import { CONSISTENCIES, type ConsistencyClaim, findTable, plainName, type Said, STORE_TYPES } from "@/lib/design";
import { findEntity, type Scenario } from "@/lib/scenario";
import type { Context, Judgement, Rule } from "../../rule";

type Expectation = Scenario["consistency"][number];

/** How well a claim's names mean the data of an expectation: the table its entity, the column its attribute. */
function speaksOf(context: Context, claim: ConsistencyClaim, entity: string, attribute: string | null): boolean {
  const { alignment, scenario, answer } = context;
  const table = findTable(answer.design, claim.table);
  const places = alignment.placings.filter(
    ({ holder }) =>
      table !== null && (holder.table === table || (attribute === null && holder.parent?.table === table)),
  );
  const inside = alignment.placings.some(
    ({ entity: one, holder, names }) =>
      one === entity &&
      table !== null &&
      holder.parent?.table === table &&
      names.has(attribute ?? "") &&
      bestLikeness(
        wordsOf(claim.column?.split(".").at(-1) ?? ""),
        attribute ?? "",
        findEntity(scenario, entity)?.attributes[attribute ?? ""]?.synonyms ?? [],
      ) >= 0.75,
  );
  if (inside) return true;
  const kept = alignment.attributes.get(`${entity}.${attribute ?? ""}`);
  if (kept && kept.table === table && claim.column !== null && plainName(kept.path) === plainName(claim.column))
    return true;
  const sameEntity =
    places.some((place) => place.entity === entity) ||
    (places.length === 0 &&
      bestLikeness(tableWords(claim.table), entity, findEntity(scenario, entity)?.synonyms ?? []) >= 0.75) ||
    alignment.known.some((extra) => extra.table === table && extra.alternative.name === entity);
  if (!sameEntity) return false;
  if (attribute === null) return claim.column === null;
  if (claim.column === null) return false;
  const named = table
    ? meaningsOf(alignment, table, claim.column).some((meaning) => meaning.name === attribute)
    : false;
  return (
    named ||
    bestLikeness(
      wordsOf(claim.column),
      attribute,
      findEntity(scenario, entity)?.attributes[attribute]?.synonyms ?? [],
    ) >= 0.6
  );
}

/** The claim names a column that holds an entity's attribute: then it is about that, whatever else the word could mean. */
function isOfAttribute({ alignment, answer }: Context, { table, column }: ConsistencyClaim): boolean {
  const here = findTable(answer.design, table);
  return (
    column !== null &&
    here !== null &&
    [...alignment.attributes.values()].some((kept) => kept.table === here && plainName(kept.path) === plainName(column))
  );
}

/** Data that is a copy by name (`feed`), not an entity, is named by the claim alone. */
function speaksOfCopy(context: Context, claim: ConsistencyClaim, name: string): boolean {
  const copy = context.scenario.alternatives.find(
    (one) => (one.kind === "copy" || one.kind === "welcome") && one.name === name,
  );
  const synonyms = copy && "synonyms" in copy ? copy.synonyms : [];
  return bestLikeness(fullWords(claim.column ?? claim.table), name, synonyms) >= 0.75;
}

function claimFor(context: Context, expectation: Expectation): Said<ConsistencyClaim> | null {
  const [entity = "", attribute = null] = expectation.of.split(".");
  const isEntity = findEntity(context.scenario, entity) !== null;
  /** Of several, the one that names the entity's own table is meant. */
  const main = context.alignment.entities.get(entity)?.table;
  const isMain = ({ value }: Said<ConsistencyClaim>) => findTable(context.answer.design, value.table) === main;
  const said = context.answer.decisions.consistency;
  const all = isEntity ? said : said.filter(({ value }) => !isOfAttribute(context, value));
  const claims = main ? [...all.filter(isMain), ...all.filter((one) => !isMain(one))] : all;
  return (
    claims.find(({ value }) =>
      isEntity ? speaksOf(context, value, entity, attribute) : speaksOfCopy(context, value, entity),
    ) ??
    (expectation.synonyms.length > 0 ? claims.find(({ value }) => speaksByWords(value, expectation)) : undefined) ??
    (attribute !== null && expectation.expected === "strong"
      ? claims.find(({ value }) => value.level === "strong" && speaksOf(context, value, entity, null))
      : undefined) ??
    null
  );
}

/** Data that is named by its own words (`seat_map`), or by other words than the design's. */
function speaksByWords(claim: ConsistencyClaim, { of, synonyms }: Expectation): boolean {
  const name = of.split(".").at(-1) ?? of;
  return [claim.column ?? claim.table, claim.table].some((one) => bestLikeness(fullWords(one), name, synonyms) >= 0.9);
}

/** Nobody is asked about what need not be there: a count that is not kept, data that only some answers have. */
function isAskedOf(context: Context, { of, asked }: Expectation): boolean {
  const [entity = "", attribute] = of.split(".");
  const kept = attribute === undefined || context.alignment.attributes.has(of);
  return asked && (kept || findEntity(context.scenario, entity)?.attributes[attribute ?? ""]?.asked !== false);
}

function judgeClaim(context: Context, expectation: Expectation): readonly Judgement[] {
  const said = claimFor(context, expectation);
  const { of, expected, why, words } = expectation;
  const subject = expectation.as ?? of;
  const base = { subject, stake: "decision" as const, ...(words === undefined ? {} : { brief: words }) };
  const fix = `Write \`${of}: ${expected}\` under \`consistency\`, with your own names.`;
  if (!said) {
    const message = `You did not say how strict ${subject} must be. ${why}`;
    return isAskedOf(context, expectation) ? [{ verdict: "missed", ...base, message, fix, span: null }] : [];
  }
  const [have, need] = [CONSISTENCIES.indexOf(said.value.level), CONSISTENCIES.indexOf(expected)];
  if (have === need || (expected === "read-your-writes" && have < need)) {
    const message = `${said.value.level} for ${subject}: right. ${why}`;
    return [{ verdict: "met", ...base, message, fix: "", span: said.span }];
  }
  if (have < need) {
    const message = `${said.value.level} for ${subject} costs more than the brief asks for. ${why}`;
    return [{ verdict: "partial", ...base, message, fix, span: said.span }];
  }
  const message = `${said.value.level} is too loose for ${subject}. ${why}`;
  return [{ verdict: "violated", ...base, stake: "check", message, fix, span: said.span }];
}

export const consistency: Rule = {
  id: "factors/consistency",
  dimension: "factors",
  stores: STORE_TYPES,
  doc: {
    title: "Say how strict each part of the data must be",
    asks: "Does the answer say which data must be strong, and which may be late?",
    why: "What must change together belongs in one database; what may be seconds old can be cached, counted and spread. Asking for strong everywhere is as costly as asking for it nowhere is dangerous.",
    mend: "For each kind of data ask what goes wrong if two people see different values for a second; write it under `consistency`.",
    examples: [
      {
        title: "Bids that may be lost",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\nconsistency: { bids: eventual, auctions.view_count: eventual }\n---\nauctions: id (PK)\nbids: id (PK), amount",
        says: [{ subject: "bid", verdict: "violated" }],
      },
      {
        title: "Bids strong, a view count late",
        scenario: "auction",
        sheet:
          "---\nscenario: auction\nconsistency: { bids: strong, auctions.view_count: eventual }\n---\nauctions: id (PK)\nbids: id (PK), amount",
        says: [],
      },
    ],
  },
  check: (context) =>
    context.scenario.consistency.flatMap((expectation) =>
      judgeClaim(context, expectation).flatMap((one) =>
        expectation.as === undefined ? [one] : [one, { ...one, subject: expectation.of, follows: true as const }],
      ),
    ),
};
