import type { Span } from "@/lib/diagnostics";
import type { Problems } from "../problems";
import { short } from "../problems";
import { type Cursor, inside, isSymbol, part, peek, sourceOf, spanOf, splitCommas, type Token } from "./token";

/** One setting: `pk`, `not null`, `default: 5`, `ref: > users.id`. */
export interface Setting {
  /** In lower case, words one space apart. */
  readonly name: string;
  readonly value: Cursor | null;
  readonly span: Span;
}

function settingOf(range: Cursor): Setting {
  const from = range.at;
  let colon = from;
  while (colon < range.end && !isSymbol(range.tokens[colon], ":")) colon++;
  const words = range.tokens.slice(from, colon).map((token) => token.text.toLowerCase());
  const value = colon < range.end ? part(range, colon + 1, range.end) : null;
  return { name: words.join(" "), value, span: spanOf(range, from, range.end) };
}

/** The settings in the brackets at the cursor; none where no bracket stands. */
export function readSettings(cursor: Cursor): readonly Setting[] {
  const settings: Setting[] = [];
  while (isSymbol(peek(cursor), "[")) settings.push(...splitCommas(inside(cursor)).map(settingOf));
  return settings;
}

/** A value as SQL writes it: text in quotes, an expression as it stands. */
export function literalOf(value: Cursor): string {
  const only = value.end - value.at === 1 ? peek(value) : null;
  if (only?.kind === "string") return `'${only.text.replaceAll("'", "''")}'`;
  if (only?.kind === "code") return only.text.trim();
  return sourceOf(value, value.at, value.end);
}

/** What stands between backticks or quotes, else the words themselves. */
export function expressionOf(value: Cursor): string {
  const only = value.end - value.at === 1 ? peek(value) : null;
  if (only && only.kind !== "word") return only.text.trim();
  return sourceOf(value, value.at, value.end);
}

export function reportSetting(setting: Setting, legal: readonly string[], problems: Problems): void {
  const message = `“${short(setting.name)}” is no setting that is known here. Known ones: ${legal.join(", ")}.`;
  problems.unknown("error", setting.span, setting.name, legal, message);
}

/** What is left of a line behind what was understood. */
export function reportRest(cursor: Cursor, problems: Problems): void {
  if (cursor.at >= cursor.end) return;
  const words = short(sourceOf(cursor, cursor.at, Math.min(cursor.end, cursor.at + 12)));
  problems.report("error", spanOf(cursor, cursor.at, cursor.end), `“${words}” is not understood here.`);
  cursor.at = cursor.end;
}

export { type Token };
