import { conditionColumns, parseCondition, remembered } from "@/lib/design";

/** One condition of a step: equal to a parameter, equal to a constant, or among what an earlier step found. */
export type Given =
  | { readonly kind: "parameter"; readonly column: string }
  | { readonly kind: "constant"; readonly column: string; readonly value: string }
  | { readonly kind: "among"; readonly column: string; readonly entity: string; readonly of: string };

export interface Range {
  readonly column: string;
  readonly comparison: "<" | "<=" | ">" | ">=";
  /** The parameter's name (`t`). */
  readonly parameter: string;
}

export interface Order {
  readonly column: string;
  readonly direction: "asc" | "desc";
}

const NAME = "[a-z][a-z0-9_]*";
const PARAMETER = new RegExp(`^(${NAME})$`);
const CONSTANT = new RegExp(`^(${NAME})\\s*=\\s*'?([^'=<>]+?)'?$`);
const AMONG = new RegExp(`^(${NAME})\\s+in\\s+(${NAME})\\.(${NAME})$`);
const RANGE = new RegExp(`^(${NAME})\\s*(<=|>=|<|>)\\s*(${NAME})$`);
const ORDER = new RegExp(`^(${NAME})(?:\\s+(asc|desc))?$`);

/** `auction`, `status = open`, `author in follow.followee`; null where it is none of these. */
export const readGiven = remembered((text): Given | null => {
  const source = text.trim();
  const [, column = "", second = "", third = ""] =
    AMONG.exec(source) ?? CONSTANT.exec(source) ?? PARAMETER.exec(source) ?? [];
  if (column === "") return null;
  if (third !== "") return { kind: "among", column, entity: second, of: third };
  return second === "" ? { kind: "parameter", column } : { kind: "constant", column, value: second };
});

/** `ends_at < t`; null where it is no range. */
export const readRange = remembered((text): Range | null => {
  const [, column = "", comparison, parameter = ""] = RANGE.exec(text.trim()) ?? [];
  if (comparison !== "<" && comparison !== "<=" && comparison !== ">" && comparison !== ">=") return null;
  return { column, comparison, parameter };
});

/** `amount desc`; ascending where nothing is said; null where it is no order. */
export const readOrder = remembered((text): Order | null => {
  const [, column = "", direction] = ORDER.exec(text.trim()) ?? [];
  return column === "" ? null : { column, direction: direction === "desc" ? "desc" : "asc" };
});

/** The column names that a condition speaks of (`ends_at > starts_at`), each once; null where it cannot be read. */
export const columnsInCondition = remembered((text): readonly string[] | null => {
  const condition = parseCondition(text);
  return condition.kind === "opaque" ? null : [...new Set(conditionColumns(condition))];
});

/** As `columnsInCondition`, for a scenario that was checked: none where it cannot be read. */
export function namesInCondition(text: string): readonly string[] {
  return columnsInCondition(text) ?? [];
}
