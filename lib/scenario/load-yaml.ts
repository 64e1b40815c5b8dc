import { isCollection, isMap, isNode, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { z } from "zod";
import type { Problem } from "./problem";

/** A problem with its place, ready to print: `file:line:column message`. */
export interface FileProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly message: string;
}

export interface YamlFile<T> {
  /** Null where the text is not what the schema asks for. */
  readonly value: T | null;
  readonly problems: readonly FileProblem[];
  /** Gives a problem of the data its place in the file. */
  readonly place: (problem: Problem) => FileProblem;
}

type Path = readonly PropertyKey[];

function keyOf(node: unknown): string {
  return isScalar(node) ? String(node.value) : String(node);
}

/** The node to point at: a scalar itself; the key of a list or map, which begins a line earlier; the nearest one above
 * where the path leads to nothing. */
function nodeAt(root: unknown, path: Path): Node | null {
  let value: unknown = root;
  let shown: unknown = root;
  for (const step of path) {
    if (isMap(value)) {
      const pair = value.items.find((item) => isPair(item) && keyOf(item.key) === String(step));
      if (!pair) break;
      value = pair.value;
      shown = isCollection(value) || !isNode(value) ? pair.key : value;
    } else if (isSeq(value) && isNode(value.items[Number(step)])) {
      value = value.items[Number(step)];
      shown = value;
    } else break;
  }
  return isNode(shown) ? shown : null;
}

/** An unknown key is told once for each key, at the key. */
function problemsOf(issues: readonly z.core.$ZodIssue[]): readonly { readonly path: Path; readonly message: string }[] {
  return issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ path: [...issue.path, key], message: `Unknown key '${key}'.` }))
      : [{ path: issue.path, message: `${where(issue.path)}${issue.message}` }],
  );
}

function where(path: Path): string {
  return path.length === 0 ? "" : `${path.map(String).join(".")}: `;
}

/** Reads YAML and checks its shape; every problem carries its line and column. Never throws. */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): YamlFile<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const told = (offset: number, message: string): FileProblem => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), message };
  };
  const tellAt = (path: Path, message: string) => told(nodeAt(document.contents, path)?.range?.[0] ?? 0, message);
  const place = ({ path, message }: Problem) => tellAt(path, message);

  const syntax = [...document.errors, ...document.warnings].map((error) => told(error.pos[0], error.message));
  if (syntax.length > 0) return { value: null, problems: syntax, place };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, problems: [], place };
  return { value: null, problems: problemsOf(parsed.error.issues).map((one) => tellAt(one.path, one.message)), place };
}
