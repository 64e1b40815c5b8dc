import { type Attribute, findAttribute, isRandomId, isRequired, plainName, type Table } from "@/lib/design";
import type { Span } from "@/lib/diagnostics";
import { relationId } from "@/lib/scenario";
import { aSpoken, code, listed, spoken } from "./context";
import type { Context } from "./rule";

/** What an interviewer might ask next. It costs nothing, and nothing is earned by it. */
export const ADVICE_TOPICS = ["optional-link", "on-delete", "ids", "money", "time-zone"] as const;
export type AdviceTopic = (typeof ADVICE_TOPICS)[number];

export interface Advice {
  readonly topic: AdviceTopic;
  readonly message: string;
  readonly span: Span;
}

interface Column {
  readonly table: Table;
  readonly attribute: Attribute;
}

const spelled = ({ table, attribute }: Column): string => code(`${table.name.text}.${attribute.name.text}`);

/** The names of the columns, three at most, and how many more there are. */
function named(columns: readonly Column[]): string {
  const shown = columns.slice(0, 3).map(spelled);
  const more = columns.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : listed(shown);
}

function mainTables({ answer }: Context): readonly Table[] {
  return answer.design.tables.filter(({ section }) => section === null);
}

function columnsWhere(context: Context, test: (attribute: Attribute) => boolean): readonly Column[] {
  return mainTables(context).flatMap((table) =>
    table.attributes.filter(test).map((attribute) => ({ table, attribute })),
  );
}

/** What becomes of the rows that refer to a row which is deleted. Said once for all of them. */
function adviseOnDelete(context: Context): readonly Advice[] {
  const silent = mainTables(context).flatMap((owner) =>
    owner.references
      .filter(({ enforced, onDelete }) => enforced && onDelete === null)
      .map((one) => ({ name: owner.name.text, reference: one })),
  );
  const [first] = silent;
  if (!first) return [];
  const { name, reference } = first;
  const message = `What becomes of ${code(name)} when its ${code(reference.target.table)} is deleted? Nothing is said, so the database refuses the deletion. Say \`on delete restrict\`, \`cascade\` or \`set null\` where an interviewer may ask.`;
  return [{ topic: "on-delete", message, span: reference.span }];
}

/** A reference that may be empty where the brief knows no row without it: a bid of no auction. Said once for all of them. */
function adviseOptionalLinks({ scenario, alignment }: Context): readonly Advice[] {
  const open = scenario.relations.flatMap((relation) => {
    const place = alignment.relations.get(relationId(relation));
    if (relation.optional || place?.how !== "reference" || alignment.entities.get(relation.from)?.how !== "own")
      return [];
    return place.columns.flatMap((path) => {
      const attribute = findAttribute(place.table, path);
      return attribute === null || isRequired(place.table, path) ? [] : [{ table: place.table, attribute, relation }];
    });
  });
  const [first] = open;
  if (!first) return [];
  const { from, as, to } = first.relation;
  const message = `${named(open)} may be empty: the database takes ${aSpoken(from)} without its ${spoken(as ?? to)}. Write \`not null\` where there is always one.`;
  return [{ topic: "optional-link", message, span: first.attribute.span }];
}

const COUNTER = /serial|identity|auto_?increment/i;

function isKey(table: Table, attribute: Attribute): boolean {
  return table.keys.some(
    ({ primary, columns }) =>
      primary && columns.length === 1 && plainName(columns[0] ?? "") === plainName(attribute.name.text),
  );
}

/** Counters on many machines, and keys that scatter inserts. */
function adviseIds(context: Context): readonly Advice[] {
  const sharded = context.answer.decisions.volume?.value === "sharded";
  const keys = columnsWhere(context, () => true).filter(({ table, attribute }) => isKey(table, attribute));
  const counters = keys.filter(
    ({ attribute }) => COUNTER.test(attribute.type ?? "") || COUNTER.test(attribute.default ?? ""),
  );
  const random = keys.filter(({ attribute }) => isRandomId(attribute));
  const [counter] = counters;
  const [uuid] = random;
  if (counter && sharded)
    return [
      {
        topic: "ids",
        message: `${named(counters)} count up. On several machines one place must then hand out the numbers; an id that each machine makes by itself and that grows with time (UUID version 7, Snowflake) needs none.`,
        span: counter.attribute.span,
      },
    ];
  if (!uuid) return [];
  const message = `${named(random)}: a random UUID lands anywhere in the key's index at each insert. Version 7 begins with the time, so that new rows lie together.`;
  return [{ topic: "ids", message, span: uuid.attribute.span }];
}

const MONEY = /(price|amount|balance|fare|cost|total|fee|payment|salary|money)/i;
const FLOAT = /^(float\d*|real|double( precision)?|binary_float|binary_double)\b/i;

/** Columns of money that are kept as floating point. */
export function floatMoneyIn(context: Context) {
  return columnsWhere(context, ({ name, type }) => MONEY.test(name.text) && FLOAT.test(type ?? ""));
}

/** Measured in the design's notes on proofs: 10,000 × 0.10 sums to 999.9029 as `real`. */
function adviseMoney(context: Context): readonly Advice[] {
  const columns = floatMoneyIn(context);
  const [first] = columns;
  if (!first) return [];
  const message = `${named(columns)}: floating point cannot hold a tenth. Ten thousand times 0.10 sums to 999.9029 as \`real\`. Keep money as whole cents or as \`numeric\`.`;
  return [{ topic: "money", message, span: first.attribute.span }];
}

const ZONELESS = /^timestamp(\s*\(\d\))?(\s+without\s+time\s+zone)?$/i;

/** `timestamp` of PostgreSQL holds what a clock on some wall showed. In MySQL the same word is a moment. */
function adviseTimeZone(context: Context): readonly Advice[] {
  const { dialect } = context.answer.design;
  if (
    dialect === "mysql" ||
    dialect === "cql" ||
    context.alignment.foreignKeysIndexed ||
    context.store !== "relational"
  )
    return [];
  const columns = columnsWhere(context, ({ type }) => ZONELESS.test((type ?? "").trim()));
  const [first] = columns;
  if (!first) return [];
  const message = `${named(columns)}: a \`timestamp\` without time zone does not say which moment it is. \`timestamptz\` does, at the same size.`;
  return [{ topic: "time-zone", message, span: first.attribute.span }];
}

/** Remarks beside the score, at most one a topic, in the order of the topics. */
export function adviceFor(context: Context): readonly Advice[] {
  return [
    ...(context.store === "relational" ? [...adviseOptionalLinks(context), ...adviseOnDelete(context)] : []),
    ...adviseIds(context),
    ...adviseMoney(context),
    ...adviseTimeZone(context),
  ];
}
