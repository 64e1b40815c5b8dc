/** Questions whose options are carried out, each in a sheet of its own, and graded. */
import { columnsFor } from "@/lib/align";
import { anIndex, findTable, type IndexColumn, type Table } from "@/lib/design";
import { code } from "@/lib/rubric";
import { findPattern } from "@/lib/scenario";
import { type Ask, type Asker, type Candidate, isFlawed, praiseOf, unmet } from "../ask";
import type { Evidence } from "../drill";
import { same, withTable } from "../edit";
import { type Graded, type Model, printSheet, readGraded } from "../model";

/** Each sheet is graded once. */
function graderOf({ scenario }: Model): (evidence: Evidence) => Graded | null {
  const known = new Map<string, Graded | null>();
  return (evidence) => {
    if (evidence.kind !== "sheet") return null;
    const { text } = evidence;
    if (!known.has(text)) known.set(text, readGraded(text, scenario));
    return known.get(text) ?? null;
  };
}

const shown = (columns: readonly IndexColumn[]): string =>
  columns.map(({ path, direction }) => (direction === "desc" ? `${path} desc` : path)).join(", ");

/** The index as it was, and what is near it: turned round, cut short, with a column of its table that does not help. */
function indexesNear(table: Table, right: readonly IndexColumn[]): readonly (readonly IndexColumn[])[] {
  const [a, b] = right;
  const other = table.attributes
    .filter(({ name, shape }) => shape === "scalar" && !right.some(({ path }) => same(path, name.text)))
    .map(({ name }): IndexColumn => ({ path: name.text, direction: "asc" }));
  const [c, d] = other.filter(({ path }) => !table.keys.some(({ columns }) => columns[0] === path));
  const near = [
    right,
    a && b ? [b, a] : [],
    b ? [b] : [],
    a && b ? [a] : [],
    c && a ? [c, a] : [],
    a && b && c ? [a, c] : [],
    c ? [c] : [],
    d ? [d] : [],
  ];
  return near.filter((columns) => columns.length > 0);
}

/** The dropped index among others that do not serve the question. */
export const askWhichIndex: Asker = (model, { operator, answer }, { report }) => {
  if (operator !== "drop-index") return [];
  const slow = report.patterns.filter(({ verdict }) => verdict !== "served");
  const [only] = slow;
  const pattern = only && slow.length === 1 ? findPattern(model.scenario, only.id) : null;
  const table = answer.design.tables.find((one) =>
    model.answer.design.tables.some((old) => old.name === one.name && old.indexes.length > one.indexes.length),
  );
  const gone = model.answer.design.tables
    .find(({ name }) => name === table?.name)
    ?.indexes.find((one) => !table?.indexes.includes(one));
  if (!pattern || !table || !gone || gone.where !== null || gone.method !== null) return [];
  const candidates = indexesNear(table, gone.columns).map((columns): Candidate => {
    const index = anIndex([], { columns });
    const mended = withTable(answer, table, (one) => ({ ...one, indexes: [...one.indexes, index] }));
    return {
      text: code(`index ${table.name.text}(${shown(columns)})`),
      evidence: { kind: "sheet", text: printSheet(mended, model.notation) },
    };
  });
  const graded = graderOf(model);
  const about = unmet(report).find(({ subject }) => subject === pattern.id) ?? null;
  const ask: Ask = {
    question: "which-index",
    asks: `“${pattern.asks}” is slow here. Which index mends that?`,
    candidates,
    isRight: (evidence) => {
      const then = graded(evidence);
      return then !== null && !isFlawed(then.report, { kind: "pattern", id: pattern.id });
    },
    about: () => about,
  };
  return [ask];
};

const SCALE = ["scale/shard-key", "scale/hot-partition", "scale/cross-shard"] as const;

interface ShardChoice {
  readonly columns: readonly string[];
  /** The scenario says that it gathers the writes. */
  readonly hot: boolean;
}

/** Shard keys that the scenario calls right or wrong for an entity, in the sheet's columns, each once. */
function keysFor(model: Model, entity: string): readonly ShardChoice[] {
  const { right, wrong } = model.scenario.volume.shard;
  const table = model.alignment.entities.get(entity)?.table;
  const named = [...right.map((one) => ({ ...one, hot: false })), ...wrong].filter((one) => one.entity === entity);
  const all = named.flatMap(({ by, hot }): ShardChoice[] => {
    const places = by.map((name) => columnsFor(model.alignment, entity, name));
    const columns = places.flatMap((place) => (place?.table === table ? (place?.columns ?? []) : []));
    return columns.length === by.length ? [{ columns, hot }] : [];
  });
  return all.filter(({ columns }, i) => all.findIndex((one) => one.columns.join() === columns.join()) === i);
}

/** How to shard a table; and which way would send all the writes to one shard. */
export const askShardKey: Asker = (model, { operator, answer, place }) => {
  const gone = model.answer.decisions.shardBy.find((one) => !answer.decisions.shardBy.includes(one));
  const table = gone ? findTable(model.answer.design, gone.value.table) : null;
  if (operator !== "drop-shard-key" || !gone || !table || table.partition.length > 0 || place === "") return [];
  const entity = [...model.alignment.entities.values()].find((one) => one.table === table)?.entity ?? "";
  const choices = keysFor(model, entity);
  const candidates = choices.map(({ columns }): Candidate => {
    const shardBy = [...answer.decisions.shardBy, { ...gone, value: { table: gone.value.table, columns } }];
    const sharded = { ...answer, decisions: { ...answer.decisions, shardBy } };
    const text = code(`${gone.value.table}(${columns.join(", ")})`);
    return { text, evidence: { kind: "sheet", text: printSheet(sharded, model.notation) } };
  });
  const graded = graderOf(model);
  const said = (evidence: Evidence, rules: readonly string[]) =>
    unmet(graded(evidence)?.report ?? model.report).filter(
      ({ rule, subject }) => rules.includes(rule) && subject === entity,
    );
  const praise = (evidence: Evidence) =>
    praiseOf(graded(evidence)?.report ?? model.report, { kind: "finding", rules: SCALE, subject: entity });
  const name = code(gone.value.table);
  return [
    {
      question: "shard-key",
      asks: `By what would you shard ${name}?`,
      candidates,
      isRight: (evidence) => said(evidence, SCALE).length === 0,
      about: ({ evidence }) => praise(evidence),
    },
    {
      question: "hot-key",
      asks: `Sharded by which of these would ${name} send all its writes to one shard?`,
      // An id may be a counter or be random: the sheet does not say, and so it is no option.
      candidates: candidates.filter(
        ({ evidence }, i) => choices[i]?.hot !== true || said(evidence, ["scale/hot-partition"]).length > 0,
      ),
      isRight: (evidence) => said(evidence, ["scale/hot-partition"]).length > 0,
      about: ({ evidence }) => said(evidence, ["scale/hot-partition"])[0] ?? null,
    },
  ];
};
