import { type Alignment, align, type Holder, type Placing } from "@/lib/align";
import { plainName, sameName } from "@/lib/design";
import { indexLines, positionAt } from "@/lib/diagnostics";
import { readSheet } from "@/lib/notation";
import { findRole, type Scenario } from "@/lib/scenario";

/** A column, and the scenario's name for what it is: `email`, `bidder`. */
export interface ColumnRead {
  readonly column: string;
  readonly means: string;
}

/** One table (or document, node, list, template, edge) of a design, and what it was taken for. */
export interface TableRead {
  /** As written; a list inside a document with the document's name before it. */
  readonly table: string;
  readonly line: number;
  /** The scenario's entities whose rows it holds; empty: none. */
  readonly entities: readonly string[];
  /** Columns that go by another name than the scenario's. */
  readonly renamed: readonly ColumnRead[];
  /** Columns that were understood as nothing of the scenario; only where the table itself was understood. */
  readonly leftOver: readonly string[];
  /** Why it is fine though it is none of the entities; empty where nobody said so. */
  readonly known: string;
  /** False: a person cannot say what it is, for it has no name of its own. */
  readonly tellable: boolean;
}

/** How the names of a design were understood. */
export interface NamesRead {
  readonly tables: readonly TableRead[];
  /** Asked entities that are nowhere. */
  readonly absent: readonly string[];
}

function nameOf({ kind, parent, path, table }: Holder): string {
  return kind === "embedded" && parent ? `${parent.table.name.text}.${path}` : table.name.text;
}

interface Column extends ColumnRead {
  /** The candidate's own table that it points at. */
  readonly target: string | null;
}

function columnsAt({ scenario, entities }: Alignment, placings: readonly Placing[]): readonly Column[] {
  return placings.flatMap(({ entity, names }) =>
    [...names].flatMap(([name, columns]) => {
      const role = findRole(scenario, entity, name);
      const target = (role && !role.as && entities.get(role.to)?.table.name.text) || null;
      return columns.map((column) => ({ column, means: role?.as ?? role?.to ?? name, target }));
    }),
  );
}

/** `auction_id` for `auction` says the same, and so does `lot_id` where `lots` is the auction; so does any `id` for an identity. */
function isSameWord({ column, means, target }: Column): boolean {
  const bare = column.replace(/_?id$/i, "");
  return means === "id" || [means, target].some((word) => word && (sameName(column, word) || sameName(bare, word)));
}

function readHolder(alignment: Alignment, holder: Holder, line: number): TableRead {
  const placings = alignment.placings.filter((placing) => placing.holder === holder);
  const read = columnsAt(alignment, placings);
  const understood = new Set(read.map(({ column }) => plainName(column)));
  const renamed = read.filter((one) => !isSameWord(one) && !/^[\^~@]/.test(one.column));
  const rest = holder.table.attributes.map(({ name }) => name.text).filter((name) => !understood.has(plainName(name)));
  const known = alignment.known.find((one) => one.holder === holder)?.alternative.why ?? "";
  const double = alignment.doubles.find(({ table }) => table === holder.table);
  return {
    table: nameOf(holder),
    line,
    entities: [...new Set([...placings.map(({ entity }) => entity), ...(double ? [double.entity] : [])])],
    renamed: renamed
      .filter(
        (one, at) => renamed.findIndex(({ column, means }) => column === one.column && means === one.means) === at,
      )
      .map(({ column, means }) => ({ column, means })),
    leftOver: placings.length === 0 ? [] : rest.filter((name) => !/^_?id$/i.test(name)),
    known,
    tellable: holder.kind === "table" || holder.kind === "node",
  };
}

/** How the names of a sheet are understood, table by table in the order of the text; pure, never throws on any text. */
export function readNames(text: string, scenario: Scenario): NamesRead {
  const { value: answer } = readSheet(text);
  const alignment = align(answer.design, scenario, answer.decisions.store?.value.type ?? "relational");
  const lines = indexLines(text);
  const tables = alignment.holders
    .map((holder) => readHolder(alignment, holder, positionAt(lines, holder.table.name.span.start).line))
    .filter((one) => one.tellable || one.entities.length > 0);
  const absent = Object.entries(scenario.entities)
    .filter(([entity, { asked }]) => asked && !alignment.entities.has(entity))
    .map(([entity]) => entity);
  return { tables: [...tables].sort((a, b) => a.line - b.line), absent };
}
