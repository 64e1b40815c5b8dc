import { columnsFor } from "@/lib/align";
import {
  assumeKnown,
  type Condition,
  conditionColumns,
  findAttribute,
  implies,
  isRequired,
  parseCondition,
  plainName,
  speakAlike,
  type Table,
} from "@/lib/design";
import { type Invariant, namesInCondition } from "@/lib/scenario";
import { aSpoken, capital, code, invariantsOf, tableName } from "../../context";
import type { Context, Judgement, Rule } from "../../rule";

type CheckInvariant = Extract<Invariant, { kind: "check" }>;

/** What a column's type already refuses: `unsigned` a negative, `enum(…)` another word. */
function typeConditions(table: Table): readonly Condition[] {
  const there = table.attributes
    .filter(({ name }) => isRequired(table, name.text))
    .map(({ name }) => parseCondition(`"${name.text}" is not null`));
  const legal = table.attributes.flatMap(({ name, type }) => {
    if (type === null) return [];
    const values = /^enum\s*(\(.*\))$/is.exec(type)?.[1];
    if (values !== undefined) return [parseCondition(`"${name.text}" in ${quoteWords(values)}`)];
    return /\bunsigned\b/i.test(type) ? [parseCondition(`"${name.text}" >= 0`)] : [];
  });
  return [...there, ...legal];
}

/** `balance >= 0 or is_house`: what the brief allows to be excepted, under whatever name. */
function exceptsSome(
  have: Condition,
  want: Condition,
  columns: ReadonlySet<string>,
  name: (path: string) => string,
  inScenario: (path: string) => string,
): boolean {
  if (have.kind !== "or") return false;
  const held = have.parts.filter((part) => implies(part, want, name, inScenario));
  const others = have.parts.filter((part) => !held.includes(part));
  return held.length > 0 && others.every((part) => !conditionColumns(part).some((path) => columns.has(lastStep(path))));
}

function quoteWords(list: string): string {
  return list.replace(/([(,]\s*)([^'"\s,()][^,()]*?)(?=\s*[,)])/g, "$1'$2'");
}

interface Target {
  readonly table: Table;
  /** The scenario's name → the column, in plain spelling. */
  readonly columns: ReadonlyMap<string, string>;
}

function targetOf(context: Context, invariant: CheckInvariant): Target | null {
  const columns = new Map<string, string>();
  let table: Table | null = null;
  for (const name of namesInCondition(invariant.condition)) {
    const place = columnsFor(context.alignment, invariant.entity, name);
    const [column] = place?.columns ?? [];
    if (!place || column === undefined || (table !== null && place.table !== table)) return null;
    table = place.table;
    columns.set(name, plainName(column));
  }
  return table ? { table, columns } : null;
}

function lastStep(path: string): string {
  return plainName(path.slice(path.lastIndexOf(".") + 1));
}

/** A list of legal states is met by any list: a person may call the states otherwise. */
function bothListStates(have: Condition, want: Condition): boolean {
  return have.kind === "in" && want.kind === "in" && !have.negated;
}

function judge(context: Context, invariant: CheckInvariant): readonly Judgement[] {
  const target = targetOf(context, invariant);
  if (!target) return [];
  const { table, columns } = target;
  const inScenario = (name: string) => columns.get(name) ?? name;
  const written = table.checks.map((one) => ({
    span: one.span,
    condition: assumeKnown(parseCondition(one.expression)),
  }));
  const all: Condition = { kind: "and", parts: [...written.map((one) => one.condition), ...typeConditions(table)] };
  const wanted = [invariant.condition, ...invariant.alsoMetBy].map(parseCondition);
  const alike = written.find((one) => wanted.some((want) => speakAlike(one.condition, want, lastStep, inScenario)));
  const excepted = invariant.alsoMetBy.some((one) => /\bor\b/i.test(one));
  const own = new Set(columns.values());
  const met = wanted.some(
    (want) =>
      implies(all, want, lastStep, inScenario) ||
      (alike !== undefined && bothListStates(alike.condition, want)) ||
      (excepted && written.some((one) => exceptsSome(one.condition, want, own, lastStep, inScenario))),
  );
  const base = { subject: invariant.id, stake: "check" as const, brief: invariant.words };
  const shown = mineFor(invariant, table, columns);
  if (met)
    return [
      {
        verdict: "met",
        ...base,
        message: `The database refuses ${aSpoken(invariant.entity)} that breaks ${code(shown)}.`,
        fix: "",
        span: alike?.span ?? null,
      },
    ];
  const fix = `Write \`check ${table.name.text}(${shown})\`.`;
  if (alike) {
    const message = `Your check on ${tableName(table)} lets through what the brief forbids: it must hold that ${code(shown)}.`;
    return [{ verdict: "partial", ...base, message, fix, span: alike.span }];
  }
  const message = `${capital(aSpoken(invariant.entity))} that breaks ${code(shown)} gets into ${tableName(table)}.`;
  const column = findAttribute(table, [...columns.values()][0] ?? "");
  return [{ verdict: "missed", ...base, message, fix, span: column?.span ?? table.name.span }];
}

/** The invariant's condition in the candidate's own column names. */
function mineFor(invariant: CheckInvariant, table: Table, columns: ReadonlyMap<string, string>): string {
  return invariant.condition.replace(/[a-z][a-z0-9_]*/gi, (name) => {
    const column = columns.get(name);
    return column === undefined ? name : (findAttribute(table, column)?.name.text ?? name);
  });
}

export const check: Rule = {
  id: "constraints/check",
  dimension: "constraints",
  stores: ["relational"],
  doc: {
    title: "Refuse values that can never be right",
    asks: "Does a check (or a type) refuse each value that the brief rules out?",
    why: "Every program that writes to the table would have to remember the rule; the database remembers it once. A check passes on null, so it does not replace `not null`.",
    mend: "Write the rule behind the column (`check > 0`) or as a statement (`check bids(amount > 0)`).",
    examples: [
      {
        title: "A bid of minus five",
        scenario: "auction",
        sheet: "---\nscenario: auction\n---\nbids: id (PK), amount numeric (not null), created_at",
        says: [{ subject: "bid-amount-positive", verdict: "missed" }],
      },
      {
        title: "A check that still lets zero in",
        scenario: "auction",
        sheet: "---\nscenario: auction\n---\nbids: id (PK), amount numeric (not null, check >= 0), created_at",
        says: [{ subject: "bid-amount-positive", verdict: "partial" }],
      },
      {
        title: "A stricter check is fine",
        scenario: "auction",
        sheet: "---\nscenario: auction\n---\nbids: id (PK), amount numeric (not null, check >= 0.01), created_at",
        says: [],
      },
    ],
  },
  check: (context) => invariantsOf(context, "check").flatMap((invariant) => judge(context, invariant)),
};
