import type { Condition, Operand } from "@/lib/design";

/** A value as a condition sees it: numbers, texts, flags; null for none; `unknown` where nothing can be said. */
export type Value = number | string | boolean | null | typeof UNKNOWN;
export const UNKNOWN = Symbol("unknown");

/** True, false, or null where it cannot be told (or is null itself: PostgreSQL lets such a row in). */
export type Truth = boolean | null;

type Lookup = (path: string) => Value;

function textOf(value: Value): string | null {
  return typeof value === "string" ? value : null;
}

function call(name: string, args: readonly Value[]): Value {
  const [first = UNKNOWN, second = UNKNOWN] = args;
  const text = textOf(first);
  if (typeof first === "number" && typeof second === "number") {
    const done: Readonly<Record<string, number>> = {
      "+": first + second,
      "-": first - second,
      "*": first * second,
      "/": first / second,
      "%": first % second,
    };
    return done[name] ?? UNKNOWN;
  }
  if (name === "abs" && typeof first === "number") return Math.abs(first);
  if (text === null) return UNKNOWN;
  if (/^(char_)?length$/.test(name)) return text.length;
  if (name === "lower") return text.toLowerCase();
  if (name === "upper") return text.toUpperCase();
  return /^b?trim$/.test(name) ? text.trim() : UNKNOWN;
}

function operandValue(operand: Operand, lookup: Lookup): Value {
  if (operand.kind === "column") {
    if (/^(true|false)$/i.test(operand.path)) return /^true$/i.test(operand.path);
    return /^null$/i.test(operand.path) ? null : lookup(operand.path);
  }
  if (operand.kind === "call")
    return call(
      operand.name.toLowerCase(),
      operand.args.map((one) => operandValue(one, lookup)),
    );
  if (operand.number !== null) return operand.number;
  if (/^(true|false)$/i.test(operand.text)) return /^true$/i.test(operand.text);
  return operand.text.replace(/^'|'$/g, "").replaceAll("''", "'");
}

function compare(left: Value, op: string, right: Value): Truth {
  if (left === null || right === null || left === UNKNOWN || right === UNKNOWN) return null;
  if (typeof left !== typeof right) return null;
  switch (op) {
    case "=":
      return left === right;
    case "<>":
      return left !== right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    default:
      return left >= right;
  }
}

const not = (truth: Truth): Truth => (truth === null ? null : !truth);

function all(parts: readonly Truth[]): Truth {
  if (parts.includes(false)) return false;
  return parts.includes(null) ? null : true;
}

/** `email like '%@%'`, `code ~ '^[a-z]+$'`, or a flag alone. */
function opaque(text: string, lookup: Lookup): Truth {
  const [, path = "", negated, pattern] =
    /^\(?"?([\p{L}_][\p{L}\p{N}_]*)"?\s+(not\s+)?i?like\s+'((?:[^']|'')*)'\)?$/iu.exec(text) ?? [];
  if (pattern !== undefined) {
    const value = lookup(path);
    if (typeof value !== "string") return null;
    const escaped = pattern
      .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
      .replaceAll("%", ".*")
      .replaceAll("_", ".");
    const fits = new RegExp(`^${escaped}$`, "is").test(value);
    return negated === undefined ? fits : !fits;
  }
  const [, column = "", expression] =
    /^\(?"?([\p{L}_][\p{L}\p{N}_]*)"?\s*~\*?\s*'((?:[^']|'')*)'\)?$/u.exec(text) ?? [];
  if (expression === undefined) {
    const flag = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text) ? lookup(text) : null;
    return typeof flag === "boolean" ? flag : null;
  }
  const value = lookup(column);
  try {
    return typeof value === "string" ? new RegExp(expression, "u").test(value) : null;
  } catch {
    return null;
  }
}

/** Whether a row keeps a condition, by the values of its columns. */
export function evaluate(condition: Condition, lookup: Lookup): Truth {
  switch (condition.kind) {
    case "compare":
      return compare(operandValue(condition.left, lookup), condition.op, operandValue(condition.right, lookup));
    case "in": {
      const value = operandValue(condition.operand, lookup);
      const found = condition.values.map((one) => compare(value, "=", operandValue(one, lookup)));
      const truth = found.includes(true) ? true : found.includes(null) ? null : false;
      return condition.negated ? not(truth) : truth;
    }
    case "null": {
      const value = operandValue(condition.operand, lookup);
      if (value === UNKNOWN) return null;
      return condition.negated ? value !== null : value === null;
    }
    case "and":
      return all(condition.parts.map((one) => evaluate(one, lookup)));
    case "or":
      return not(all(condition.parts.map((one) => not(evaluate(one, lookup)))));
    case "not":
      return not(evaluate(condition.part, lookup));
    case "opaque":
      return opaque(condition.text, lookup);
  }
}

/** Values that a condition names, which decide whether it holds. */
export function constantsIn(condition: Condition): readonly (number | string)[] {
  const from = (operand: Operand): readonly (number | string)[] => {
    if (operand.kind === "call") return operand.args.flatMap(from);
    if (operand.kind === "column") return [];
    return [operand.number ?? operand.text.replace(/^'|'$/g, "")];
  };
  switch (condition.kind) {
    case "compare":
      return [...from(condition.left), ...from(condition.right)];
    case "in":
      return condition.values.flatMap(from);
    case "null":
    case "opaque":
      return [];
    case "not":
      return constantsIn(condition.part);
    default:
      return condition.parts.flatMap(constantsIn);
  }
}
