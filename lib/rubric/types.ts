/** Families of column types whose values can be compared as a key and its reference. */
const FAMILIES: readonly (readonly [string, RegExp])[] = [
  ["uuid", /^(uuid|guid|uniqueidentifier|ulid)\b/i],
  [
    "number",
    /^(tiny|small|medium|big)?(int|integer|serial)\d*\b|^(int2|int4|int8|bigserial|smallserial|number|numeric|decimal)\b/i,
  ],
  ["text", /^(n?var)?char\b|^(character|varchar2|nvarchar|text|string|citext|tinytext|mediumtext|longtext)\b/i],
  ["time", /^(timestamp|timestamptz|datetime|date|time)\b/i],
  ["flag", /^(bool|boolean|bit)\b/i],
  ["bytes", /^(bytea|blob|binary|varbinary)\b/i],
];

/** `bigint` → `number`; null where the type is not one of the common ones. */
export function typeFamily(type: string): string | null {
  return FAMILIES.find(([, pattern]) => pattern.test(type.trim()))?.[0] ?? null;
}
