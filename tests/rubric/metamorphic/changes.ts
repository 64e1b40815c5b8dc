/** Changes to a model answer that mean the same, drawn by chance; each stands by itself, so that a failing few can be cut down. */
import { type Answer, aKey, anAttribute, aTable, type Design, type StoreType, type Table } from "@/lib/design";
import type { Printed } from "@/lib/notation";
import type { Scenario } from "@/lib/scenario";
import type { Spot } from "../mutation/meaning";
import { type Chance, chance } from "./random";
import { renameColumn, renameTable, restyle, withTables } from "./rename";
import { merged, toComposite, toSurrogate } from "./shapes";
import { columnNames, folded, isFree, isKnown, namesForColumn, namesForTable, snake, tableNames } from "./words";

/** One change. Those of a plan are made in its order; what cannot be made there leaves the answer as it is. */
export interface Change {
  readonly label: string;
  readonly apply: (answer: Answer) => Answer;
  /** Two tables became one: what was said of each is said of the one. */
  readonly merges?: true;
}

export interface Subject {
  readonly answer: Answer;
  readonly scenario: Scenario;
  readonly spots: readonly Spot[];
  readonly store: StoreType;
}

const sentence = (name: string) => snake(name).split("_");
const upper = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function plural(name: string): string {
  // `people`, `billed_to` and `seen_on` have no plural.
  if (/(s|people|_(to|on|at|by|of))$/.test(snake(name))) return name;
  if (/[^aeiou]y$/i.test(name)) return `${name.slice(0, -1)}ies`;
  return /(x|ch|sh|z)$/i.test(name) ? `${name}es` : `${name}s`;
}

const STYLES: Readonly<Record<string, (name: string) => string>> = {
  camelCase: (name) =>
    name.startsWith("_")
      ? name
      : sentence(name)
          .map((word, i) => (i === 0 ? word : upper(word)))
          .join(""),
  PascalCase: (name) => (name.startsWith("_") ? name : sentence(name).map(upper).join("")),
  snake_case: snake,
  UPPER_CASE: (name) => snake(name).toUpperCase(),
};

function rename(subject: Subject, random: Chance): Change | null {
  const { scenario } = subject;
  const spot = random.pick(subject.spots.filter(({ table, main }) => table !== null && main));
  if (!spot) return null;
  if (random.below(3) === 0) {
    const to = random.pick(namesForTable(scenario, spot));
    if (to === undefined) return null;
    const apply = (answer: Answer) =>
      isFree(tableNames(answer).toSpliced(spot.at, 1), to) ? renameTable(answer, spot.at, to) : answer;
    return { label: `table ${spot.name} is ${to}`, apply };
  }
  const [path, meanings] = random.pick([...spot.columns]) ?? ["", []];
  const [meaning, ...more] = meanings;
  const to = meaning && more.length === 0 ? random.pick(namesForColumn(scenario, spot, path, meaning)) : undefined;
  if (to === undefined) return null;
  const last = path.split(".").at(-1) ?? path;
  const apply = (answer: Answer) => {
    const table = answer.design.tables[spot.at];
    const others = table ? columnNames(table).filter((name) => folded(name) !== folded(last)) : [];
    return isFree(others, to) ? renameColumn(answer, spot.at, path, to) : answer;
  };
  return { label: `${spot.name}.${path} is ${to}`, apply };
}

const singular = (name: string) => name.replace(/ies$/, "y").replace(/([^su])s$/, "$1");

/** `amount` of `bids` is `bid_amount`. */
function prefixColumns(subject: Subject, random: Chance): Change | null {
  const spot = random.pick(
    subject.spots.filter(({ table, main, home, prefix }) => table && main && home && prefix === ""),
  );
  const [entity, ...more] = spot?.entities ?? [];
  if (!spot || entity === undefined || more.length > 0) return null;
  const plain = [...spot.columns].flatMap(([path, [one, ...rest]]) =>
    one && rest.length === 0 && one.as === "whole" && one.name in (subject.scenario.entities[entity]?.attributes ?? {})
      ? [path]
      : [],
  );
  const head = snake(singular(spot.name));
  const linked = spot.table?.references.flatMap(({ columns }) => columns) ?? [];
  const names = plain.filter(
    (path) => !linked.includes(path) && !path.includes(".") && !snake(path).startsWith(head.split("_")[0] ?? head),
  );
  // Under another name of the table the columns would not be named so.
  const apply = (answer: Answer) =>
    answer.design.tables[spot.at]?.name.text === spot.name
      ? names.reduce((all, path) => renameColumn(all, spot.at, path, `${head}_${snake(path)}`), answer)
      : answer;
  return { label: `columns of ${spot.name} begin with ${head}_`, apply };
}

function styleTables(change: (name: string) => string, label: string): Change {
  const apply = (answer: Answer) =>
    tableNames(answer).reduce((all, name, at) => {
      const others = tableNames(all).toSpliced(at, 1);
      return isFree(others, change(name)) || folded(change(name)) === folded(name)
        ? renameTable(all, at, change(name))
        : all;
    }, answer);
  return { label, apply };
}

function style(_: Subject, random: Chance): Change | null {
  const name = random.pick([...Object.keys(STYLES), "plural", "singular", "tbl_"]) ?? "";
  if (name === "plural") return styleTables(plural, "tables in the plural");
  if (name === "singular") return styleTables(singular, "tables in the singular");
  if (name === "tbl_") return styleTables((one) => `tbl_${snake(one)}`, "tables begin with tbl_");
  const change = STYLES[name];
  return change ? { label: name, apply: (answer) => restyle(answer, change) } : null;
}

const EXTRA_COLUMNS = ["updated_at", "updated_by", "row_version", "locale", "remarks", "is_test", "etag", "source_ip"];
const EXTRA_TABLES: readonly (readonly [string, readonly string[]])[] = [
  ["schema_migration", ["version", "applied_at"]],
  ["feature_flag", ["name", "enabled"]],
  ["translation", ["phrase", "locale", "wording"]],
  ["country", ["iso", "spelling"]],
  ["email_template", ["name", "wording"]],
];

function extraColumn({ scenario, spots }: Subject, random: Chance): Change | null {
  const spot = random.pick(spots.filter(({ table, main, copy }) => table !== null && main && !copy));
  const name = random.pick(EXTRA_COLUMNS.filter((one) => !isKnown(scenario, one)));
  if (!spot || name === undefined) return null;
  const apply = (answer: Answer) =>
    withTables(answer, ({ tables }) =>
      tables.map((table, at) =>
        at === spot.at && isFree(columnNames(table), name)
          ? { ...table, attributes: [...table.attributes, anAttribute(name)] }
          : table,
      ),
    );
  return { label: `${spot.name}.${name} added`, apply };
}

function extraTable({ scenario, store, answer: { design } }: Subject, random: Chance): Change | null {
  const [name = "", columns = []] = random.pick(EXTRA_TABLES.filter(([one]) => !isKnown(scenario, one))) ?? [];
  const [key = ""] = columns;
  if (name === "" || design.tables.length === 0) return null;
  const partitioned = store === "wide-column" || store === "key-value";
  const attributes = columns.map((one) => anAttribute(one));
  const table = partitioned
    ? aTable(name, { attributes, partition: [key] })
    : aTable(name, { attributes, keys: [aKey([key], { primary: true })] });
  const apply = (answer: Answer) =>
    isFree(tableNames(answer), name) ? withTables(answer, ({ tables }) => [...tables, table]) : answer;
  return { label: `table ${name} added`, apply };
}

function shuffleLists(table: Table, random: Chance): Table {
  return {
    ...table,
    keys: random.shuffle(table.keys),
    references: random.shuffle(table.references),
    indexes: random.shuffle(table.indexes),
    checks: random.shuffle(table.checks),
  };
}

function order(_: Subject, random: Chance): Change | null {
  const seed = random.below(1_000_000);
  const kind = random.pick(["tables", "attributes", "statements", "decisions"]);
  const apply = (answer: Answer): Answer => {
    const own = chance(seed);
    const { decisions, design } = answer;
    const shuffled = (change: (all: Design) => readonly Table[]) => withTables(answer, change);
    if (kind === "tables")
      return {
        decisions,
        design: { ...design, tables: own.shuffle(design.tables), templates: own.shuffle(design.templates) },
      };
    if (kind === "attributes")
      return shuffled(({ tables }) => tables.map((one) => ({ ...one, attributes: own.shuffle(one.attributes) })));
    if (kind === "statements") return shuffled(({ tables }) => tables.map((one) => shuffleLists(one, own)));
    return {
      design,
      decisions: {
        ...decisions,
        because: own.shuffle(decisions.because),
        shardBy: own.shuffle(decisions.shardBy),
        consistency: own.shuffle(decisions.consistency),
        also: own.shuffle(decisions.also),
      },
    };
  };
  return { label: `order of ${kind}`, apply };
}

function shape({ scenario, spots, store }: Subject, random: Chance): Change | null {
  if (store !== "relational") return null;
  if (random.below(2) === 0)
    return { label: "1:1 merged", merges: true, apply: (answer) => merged(answer, scenario, spots) ?? answer };
  const spot = random.pick(spots.filter(({ table, home, main, prefix }) => table && home && main && prefix === ""));
  if (!spot) return null;
  const apply = (answer: Answer) =>
    toSurrogate(answer, scenario, spot) ?? toComposite(answer, scenario, spot) ?? answer;
  return { label: `${spot.name} keyed the other way`, apply };
}

type Draw = (subject: Subject, random: Chance) => Change | null;

/** In the order in which the changes are made: those that find a table by its place come before those that move it. */
const STAGES: readonly (readonly [Draw, number])[] = [
  [rename, 4],
  [prefixColumns, 1],
  [extraColumn, 1],
  [shape, 1],
  [extraTable, 1],
  [style, 1],
  [order, 2],
];

/** Some changes of a seed, at least one; a change that would do nothing is left out. */
export function draw(subject: Subject, seed: number): readonly Change[] {
  const random = chance(seed);
  for (;;) {
    const plan = STAGES.flatMap(([make, most]) =>
      Array.from({ length: random.below(most + 1) }, () => make(subject, random)).filter((one) => one !== null),
    );
    const did = effective(subject.answer, plan);
    if (did.length > 0) return did;
  }
}

function effective(answer: Answer, plan: readonly Change[]): readonly Change[] {
  let state = answer;
  return plan.filter(({ apply }) => {
    const next = apply(state);
    const changed = next !== state && JSON.stringify(next) !== JSON.stringify(state);
    state = next;
    return changed;
  });
}

/** Notations that can say the whole design. */
export function notationsOf({ store, answer: { design } }: Subject): readonly Printed[] {
  const spatial = design.tables.some(({ indexes }) => indexes.some(({ method }) => method !== null));
  const plain = store === "relational" && design.templates.length === 0 && design.sections.length === 0 && !spatial;
  return plain ? ["shorthand", "sql", "dbml"] : ["shorthand"];
}

/** Remarks and empty lines that no reader takes for more. */
export function withRemarks(body: string, notation: Printed, seed: number): string {
  const random = chance(seed);
  const [mark] = notation === "sql" ? ["--"] : notation === "dbml" ? ["//"] : ["#"];
  return body
    .split("\n")
    .flatMap((line) => {
      const starts = /^\S/.test(line);
      const drawn = random.below(6);
      if (starts && drawn === 0) return ["", `${mark} what comes next was agreed upon`, line];
      return drawn === 1 && starts ? ["", line] : [line];
    })
    .join("\n");
}
