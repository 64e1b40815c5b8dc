import { type Alignment, AROUND, type Holder, type Placing } from "@/lib/align";
import { plainName, remembered, type Table } from "@/lib/design";
import {
  type Fact,
  findEntity,
  findEntityAttribute,
  findRole,
  type Given,
  readGiven,
  readOrder,
  readRange,
  type Step,
} from "@/lib/scenario";

/** A column that a step gives by equality. */
export interface Equal {
  readonly column: string;
  /** The constant, where the step names one. */
  readonly constant: string | null;
  /** The scenario's other values for that attribute. */
  readonly others: readonly string[];
  /** Given as a parameter, as a constant, or one of what an earlier step found. */
  readonly given: Given["kind"];
}

/** One step of a pattern, put in a holder's own columns. Columns are in plain spelling (`plainColumn`). */
export interface Lookup {
  readonly holder: Holder;
  readonly table: Table;
  readonly equal: readonly Equal[];
  /** Columns that are known without being asked for (a bucket of the time): a way in may use them. */
  readonly free: ReadonlySet<string>;
  /** Columns around a list that the rest of the question gives. */
  readonly around: ReadonlySet<string>;
  readonly range: string | null;
  readonly order: string | null;
  readonly limit: number | null;
  /** Columns that order as the wanted one does (`seq` for `sent_at`). */
  readonly standIns: ReadonlySet<string>;
  /** Facts about columns, from the scenario. */
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
  /** How people write each column here, for messages. */
  readonly spelling: ReadonlyMap<string, string>;
}

/** A step that cannot be put in columns: the scenario's names of what is missing. */
export interface Missing {
  readonly missing: readonly string[];
}

/** The order in which a list or a set keeps what was put into it. */
export const INSERTED = "@inserted";

/** A column in one spelling; what marks a column around a list (`^`) or an edge (`~`) stays. */
export const plainColumn = remembered((path) => {
  const inner = /^\w+\(([^(),]+)\)$/.exec(path)?.[1] ?? path;
  const mark = /^[\^~@]/.test(inner) ? inner.charAt(0) : "";
  return mark + plainName(inner);
});

function subjectOf(alignment: Alignment, entity: string, name: string): string {
  return findRole(alignment.scenario, entity, name) ? `${entity}->${name}` : `${entity}.${name}`;
}

/** The facts of one column of an entity: an attribute's own, `unique` for a one-to-one role. */
function factsOf(alignment: Alignment, entity: string, name: string): readonly Fact[] {
  if (findRole(alignment.scenario, entity, name)?.oneToOne) return ["unique"];
  return findEntity(alignment.scenario, entity)?.attributes[name]?.facts ?? [];
}

/** A list keeps the order in which its members came: enough where time orders them. */
function keepsInsertion({ holder }: Placing): boolean {
  return holder.kind === "embedded" || holder.template?.holds === "list";
}

class Builder {
  readonly missing: string[] = [];
  readonly facts = new Map<string, readonly Fact[]>();
  readonly spelling = new Map<string, string>();
  readonly standIns = new Set<string>();
  constructor(
    private readonly alignment: Alignment,
    private readonly placing: Placing,
  ) {}

  /** The columns for a name, in plain spelling; notes what is missing. */
  find(name: string): readonly string[] {
    const columns = this.placing.names.get(name);
    if (!columns) {
      this.missing.push(subjectOf(this.alignment, this.placing.entity, name));
      return [];
    }
    for (const column of columns) this.spelling.set(plainColumn(column), column.replace(AROUND, ""));
    const [only] = columns;
    if (only !== undefined && columns.length === 1)
      this.facts.set(plainColumn(only), factsOf(this.alignment, this.placing.entity, name));
    return columns.map(plainColumn);
  }

  /** Facts of the columns that the step does not ask for: a leading one of few values can be skipped over, whichever entity of the table it is of. */
  knowAll(): void {
    this.know(this.placing, () => true);
    for (const other of this.alignment.placings)
      if (other !== this.placing && other.holder === this.placing.holder)
        this.know(other, (fact) => fact === "few-values");
  }

  private know({ names, entity }: Placing, counts: (fact: Fact) => boolean): void {
    for (const [name, [only, ...others]] of names) {
      if (only === undefined || others.length > 0 || this.facts.has(plainColumn(only))) continue;
      const facts = factsOf(this.alignment, entity, name).filter(counts);
      if (facts.length > 0) this.facts.set(plainColumn(only), facts);
    }
  }

  equals(given: Given): readonly Equal[] {
    const constant = given.kind === "constant" ? given.value : null;
    const values = findEntity(this.alignment.scenario, this.placing.entity)?.attributes[given.column]?.values ?? [];
    const others = values.filter((value) => value !== constant);
    return this.find(given.column).map((column) => ({ column, constant, others, given: given.kind }));
  }

  /** The column that orders or bounds: the attribute's own, else one that stands in for it. */
  sorted(name: string): string | null {
    const stand = (this.placing.standIns.get(name) ?? []).map(plainColumn);
    for (const column of stand) this.standIns.add(column);
    for (const column of this.placing.standIns.get(name) ?? []) this.spelling.set(plainColumn(column), column);
    const time = findEntityAttribute(this.alignment.scenario, this.placing.entity, name)?.type === "time";
    if (time && keepsInsertion(this.placing)) this.standIns.add(INSERTED);
    if (this.placing.names.has(name) || name === "id") return this.find(name)[0] ?? null;
    const [first] = stand;
    if (first !== undefined) return first;
    if (time && keepsInsertion(this.placing)) return INSERTED;
    return this.find(name)[0] ?? null;
  }
}

/** Puts a step in the columns of one place of what it finds, or says what of it is missing there. */
export function lookupOf(alignment: Alignment, step: Step, placing: Placing): Lookup | Missing {
  const builder = new Builder(alignment, placing);
  const range = step.range === undefined ? null : readRange(step.range);
  const order = step.order === undefined ? null : readOrder(step.order);
  const equal = step.where.flatMap((text) => {
    const given = readGiven(text);
    return given ? builder.equals(given) : [];
  });
  const rangeColumn = range ? builder.sorted(range.column) : null;
  const orderColumn = order ? builder.sorted(order.column) : null;
  if (builder.missing.length > 0) return { missing: builder.missing };
  builder.knowAll();
  const { facts, spelling, standIns } = builder;
  const { holder } = placing;
  return {
    holder,
    table: holder.table,
    equal: equal.filter((one, at) => equal.findIndex(({ column }) => column === one.column) === at),
    free: new Set(placing.free.map(plainColumn)),
    around: new Set(),
    range: rangeColumn,
    order: orderColumn,
    limit: step.limit ?? null,
    standIns,
    facts,
    spelling,
  };
}
