import { sqlText } from "./names";
import type { SqlType } from "./types";

const CAST = /^((?:'(?:[^']|'')*')|-?\d+(?:\.\d+)?)\s*::\s*[\w ."()]+(?:\[\])?$/;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const FITS: Readonly<Record<SqlType["family"], (text: string, type: SqlType) => boolean>> = {
  text: (text, { text: type }) => text.length <= Number(/\((\d+)\)/.exec(type)?.[1] ?? Number.POSITIVE_INFINITY),
  enum: (text, { values }) => values.includes(text),
  number: (text) => /^-?\d{1,4}(\.\d{1,2})?$/.test(text),
  boolean: (text) => /^(true|false|t|f|yes|no|on|off|0|1)$/i.test(text),
  time: (text, { text: type }) =>
    /^date|^timestamp/.test(type) ? /^\d{4}-(0\d|1[0-2])-([01]\d|2[0-8])$/.test(text) : false,
  uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
  json: isJson,
  other: () => false,
};

/** A value in quotes, where the type takes it. */
function literal(text: string, type: SqlType): string | null {
  if (type.list) return text === "{}" ? sqlText(text) : null;
  return FITS[type.family](text, type) ? sqlText(text) : null;
}

function number(text: string, { family, list }: SqlType): string | null {
  if (list) return null;
  if (family === "number")
    return FITS.number(text, { text: "", family, values: [], list }) || /^-?\d{1,9}$/.test(text) ? text : null;
  if (family === "boolean") return text === "0" ? "false" : text === "1" ? "true" : null;
  return family === "text" ? sqlText(text) : null;
}

/** By what the words look like: what PostgreSQL takes for a column of this type, or null. */
const FORMS: readonly (readonly [RegExp, (bare: string, type: SqlType) => string | null])[] = [
  [/^-?(\d+(\.\d+)?|\.\d+)$/, number],
  [/^(current_timestamp|localtimestamp)$/i, (bare, { family }) => (family === "time" ? bare : null)],
  [
    /^(now|current_timestamp|getdate)\s*\(\s*\d?\s*\)$|^sysdate$/i,
    (_, { family }) => (family === "time" ? "now()" : null),
  ],
  [/^current_date$/i, (bare, { family, text }) => (family === "time" && !/^time(tz)?\b/.test(text) ? bare : null)],
  [
    /^(gen_random_uuid|uuid_generate_v\d|uuid|newid|uuidv[47])\s*\(\s*\)$/i,
    (_, { family }) => (family === "uuid" ? "gen_random_uuid()" : null),
  ],
  [/^(true|false)$/i, (bare, { family }) => (family === "boolean" ? bare.toLowerCase() : null)],
  [/^[\p{L}_][\p{L}\p{N}_-]*$/u, literal],
];

/** A default as PostgreSQL takes it, or null where it would not. */
export function sqlDefault(value: string, type: SqlType): string | null {
  const bare = CAST.exec(value.trim())?.[1] ?? value.trim().replace(/^\((.*)\)$/s, "$1");
  if (/^null$/i.test(bare)) return "null";
  const quoted = /^'((?:[^']|'')*)'$/.exec(bare) ?? /^"([^"]*)"$/.exec(bare);
  if (quoted) return literal((quoted[1] ?? "").replaceAll("''", "'"), type);
  if (type.list) return /^array\[\]/i.test(bare) ? "'{}'" : null;
  return FORMS.find(([pattern]) => pattern.test(bare))?.[1](bare, type) ?? null;
}
