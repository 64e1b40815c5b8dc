import { short } from "../problems";
import type { Schema } from "./draft";
import { readEnd, readSign } from "./names";
import { expressionOf, readSettings, reportRest, reportSetting } from "./settings";
import { type Cursor, inside, isSymbol, part, peek, sourceOf, spanOf, splitLines } from "./token";

const LEGAL = ["delete:", "update:", "name:", "color:"];

/** `a.b > c.d [delete: cascade]`. */
function readRelation(cursor: Cursor, schema: Schema): void {
  const from = cursor.at;
  const left = readEnd(cursor);
  const sign = left ? readSign(cursor) : null;
  const right = sign ? readEnd(cursor) : null;
  if (!left || !sign || !right) {
    const words = short(sourceOf(cursor, from, cursor.end));
    const message = `“${words}” is not understood. Write \`Ref: posts.user_id > users.id\`.`;
    schema.problems.report("error", spanOf(cursor, from, cursor.end), message);
    return;
  }
  let onDelete: string | null = null;
  for (const setting of readSettings(cursor)) {
    if (setting.name === "delete" && setting.value) onDelete = expressionOf(setting.value).toLowerCase();
    else if (!["delete", "update", "name", "color", "note"].includes(setting.name))
      reportSetting(setting, LEGAL, schema.problems);
  }
  schema.relations.push({ left, right, sign, onDelete, span: spanOf(cursor, from, cursor.at) });
  reportRest(cursor, schema.problems);
}

/** `Ref name: a.b > c.d`, `Ref { … }`. */
export function readRelations(cursor: Cursor, schema: Schema): void {
  const from = cursor.at;
  cursor.at++;
  while (cursor.at < cursor.end && !isSymbol(peek(cursor), ":", "{", "[")) cursor.at++;
  readSettings(cursor);
  if (isSymbol(peek(cursor), "{")) {
    for (const line of splitLines(inside(cursor))) readRelation(line, schema);
  } else if (isSymbol(peek(cursor), ":")) readRelation(part(cursor, cursor.at + 1, cursor.end), schema);
  else {
    const span = spanOf(cursor, from, cursor.end);
    schema.problems.report("error", span, "Say what points at what: `Ref: posts.user_id > users.id`.");
    return;
  }
  if (!isSymbol(peek(cursor), ":")) reportRest(cursor, schema.problems);
}
