import { type Comparison, type Condition, conditionColumns, type Operand } from "./condition";

/** One comparison in normal form: a subject, an operator, an object. Length tests on text are folded into `<> ''`. */
interface Atom {
  readonly subject: string;
  readonly op: Comparison | "in" | "not in" | "null" | "not null" | "opaque";
  readonly values: readonly string[];
  readonly number: number | null;
  /** True where the object is another column or an expression. */
  readonly relative: boolean;
}

const FLIP: Readonly<Record<Comparison, Comparison>> = {
  ">": "<",
  "<": ">",
  ">=": "<=",
  "<=": ">=",
  "=": "=",
  "<>": "<>",
};
const NEGATE: Readonly<Record<Comparison, Comparison>> = {
  ">": "<=",
  "<": ">=",
  ">=": "<",
  "<=": ">",
  "=": "<>",
  "<>": "=",
};

/** Gives a column's one name, so that two people's words for it compare equal. */
export type ColumnName = (path: string) => string;

function print(operand: Operand, name: ColumnName): string {
  if (operand.kind === "column") return name(operand.path);
  if (operand.kind === "value") return `'${operand.text}'`;
  const args = operand.args.map((arg) => print(arg, name)).join(",");
  return `${operand.name}(${args})`;
}

const LENGTHS = new Set(["length", "char_length", "character_length", "len", "octet_length"]);
const TRIMS = new Set(["trim", "btrim", "ltrim", "rtrim", "lower", "upper"]);

function untrim(operand: Operand): Operand {
  const inner = operand.kind === "call" && TRIMS.has(operand.name) ? operand.args[0] : undefined;
  return inner ? untrim(inner) : operand;
}

/** `length(x) > 0`, `char_length(trim(x)) >= 1` → `x <> ''`. */
function textIsThere(left: Operand, op: Comparison, right: Operand): Operand | null {
  if (left.kind !== "call" || !LENGTHS.has(left.name) || right.kind !== "value" || right.number === null) return null;
  const atLeastOne =
    (op === ">" && right.number >= 0) || (op === ">=" && right.number >= 1) || (op === "<>" && right.number === 0);
  const inner = left.args[0];
  return atLeastOne && inner ? untrim(inner) : null;
}

function compareAtom(left: Operand, op: Comparison, right: Operand, name: ColumnName): Atom {
  const text = textIsThere(left, op, right);
  if (text) return { subject: print(text, name), op: "<>", values: ["''"], number: null, relative: false };
  if (left.kind === "value" && right.kind !== "value") return compareAtom(right, FLIP[op], left, name);
  const relative = right.kind !== "value";
  const [subject, object] = [print(left, name), print(right, name)];
  if (relative && object < subject) return compareOrdered(object, FLIP[op], subject);
  if (relative) return compareOrdered(subject, op, object);
  const plain = right.text === "" ? print(untrim(left), name) : subject;
  return { subject: plain, op, values: [object], number: right.number, relative: false };
}

function compareOrdered(subject: string, op: Comparison, object: string): Atom {
  return { subject, op, values: [object], number: null, relative: true };
}

/** Disjunctions of conjunctions larger than this are not compared by logic. */
const LARGEST = 64;

type Dnf = readonly (readonly Atom[])[];

function opaque(text: string): Dnf {
  return [
    [{ subject: text.replace(/\s+/g, " ").toLowerCase(), op: "opaque", values: [], number: null, relative: false }],
  ];
}

function cross(a: Dnf, b: Dnf): Dnf {
  if (a.length * b.length > LARGEST) return opaque("too large");
  return a.flatMap((left) => b.map((right) => [...left, ...right]));
}

function inAtom(condition: Extract<Condition, { kind: "in" }>, negated: boolean, name: ColumnName): Atom {
  const values = condition.values.map((value) => print(value, name)).toSorted();
  const op = condition.negated !== negated ? "not in" : "in";
  return { subject: print(condition.operand, name), op, values, number: null, relative: false };
}

function toDnf(condition: Condition, negated: boolean, name: ColumnName): Dnf {
  switch (condition.kind) {
    case "compare": {
      const op = negated ? NEGATE[condition.op] : condition.op;
      return [[compareAtom(condition.left, op, condition.right, name)]];
    }
    case "in":
      return [[inAtom(condition, negated, name)]];
    case "null": {
      const op = condition.negated !== negated ? "not null" : "null";
      return [[{ subject: print(condition.operand, name), op, values: [], number: null, relative: false }]];
    }
    case "not":
      return toDnf(condition.part, !negated, name);
    case "and":
    case "or": {
      const parts = condition.parts.map((part) => toDnf(part, negated, name));
      const joined = (condition.kind === "and") === negated;
      if (joined) return parts.flat().length > LARGEST ? opaque("too large") : parts.flat();
      return parts.reduce<Dnf>((all, part) => cross(all, part), [[]]);
    }
    case "opaque":
      return opaque(negated ? `not ${condition.text}` : condition.text);
  }
}

/** For a wanted operator: the operators that give it at the same number or a safer one, and those that need a strictly safer one. */
const BOUNDS: Readonly<
  Partial<Record<Comparison, { up: boolean; same: readonly string[]; strict: readonly string[] }[]>>
> = {
  ">": [{ up: true, same: [">"], strict: [">=", "="] }],
  ">=": [{ up: true, same: [">", ">=", "="], strict: [] }],
  "<": [{ up: false, same: ["<"], strict: ["<=", "="] }],
  "<=": [{ up: false, same: ["<", "<=", "="], strict: [] }],
  "<>": [
    { up: true, same: [">"], strict: [">=", "="] },
    { up: false, same: ["<"], strict: ["<=", "="] },
  ],
};

function numbersImply(a: Atom, b: Atom): boolean {
  const [x, y] = [a.number, b.number];
  if (x === null || y === null) return false;
  const bounds = BOUNDS[b.op as Comparison] ?? [];
  return bounds.some(({ up, same, strict }) => {
    const beyond = up ? x > y : x < y;
    return (same.includes(a.op) && (beyond || x === y)) || (strict.includes(a.op) && beyond);
  });
}

function relativeImplies(a: Atom, b: Atom): boolean {
  if (!a.relative || !b.relative || a.values[0] !== b.values[0]) return false;
  if (b.op === ">=") return a.op === ">" || a.op === "=";
  if (b.op === "<=") return a.op === "<" || a.op === "=";
  return b.op === "<>" && (a.op === ">" || a.op === "<");
}

/** The values that an atom allows, where it allows a list of them. */
function allowed(atom: Atom): readonly string[] | null {
  if (atom.op === "in") return atom.values;
  return atom.op === "=" && !atom.relative ? atom.values : null;
}

function atomImplies(a: Atom, b: Atom): boolean {
  if (a.subject !== b.subject) return false;
  if (a.op === b.op && a.values.join() === b.values.join()) return true;
  if (b.op === "not null") return a.op !== "null" && a.op !== "opaque";
  if (numbersImply(a, b) || relativeImplies(a, b)) return true;
  const values = allowed(a);
  if (!values) return false;
  if (b.op === "in") return values.every((value) => b.values.includes(value));
  if (b.op === "=") return values.length === 1 && values[0] === b.values[0];
  return (b.op === "<>" || b.op === "not in") && !values.some((value) => b.values.includes(value));
}

/**
 * True where `a` being true makes `b` true, as far as comparisons of single columns and pairs of columns show it.
 * Sound, not complete: a false answer may only mean "not shown".
 */
export function implies(a: Condition, b: Condition, nameInA: ColumnName, nameInB: ColumnName = nameInA): boolean {
  const given = toDnf(a, false, nameInA);
  const wanted = toDnf(b, false, nameInB);
  return given.every((every) =>
    wanted.some((all) => all.every((atom) => every.some((have) => atomImplies(have, atom)))),
  );
}

/** True where both conditions speak of the same columns, whatever they say of them. */
export function speakAlike(a: Condition, b: Condition, nameInA: ColumnName, nameInB: ColumnName = nameInA): boolean {
  const left = new Set(conditionColumns(a).map(nameInA));
  const right = new Set(conditionColumns(b).map(nameInB));
  return left.size > 0 && left.size === right.size && [...left].every((column) => right.has(column));
}
