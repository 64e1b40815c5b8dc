import { type Attribute, type Design, findAttribute, findTable, primaryKeyOf, type Table } from "@/lib/design";

/** What values of a type can be compared with. */
export type Family = "number" | "text" | "boolean" | "time" | "uuid" | "json" | "enum" | "other";

export interface SqlType {
  /** As `CREATE TABLE` writes it; of an enum the name of its type. */
  readonly text: string;
  readonly family: Family;
  readonly values: readonly string[];
  readonly list: boolean;
}

const TYPES: readonly (readonly [RegExp, string | null, Family])[] = [
  [/^(small|big)?serial[248]?$/, null, "number"],
  [/^(smallint|integer|int|bigint|int[248]|real|double precision|float[48]?|money|oid)$/, null, "number"],
  [/^(float|(numeric|decimal)(\s*\(\s*[1-9]\d{0,2}\s*(,\s*\d{1,2}\s*)?\))?)$/, null, "number"],
  [/^(tinyint|year|mediumint|short)\b/, "integer", "number"],
  [/^(bigint|long|int64|unsigned big int)\b/, "bigint", "number"],
  [/^(smallint|int2)\b/, "smallint", "number"],
  [/^(int|integer|int32|int4)\b/, "integer", "number"],
  [/^(number|numeric|decimal|dec|fixed)\b/, "numeric", "number"],
  [/^(double|float|real)\b/, "double precision", "number"],
  [/^(text|name)$/, null, "text"],
  [/^(varchar|character varying|char|character)\s*\(\s*[1-9]\d{0,6}\s*\)$/, null, "text"],
  [/^(varchar|character varying)$/, null, "text"],
  [
    /^(string|str|clob|citext|(tiny|medium|long)text|n?text|n?varchar2?|n?char|character|varchar|email|url|ulid|cuid|nanoid|ksuid)\b/,
    "text",
    "text",
  ],
  [/^(objectid|object_id|objectid\(\))$/, "text", "text"],
  [/^(timestamptz|timestamp|timestamp with(out)? time zone|date|time|timetz|time with(out)? time zone)$/, null, "time"],
  [/^(timestamp|timestamptz|time|timetz)\s*\([0-6]\)( with(out)? time zone)?$/, null, "time"],
  [/^(datetime2?|datetimeoffset|smalldatetime|timestamp|instant)\b/, "timestamptz", "time"],
  [/^(uuid)$/, null, "uuid"],
  [/^(guid|uniqueidentifier|timeuuid)\b/, "uuid", "uuid"],
  [/^(boolean|bool)$/, null, "boolean"],
  [/^(bit\(1\))$/, "boolean", "boolean"],
  [/^jsonb$/, null, "json"],
  [/^(json|map|object|document|dict|hash)\b/, "jsonb", "json"],
  [
    /^(bytea|inet|cidr|macaddr|interval|point|tsvector|xml|daterange|tstzrange|tsrange|int4range|int8range|numrange|bit varying|box|circle|polygon)$/,
    null,
    "other",
  ],
  [/^(blob|binary|varbinary|bytes|image|(tiny|medium|long)blob)\b/, "bytea", "other"],
];

const ENUM = /^enum\s*\(([\s\S]*)\)$/i;

function enumValues(type: string): readonly string[] | null {
  const list = ENUM.exec(type)?.[1];
  if (list === undefined) return null;
  const values = [...list.matchAll(/'((?:[^']|'')*)'|"([^"]*)"|([\p{L}\p{N}_-]+)/gu)].map(
    ([, single, double, bare]) => single?.replaceAll("''", "'") ?? double ?? bare ?? "",
  );
  return values.length > 0 ? [...new Set(values)] : null;
}

function plain(text: string, family: Family): SqlType {
  return { text, family, values: [], list: false };
}

/** A type as people write it, as PostgreSQL knows it; text where it knows nothing like it. */
function knownType(written: string): SqlType {
  const values = enumValues(written);
  if (values) return { text: "", family: "enum", values, list: false };
  const word = written
    .trim()
    .replace(/\s+/g, " ")
    .replace(/ (unsigned|zerofill|signed)\b/gi, "")
    .toLowerCase();
  const found = TYPES.find(([pattern]) => pattern.test(word));
  return found ? plain(found[1] ?? word, found[2]) : plain("text", "text");
}

const NUMBERS =
  /^(amount|price|fare|balance|cost|fee|tax|tip|score|rating|rate|lat|lng|lon|latitude|longitude|percent|weight|discount|salary|value)$/;
const COUNTS =
  /^(count|total|quantity|qty|number|size|length|width|height|age|year|position|rank|level|version|seats?|stock|views?|likes?|attempts?|capacity|duration|seconds|minutes|hours|days|priority|cents|row)$/;
const FLAGS =
  /^(is|has|can|was|should|allow)(_|[A-Z])|^(active|enabled|deleted|verified|archived|read|public|done|paid)$/;

/** The type that a column's name speaks of: `created_at`, `unit_price`, `view_count`, `is_open`, `user_id`. */
function typeByName(name: string): SqlType {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  const last = words.at(-1) ?? "";
  if (FLAGS.test(name)) return plain("boolean", "boolean");
  if (last === "uuid" || last === "guid") return plain("uuid", "uuid");
  if (last === "at" || /^(timestamp|datetime|time)$/.test(last)) return plain("timestamptz", "time");
  if (last === "on" || last === "date" || last === "birthday" || last === "day") return plain("date", "time");
  if (last === "id" || /^id$/.test(last)) return plain("bigint", "number");
  if (NUMBERS.test(last)) return plain("numeric", "number");
  if (COUNTS.test(last)) return plain("integer", "number");
  return plain("text", "text");
}

/** A column that a check or a default compares with a number is one. */
function typeByUse(attribute: Attribute, table: Table): SqlType | null {
  const { default: value, name } = attribute;
  if (value !== null && /^(true|false)$/i.test(value)) return plain("boolean", "boolean");
  if (value !== null && /^(now|current_timestamp|localtimestamp)\b/i.test(value)) return plain("timestamptz", "time");
  if (value !== null && /^gen_random_uuid\(\)$|^uuid_generate_v\d\(\)$/i.test(value)) return plain("uuid", "uuid");
  if (value !== null && /^-?\d+$/.test(value)) return plain("integer", "number");
  if (value !== null && /^-?\d*\.\d+$/.test(value)) return plain("numeric", "number");
  const own = name.text.replace(/[^\p{L}\p{N}_]/gu, ".");
  const compared = new RegExp(`(^|[^\\w'"])${own}\\s*(>=|<=|<>|!=|=|>|<)\\s*-?\\d`, "iu");
  const checked = table.checks.some(({ expression }) => compared.test(expression));
  return checked ? plain("numeric", "number") : null;
}

/** The column that a column points at. */
function pointedAt(design: Design, table: Table, name: string): { table: Table; attribute: Attribute } | null {
  for (const { columns, target } of table.references) {
    const place = columns.findIndex((column) => findAttribute(table, column)?.name.text === name);
    const other = place === -1 ? null : findTable(design, target.table);
    if (!other) continue;
    const named = target.columns.length > 0 ? target.columns : (primaryKeyOf(other)?.columns ?? []);
    const attribute = findAttribute(other, named[place] ?? "");
    if (attribute && !(other === table && attribute.name.text === name)) return { table: other, attribute };
  }
  return null;
}

/** Longer chains of references are cycles. */
const LONGEST = 12;
const SERIAL: Readonly<Record<string, string>> = {
  serial: "integer",
  bigserial: "bigint",
  smallserial: "smallint",
  serial4: "integer",
  serial8: "bigint",
  serial2: "smallint",
};

/** The type of a column in PostgreSQL: what was written, else what it points at, what it is compared with, what its name says. */
export function typeOf(design: Design, table: Table, attribute: Attribute, depth = 0): SqlType {
  if (attribute.shape === "object" || attribute.shape === "objects") return plain("jsonb", "json");
  const list = attribute.shape === "list";
  const written = attribute.type === null ? null : knownType(attribute.type);
  // A list of serials is no type.
  if (written) return list ? { ...written, text: SERIAL[written.text] ?? written.text, list } : written;
  const target = depth < LONGEST && !list ? pointedAt(design, table, attribute.name.text) : null;
  if (target) {
    const found = typeOf(design, target.table, target.attribute, depth + 1);
    return { ...found, text: SERIAL[found.text] ?? found.text };
  }
  return { ...(typeByUse(attribute, table) ?? typeByName(attribute.name.text)), list };
}
