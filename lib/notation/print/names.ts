import { isKeyword } from "../shorthand/words";

const SIMPLE = /^[\p{L}\p{N}_$][\p{L}\p{N}\p{M}_$]*$/u;

/** A name as the shorthand reads it back: bare where it can be, else in double quotes. */
export function printName(name: string): string {
  const flat = name.replace(/[\r\n]+/g, " ");
  return SIMPLE.test(flat) && !isKeyword(flat) ? flat : `"${flat.replaceAll('"', '""')}"`;
}

/** A dotted path, each step a name. */
export function printPath(path: string): string {
  const steps = path.split(".");
  return steps.includes("") ? printName(path) : steps.map(printName).join(".");
}

/** A column of a list: a path, or an expression (`lower(email)`) as it stands. */
export function printColumn(path: string): string {
  return /^[A-Za-z_]\w*\(.*\)$/.test(path) && isBalanced(path) ? path : printPath(path);
}

export function printColumns(paths: readonly string[]): string {
  return `(${paths.map(printColumn).join(", ")})`;
}

/** One call around all of it; text in quotes could hold brackets of its own and is left to the quoted form. */
function isBalanced(text: string): boolean {
  if (/["'`#;[\]{}]|--|\/\//.test(text)) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "(") depth++;
    if (text[at] === ")" && --depth === 0 && at < text.length - 1) return false;
  }
  return depth === 0;
}
