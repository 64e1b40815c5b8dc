import { type Alignment, type Holder, likeness, looksLikeId, wordsOf } from "@/lib/align";
import { plainName } from "@/lib/design";
import { findRole, type Pattern, readGiven } from "@/lib/scenario";
import { INSERTED, type Lookup } from "./lookup";
import { type StepTrace, traceLookup } from "./step";

/** The step that a deliberate copy answers alone: its reader by equality, newest first. */
function copyLookup(alignment: Alignment, pattern: Pattern, holder: Holder): Lookup | null {
  const { table } = holder;
  const [first] = pattern.steps;
  const last = pattern.steps.at(-1);
  const given = first?.where.map(readGiven).find((one) => one?.kind === "parameter");
  if (!first || !last || !given) return null;
  const role = findRole(alignment.scenario, first.find, given.column);
  const owner = role?.to ?? first.find;
  const names = [
    owner,
    given.column,
    "reader",
    "owner",
    "viewer",
    "recipient",
    "subscriber",
    ...(alignment.scenario.entities[owner]?.synonyms ?? []),
  ];
  const reader = table.attributes.find(({ name }) => isNamed(name.text, names));
  const time = table.attributes.find(
    ({ name, type }) => /(_at|At|time|date|ts)$/.test(name.text) || /time|date/i.test(type ?? ""),
  );
  const order = time ?? table.attributes.find(({ name }) => name !== reader?.name && looksLikeId(name.text));
  if (!reader) return null;
  const spelling = new Map(
    [reader, order].flatMap((one) => (one ? [[plainName(one.name.text), one.name.text] as const] : [])),
  );
  const orderBy = last.order !== undefined && order ? plainName(order.name.text) : null;
  const equal = [{ column: plainName(reader.name.text), constant: null, others: [], given: "parameter" as const }];
  const limit = last.limit ?? null;
  const standIns = new Set(holder.template?.holds === "list" ? [INSERTED] : []);
  const [free, facts] = [new Set<string>(), new Map()];
  return {
    holder,
    table,
    equal,
    free,
    around: new Set(),
    range: null,
    order: orderBy,
    limit,
    standIns,
    facts,
    spelling,
  };
}

function isNamed(written: string, names: readonly string[]): boolean {
  const words = wordsOf(written).filter((word) => word !== "id");
  return names.some((name) => likeness(words, wordsOf(name)) >= 0.9);
}

/** A pattern that a copy known to the scenario answers whole. */
export function traceCopies(alignment: Alignment, pattern: Pattern): StepTrace | null {
  for (const { holder, alternative } of alignment.known) {
    if (alternative.kind !== "copy" || !alternative.serves.includes(pattern.id)) continue;
    const lookup = copyLookup(alignment, pattern, holder);
    const step = pattern.steps.at(-1);
    const trace = lookup && step ? traceLookup(alignment, step, lookup) : null;
    if (trace?.served === "served") return trace;
  }
  return null;
}
