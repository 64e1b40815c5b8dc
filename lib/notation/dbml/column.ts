import { anAttribute } from "@/lib/design";
import { short } from "../problems";
import type { AttributeDraft, DbmlTable, Schema } from "./draft";
import { readEnd, readSign } from "./names";
import { expressionOf, literalOf, readSettings, reportRest, reportSetting, type Setting } from "./settings";
import { after, type Cursor, isName, isSymbol, isWord, peek, sourceOf, spanOf } from "./token";

/** Where a column's settings land. */
interface Subject {
  readonly table: DbmlTable;
  readonly attribute: AttributeDraft;
  readonly schema: Schema;
}

const OLD_WORDS = ["pk", "unique", "primary"];

/** `decimal(10, 2)`, `core.status`, `"double precision"`, `timestamp with time zone`. */
function takeType(cursor: Cursor): void {
  const from = cursor.at;
  while (cursor.at < cursor.end) {
    const token = peek(cursor);
    const later = cursor.at > from;
    if (isName(token) && !(later && isWord(token, ...OLD_WORDS))) cursor.at++;
    else if (later && isSymbol(token, ".")) cursor.at++;
    else if (later && isSymbol(token, "(")) cursor.at = after(cursor, cursor.at);
    else return;
  }
}

function readType(cursor: Cursor, { table, attribute }: Subject): void {
  const from = cursor.at;
  takeType(cursor);
  if (cursor.at === from) return;
  const only = cursor.at === from + 1 ? cursor.tokens[from] : null;
  const written = only?.kind === "quoted" ? only.text : sourceOf(cursor, from, cursor.at);
  const bare = written.replace(/(\[\s*\d*\s*\])+$/, "");
  attribute.type = bare;
  if (bare !== written) attribute.shape = "list";
  table.types.set(attribute, spanOf(cursor, from, cursor.at));
  readLengths(cursor, attribute);
}

/** `int[]` and `int[3]`, which touch the type; settings stand apart or hold words. */
function readLengths(cursor: Cursor, attribute: AttributeDraft): void {
  while (isSymbol(peek(cursor), "[")) {
    const length = peek(cursor, 1);
    const empty = isSymbol(length, "]");
    const sized = /^\d+$/.test(length?.text ?? "") && isSymbol(peek(cursor, 2), "]");
    if (!empty && !sized) return;
    attribute.shape = "list";
    cursor.at = after(cursor, cursor.at);
  }
}

/** DBML has no setting for a copy: a note says it, `copy of users.username`. */
function copyIn(note: string): AttributeDraft["copyOf"] {
  const [, table = "", column = ""] =
    /(?:^|[;,.(]\s*)copy of\s+"?([\p{L}\p{N}_]+)"?\.([\p{L}\p{N}_.]*[\p{L}\p{N}_])/iu.exec(note) ?? [];
  return column === "" ? null : { table, column };
}

type Apply = (subject: Subject, setting: Setting) => void;

/** `unique` stands for itself, so the attribute's place is what it says. */
const APPLY: Readonly<Record<string, Apply>> = {
  pk: ({ table, attribute }, { span }) => {
    table.primary.push({ path: attribute.name.text, span });
  },
  unique: ({ table, attribute }, { span }) => {
    table.draft.keys.push({ kind: "key", primary: false, columns: [attribute.name.text], span });
  },
  "not null": ({ attribute }) => {
    attribute.notNull = true;
  },
  null: ({ attribute }) => {
    attribute.notNull = false;
  },
  increment: () => undefined,
  note: ({ attribute }, { value }) => {
    if (value && value.at < value.end) attribute.copyOf = copyIn(expressionOf(value)) ?? attribute.copyOf;
  },
  default: ({ attribute, schema }, { value, span }) => {
    if (value && value.at < value.end) attribute.default = literalOf(value);
    else schema.problems.report("error", span, "Say the value: `default: 0`, `default: 'open'` or `default: `now()``.");
  },
  check: ({ table, schema }, { value, span }) => {
    if (value && value.at < value.end)
      table.draft.checks.push({ kind: "check", expression: expressionOf(value), span });
    else schema.problems.report("error", span, "Say the condition between backticks: check: `amount > 0`.");
  },
  ref: (subject, setting) => readReference(subject, setting),
};
const LEGAL = ["pk", "primary key", "unique", "not null", "null", "increment", "default:", "note:", "check:", "ref: >"];
const SAME: Readonly<Record<string, string>> = {
  "primary key": "pk",
  primary: "pk",
  "auto increment": "increment",
  autoincrement: "increment",
  required: "not null",
  nullable: "null",
};

function readReference({ table, attribute, schema }: Subject, { value, span }: Setting): void {
  const sign = value && readSign(value);
  const end = value && sign ? readEnd(value) : null;
  if (!sign || !end) {
    schema.problems.report("error", span, "Say what this points at: `ref: > users.id`.");
    return;
  }
  const own = { kind: "word" as const, spaced: false, first: false, match: -1, ...attribute.name.span };
  const left = { table: table.name, columns: [{ ...own, text: attribute.name.text }] };
  schema.relations.push({ left, right: end, sign, onDelete: null, span });
}

function apply(subject: Subject, setting: Setting): void {
  const word = SAME[setting.name] ?? (setting.name.startsWith("ref ") ? "ref" : setting.name);
  const known = Object.hasOwn(APPLY, word) ? APPLY[word] : undefined;
  if (known) known(subject, setting);
  else reportSetting(setting, LEGAL, subject.schema.problems);
}

/** `name type [settings]`; a bad setting spoils itself alone. */
export function readColumn(cursor: Cursor, table: DbmlTable, schema: Schema): void {
  const from = cursor.at;
  const name = peek(cursor);
  if (!isName(name)) {
    const words = short(sourceOf(cursor, from, cursor.end));
    const message = `“${words}” is not understood. A column is \`name type [settings]\`.`;
    schema.problems.report("error", spanOf(cursor, from, cursor.end), message);
    return;
  }
  cursor.at++;
  const span = spanOf(cursor, from, cursor.end);
  const named = anAttribute({ text: name.text, span: { start: name.start, end: name.end } }, { span });
  const attribute: AttributeDraft = { ...named, attributes: [] };
  const subject: Subject = { table, attribute, schema };
  readType(cursor, subject);
  table.draft.attributes.push(attribute);
  while (isWord(peek(cursor), ...OLD_WORDS)) readOldWord(cursor, subject);
  for (const setting of readSettings(cursor)) apply(subject, setting);
  reportRest(cursor, schema.problems);
}

/** `id int pk`, as early DBML had it. */
function readOldWord(cursor: Cursor, subject: Subject): void {
  const from = cursor.at;
  const word = peek(cursor)?.text.toLowerCase() ?? "";
  cursor.at += word === "primary" && isWord(peek(cursor, 1), "key") ? 2 : 1;
  apply(subject, { name: word, value: null, span: spanOf(cursor, from, cursor.at) });
}
