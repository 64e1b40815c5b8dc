/** Renames in a sheet of `content/`: its tables begin a line, its statements name their table. */

function word(name: string): RegExp {
  return new RegExp(`(?<!\\w)${name}(?!\\w)`, "g");
}

export function renameTable(text: string, from: string, to: string): string {
  return text
    .split("\n")
    .map((line) => (/^because:/.test(line) ? line : line.replace(word(from), to)))
    .join("\n");
}

/** The table that each line speaks of: the one it defines, goes on with, or names in a statement. */
function tableOfLine(line: string, before: string): string {
  const defined = /^(\w+):\s/.exec(line)?.[1];
  const named = /^(?:unique index|unique|index|check|PK) (\w+)\(/.exec(line)?.[1];
  return defined ?? named ?? (/^\s+\S/.test(line) ? before : "");
}

/** Renames a column of one table, wherever it is named: in the table, its statements, decisions and references to it. */
export function renameColumn(text: string, table: string, from: string, to: string): string {
  const qualified = new RegExp(`(?<!\\w)${table}\\.${from}(?!\\w)`, "g");
  const target = new RegExp(`(?<!\\.)${word(from).source}`, "g");
  let current = "";
  return text
    .split("\n")
    .map((line) => {
      current = tableOfLine(line, current);
      return (current === table ? line.replace(target, to) : line).replace(qualified, `${table}.${to}`);
    })
    .join("\n");
}
