import { remembered } from "./remembered";

/**
 * Conditions as people write them in checks and partial indexes: comparisons, `in`, `between`, `is null`, `and`, `or`, `not`.
 * Anything else becomes `opaque` and is compared by its text alone.
 */
export type Comparison = ">" | ">=" | "<" | "<=" | "=" | "<>";

export type Operand =
  | { readonly kind: "column"; readonly path: string }
  | { readonly kind: "value"; readonly text: string; readonly number: number | null }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Operand[] };

export type Condition =
  | { readonly kind: "compare"; readonly left: Operand; readonly op: Comparison; readonly right: Operand }
  | { readonly kind: "in"; readonly operand: Operand; readonly values: readonly Operand[]; readonly negated: boolean }
  | { readonly kind: "null"; readonly operand: Operand; readonly negated: boolean }
  | { readonly kind: "and" | "or"; readonly parts: readonly Condition[] }
  | { readonly kind: "not"; readonly part: Condition }
  | { readonly kind: "opaque"; readonly text: string };

interface Token {
  readonly kind: "word" | "number" | "string" | "op" | "end";
  readonly text: string;
}

const TOKEN =
  /\s+|(?<string>'(?:[^']|'')*')|(?<quoted>"[^"]*"|`[^`]*`|\[[^\]]*\])|(?<number>\d+(?:\.\d+)?)|(?<word>[\p{L}_][\p{L}\p{N}_$]*(?:\.[\p{L}_][\p{L}\p{N}_$]*)*)|(?<op>::|<=|>=|<>|!=|==|[-+*/%()<>=,.])|(?<other>.)/gsuy;

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { groups } of text.matchAll(TOKEN)) {
    if (!groups) continue;
    if (groups.string !== undefined)
      tokens.push({ kind: "string", text: groups.string.slice(1, -1).replaceAll("''", "'") });
    else if (groups.quoted !== undefined) tokens.push({ kind: "word", text: groups.quoted.slice(1, -1) });
    else if (groups.number !== undefined) tokens.push({ kind: "number", text: groups.number });
    else if (groups.word !== undefined) tokens.push({ kind: "word", text: groups.word });
    else if (groups.op !== undefined) tokens.push({ kind: "op", text: groups.op });
    else if (groups.other !== undefined) tokens.push({ kind: "op", text: groups.other });
  }
  return tokens;
}

class NotUnderstood extends Error {}

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  ">": ">",
  ">=": ">=",
  "≥": ">=",
  "<": "<",
  "<=": "<=",
  "≤": "<=",
  "=": "=",
  "==": "=",
  "<>": "<>",
  "!=": "<>",
  "≠": "<>",
};

/** Terms read, retries included, after which a text is not a condition that a person wrote. Keeps reading linear. */
const MOST_TERMS = 1000;

class Reader {
  private at = 0;
  private terms = 0;
  constructor(private readonly tokens: readonly Token[]) {}

  get done(): boolean {
    return this.at >= this.tokens.length;
  }

  private peek(): Token {
    return this.tokens[this.at] ?? { kind: "end", text: "" };
  }

  private isWord(...words: string[]): boolean {
    const token = this.peek();
    return token.kind === "word" && words.includes(token.text.toLowerCase());
  }

  private takeWord(...words: string[]): boolean {
    if (!this.isWord(...words)) return false;
    this.at += 1;
    return true;
  }

  private takeOp(text: string): boolean {
    const token = this.peek();
    if (token.kind !== "op" || token.text !== text) return false;
    this.at += 1;
    return true;
  }

  private need(taken: boolean): void {
    if (!taken) throw new NotUnderstood();
  }

  private spend(): void {
    this.terms += 1;
    if (this.terms > MOST_TERMS) throw new NotUnderstood();
  }

  /** True where what was in brackets is an operand of what follows: `(a + b) > 0`. */
  private goesOn(): boolean {
    const { kind, text } = this.peek();
    return kind === "op" ? text !== ")" && text !== "," : this.isWord("is", "in", "between", "not", "like");
  }

  or(): Condition {
    const parts = [this.and()];
    while (this.takeWord("or")) parts.push(this.and());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: "or", parts };
  }

  private and(): Condition {
    const parts = [this.unary()];
    while (this.takeWord("and")) parts.push(this.unary());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: "and", parts };
  }

  private unary(): Condition {
    this.spend();
    return this.takeWord("not") ? { kind: "not", part: this.unary() } : this.primary();
  }

  private primary(): Condition {
    const start = this.at;
    if (this.takeOp("(")) {
      try {
        const inner = this.or();
        this.need(this.takeOp(")") && !this.goesOn());
        return inner;
      } catch (error) {
        if (!(error instanceof NotUnderstood)) throw error;
        this.at = start;
      }
    }
    return this.predicate(this.operand());
  }

  private predicate(left: Operand): Condition {
    const op = COMPARISONS[this.peek().kind === "op" ? this.peek().text : ""];
    if (op) {
      this.at += 1;
      return { kind: "compare", left, op, right: this.operand() };
    }
    if (this.takeWord("is")) {
      const negated = this.takeWord("not");
      this.need(this.takeWord("null"));
      return { kind: "null", operand: left, negated };
    }
    const negated = this.takeWord("not");
    if (this.takeWord("in")) return { kind: "in", operand: left, values: this.list(), negated };
    if (this.takeWord("between")) return this.between(left, negated);
    if (negated) throw new NotUnderstood();
    return { kind: "compare", left, op: "=", right: { kind: "value", text: "true", number: null } };
  }

  private between(left: Operand, negated: boolean): Condition {
    const low = this.operand();
    this.need(this.takeWord("and"));
    const range: Condition = {
      kind: "and",
      parts: [
        { kind: "compare", left, op: ">=", right: low },
        { kind: "compare", left, op: "<=", right: this.operand() },
      ],
    };
    return negated ? { kind: "not", part: range } : range;
  }

  private list(): readonly Operand[] {
    this.need(this.takeOp("("));
    const values = [this.operand()];
    while (this.takeOp(",")) values.push(this.operand());
    this.need(this.takeOp(")"));
    return values;
  }

  private operand(): Operand {
    let operand = this.plainOperand();
    while (this.takeOp("::")) {
      this.at += 1;
      if (this.takeOp("(")) while (!this.done && !this.takeOp(")")) this.at += 1;
    }
    for (const op of ["+", "-", "*", "/", "%"]) {
      if (this.takeOp(op)) operand = { kind: "call", name: op, args: [operand, this.operand()] };
    }
    return operand;
  }

  private plainOperand(): Operand {
    this.spend();
    const token = this.peek();
    if (this.takeOp("-")) {
      const { kind, text } = this.peek();
      this.need(kind === "number");
      this.at += 1;
      return { kind: "value", text: `-${text}`, number: -Number(text) };
    }
    if (this.takeOp("(")) {
      const inner = this.operand();
      this.need(this.takeOp(")"));
      return inner;
    }
    this.at += 1;
    if (token.kind === "number") return { kind: "value", text: token.text, number: Number(token.text) };
    if (token.kind === "string") return { kind: "value", text: token.text, number: null };
    if (token.kind !== "word" || /^(and|or|not|in|is|between|null)$/i.test(token.text)) throw new NotUnderstood();
    if (/^(true|false)$/i.test(token.text)) return { kind: "value", text: token.text.toLowerCase(), number: null };
    return this.takeOp("(") ? this.call(token.text.toLowerCase()) : { kind: "column", path: token.text };
  }

  private call(name: string): Operand {
    const args: Operand[] = [];
    if (this.takeOp(")")) return { kind: "call", name, args };
    args.push(this.operand());
    while (this.takeOp(",")) args.push(this.operand());
    this.need(this.takeOp(")"));
    return { kind: "call", name, args };
  }
}

function readCondition(text: string): Condition {
  const reader = new Reader(tokenize(text));
  try {
    const condition = reader.or();
    if (reader.done) return condition;
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error;
  }
  return { kind: "opaque", text: text.trim() };
}

/** Reads a condition; never throws. What is not understood comes back as one `opaque` piece. */
export const parseCondition = remembered(readCondition);

function operandColumns(operand: Operand): readonly string[] {
  if (operand.kind === "column") return [operand.path];
  return operand.kind === "call" ? operand.args.flatMap(operandColumns) : [];
}

/** Columns that a condition speaks of, in order, repeats kept. */
export function conditionColumns(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "compare":
      return [...operandColumns(condition.left), ...operandColumns(condition.right)];
    case "in":
    case "null":
      return operandColumns(condition.operand);
    case "and":
    case "or":
      return condition.parts.flatMap(conditionColumns);
    case "not":
      return conditionColumns(condition.part);
    case "opaque":
      return [];
  }
}

function isNullTest(condition: Condition): boolean {
  return condition.kind === "null" && !condition.negated;
}

/** A check passes on null, so `x is null or …` says no more than the rest of it: that part is left out. */
export function assumeKnown(condition: Condition): Condition {
  if (condition.kind === "and") return { ...condition, parts: condition.parts.map(assumeKnown) };
  if (condition.kind !== "or") return condition;
  const parts = condition.parts.filter((part) => !isNullTest(part)).map(assumeKnown);
  const [only] = parts;
  return parts.length === 1 && only ? only : parts.length === 0 ? condition : { ...condition, parts };
}
