import { type Alignment, columnsFor } from "@/lib/align";
import { plainName, type Table } from "@/lib/design";
import { type Fact, findEntity, findRole, readGiven, readOrder, readRange, type Step } from "@/lib/scenario";

/** A column that a step gives by equality. */
export interface Equal {
  readonly column: string;
  /** The constant, where the step names one. */
  readonly constant: string | null;
  /** The scenario's other values for that attribute. */
  readonly others: readonly string[];
}

/** One step of a pattern, put in a table's own columns. Columns are in plain spelling (`plainName`). */
export interface Lookup {
  readonly table: Table;
  readonly equal: readonly Equal[];
  readonly range: string | null;
  readonly order: string | null;
  readonly limit: number | null;
  /** Facts about columns, from the scenario. */
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
  /** How people write each column here, for messages. */
  readonly spelling: ReadonlyMap<string, string>;
}

/** A step that cannot be put in columns: the scenario's names of what is missing. */
export interface Missing {
  readonly missing: readonly string[];
}

function subjectOf(alignment: Alignment, entity: string, name: string): string {
  return findRole(alignment.scenario, entity, name) ? `${entity}->${name}` : `${entity}.${name}`;
}

/** The facts of one column of an entity: an attribute's own, `unique` for a one-to-one role. */
function factsOf(alignment: Alignment, entity: string, name: string): readonly Fact[] {
  if (findRole(alignment.scenario, entity, name)?.oneToOne) return ["unique"];
  return findEntity(alignment.scenario, entity)?.attributes[name]?.facts ?? [];
}

class Builder {
  readonly missing: string[] = [];
  readonly tables = new Set<Table>();
  readonly facts = new Map<string, readonly Fact[]>();
  readonly spelling = new Map<string, string>();
  constructor(
    private readonly alignment: Alignment,
    private readonly entity: string,
  ) {}

  /** The columns for a name, in plain spelling; notes what is missing. */
  find(name: string): readonly string[] {
    const place = columnsFor(this.alignment, this.entity, name);
    if (!place || place.columns.length === 0) {
      this.missing.push(subjectOf(this.alignment, this.entity, name));
      return [];
    }
    this.tables.add(place.table);
    for (const column of place.columns) this.spelling.set(plainName(column), column);
    const [only] = place.columns;
    if (only !== undefined && place.columns.length === 1) {
      this.facts.set(plainName(only), factsOf(this.alignment, this.entity, name));
    }
    return place.columns.map(plainName);
  }

  constants(step: Step): readonly Equal[] {
    return step.where.flatMap((text) => {
      const given = readGiven(text);
      if (!given) return [];
      const constant = given.kind === "constant" ? given.value : null;
      const values = findEntity(this.alignment.scenario, this.entity)?.attributes[given.column]?.values ?? [];
      const others = values.filter((value) => value !== constant);
      return this.find(given.column).map((column) => ({ column, constant, others }));
    });
  }
}

/** Puts a step in the columns of the design, or says what of it is missing. */
export function lookupOf(alignment: Alignment, step: Step): Lookup | Missing {
  const place = alignment.entities.get(step.find);
  if (!place) return { missing: [step.find] };
  const builder = new Builder(alignment, step.find);
  const range = step.range === undefined ? null : readRange(step.range);
  const order = step.order === undefined ? null : readOrder(step.order);
  const equal = builder.constants(step);
  const rangeColumn = range ? (builder.find(range.column)[0] ?? null) : null;
  const orderColumn = order ? (builder.find(order.column)[0] ?? null) : null;
  if (builder.missing.length > 0) return { missing: builder.missing };
  const [table = place.table] = builder.tables;
  if (builder.tables.size > 1) return { missing: [] };
  const { facts, spelling } = builder;
  return { table, equal, range: rangeColumn, order: orderColumn, limit: step.limit ?? null, facts, spelling };
}
