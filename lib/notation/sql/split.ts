import type { Problems } from "../problems";
import { isSymbol, type Source, type Token } from "./token";
import { beginsStatement } from "./words";

/** Tokens from `from` up to `to`; a semicolon at the end is left out, but lies in `end`. */
export interface Statement {
  readonly from: number;
  readonly to: number;
  /** Offset in the text where the statement ends, its semicolon included. */
  readonly end: number;
}

const OPENERS: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

function isOpener(token: Token): boolean {
  return token.kind === "symbol" && (token.text === "(" || token.text === "[" || token.text === "{");
}

/** Pairs brackets and cuts a body into statements, in one walk. */
class Splitter {
  readonly statements: Statement[] = [];
  readonly match: Int32Array;
  private readonly tokens: Token[];
  private open: number[] = [];
  /** The brackets of this statement that closed on another line than they opened: one of them may have closed too late. */
  private late: number[] = [];
  /** The last bracket of this statement that closed with none around it. */
  private outer = { open: -1, close: -1 };
  private from = 0;
  /** Inside a routine's BEGIN … END, semicolons end nothing. */
  private depth = 0;

  constructor(
    tokens: readonly Token[],
    private readonly problems: Problems,
  ) {
    this.tokens = [...tokens];
    this.match = new Int32Array(tokens.length).fill(-1);
  }

  get result(): readonly Token[] {
    return this.tokens;
  }

  run(): void {
    for (let at = 0; at < this.tokens.length; at++) this.step(at);
    if (this.from < this.tokens.length) this.finish(this.tokens.length, this.tokens.length);
  }

  private step(at: number): void {
    const token = this.tokens[at];
    if (!token) return;
    if (this.isStart(at)) this.startAnew(at);
    if (token.kind === "word") this.routine(at, token);
    if (token.kind !== "symbol") return;
    if (isOpener(token)) this.open.push(at);
    else if (Object.hasOwn(OPENERS, token.text)) this.close(at, token);
    else if (token.text === ";") this.semicolon(at);
  }

  /** A statement begins although the last one has no semicolon. Inside brackets only at the head of a line. */
  private isStart(at: number): boolean {
    const token = this.tokens[at];
    if (!token || at === this.from || (token.word === "" && token.text !== "/")) return false;
    const alone = token.first && (this.tokens[at + 1]?.first ?? true);
    if (alone && (token.word === "go" || token.text === "/")) return this.open.length === 0;
    if (!beginsStatement(token, this.tokens[at + 1])) return false;
    if (this.depth > 0) return token.first && this.tokens[at + 1]?.word === "table" && token.word !== "drop";
    if (token.first) return !this.isGrant();
    return this.open.length === 0 && this.tokens[at + 1]?.word === "table" && !this.isGrant();
  }

  /** `GRANT SELECT, INSERT …` and views speak of statements without being ones. */
  private isGrant(): boolean {
    return ["grant", "revoke", "explain"].includes(this.tokens[this.from]?.word ?? "");
  }

  private startAnew(at: number): void {
    const last = this.tokens[at - 1];
    const word = this.tokens[at]?.word;
    if (last && word !== "go" && word !== "" && this.tokens[this.from]?.word !== "go" && this.open.length === 0) {
      const place = { start: last.end, end: last.end };
      const message = "A semicolon is missing here. What follows is read as a statement of its own.";
      this.problems.report("hint", { start: last.start, end: last.end }, message, {
        label: "Add ;",
        edits: [{ span: place, text: ";" }],
      });
    }
    this.finish(at, at);
  }

  private routine(at: number, token: Token): void {
    if (token.word === "begin" && at > this.from && this.isRoutine()) this.depth++;
    if (this.depth === 0) return;
    if (token.word === "case" && this.tokens[at - 1]?.word !== "end") this.depth++;
    const next = this.tokens[at + 1]?.word ?? "";
    if (token.word === "end" && !["if", "loop", "while", "repeat"].includes(next)) this.depth--;
  }

  private isRoutine(): boolean {
    if (this.tokens[this.from]?.word !== "create") return false;
    for (let at = this.from + 1; at < this.from + 16; at++) {
      if (["trigger", "procedure", "function", "event"].includes(this.tokens[at]?.word ?? "")) return true;
    }
    return false;
  }

  private close(at: number, token: Token): void {
    const top = this.open.at(-1);
    if (top === undefined || this.tokens[top]?.text !== OPENERS[token.text]) {
      if (!this.closedEarly(at)) this.stray(at, token);
      return;
    }
    this.open.pop();
    this.match[top] = at;
    if (this.open.length === 0) this.outer = { open: top, close: at };
    else if (this.crossesLine(top, at)) this.late.push(top);
  }

  private crossesLine(open: number, close: number): boolean {
    const limit = Math.min(close, open + 64);
    for (let at = open + 1; at <= limit; at++) if (this.tokens[at]?.first) return true;
    return false;
  }

  private stray(at: number, token: Token): void {
    const span = { start: token.start, end: token.end };
    this.problems.report(
      "error",
      span,
      `This ${token.text} closes nothing. Take it out, or open a bracket before it.`,
      {
        label: `Take out ${token.text}`,
        edits: [{ span, text: "" }],
      },
    );
    this.tokens[at] = { ...token, text: " " };
  }

  /** `numeric(10,2)),` closed the table one line too early: the stray bracket below is the table's own. */
  private closedEarly(at: number): boolean {
    const { open: opener, close: early } = this.outer;
    const comma = this.tokens[early + 1];
    if (early < 0 || this.open.length > 0 || !isSymbol(comma, ",") || this.tokens[at]?.text !== ")") return false;
    const token = this.tokens[early];
    if (opener < 0 || !token || this.tokens[early - 1]?.text !== ")") return false;
    this.stray(early, token);
    this.match[opener] = at;
    this.outer = { open: opener, close: at };
    return true;
  }

  private semicolon(at: number): void {
    if (this.depth > 0) return;
    if (this.open.length === 0 || this.endsHere(at)) {
      this.finish(at, at + 1);
      return;
    }
    const token = this.tokens[at];
    if (!token) return;
    const span = { start: token.start, end: token.end };
    this.problems.replace(
      "warning",
      span,
      ",",
      "A semicolon ends the whole statement. Inside the brackets write a comma.",
    );
    this.tokens[at] = { ...token, text: "," };
  }

  /** In open brackets: what follows the semicolon is a statement, or nothing. */
  private endsHere(at: number): boolean {
    const next = this.tokens[at + 1];
    if (!next || beginsStatement(next, this.tokens[at + 2])) return true;
    return next.first && !["(", ")"].includes(next.text) && this.tokens[at - 1]?.text === ")";
  }

  /** Ends the statement before `to`; the next one begins at `next`. Brackets still open are given up. */
  private finish(to: number, next: number): void {
    if (this.open.length > 0) this.giveUp(to);
    const end = this.tokens[Math.max(this.from, next - 1)]?.end ?? 0;
    if (to > this.from) this.statements.push({ from: this.from, to, end });
    this.open = [];
    this.late = [];
    this.outer = { open: -1, close: -1 };
    this.depth = 0;
    this.from = next;
  }

  /**
   * `numeric(10,2 not null,` took the bracket that closes the table. The last bracket that ran over a line's end is ended
   * with its line instead, and what closed it closes the one around it.
   */
  private giveUp(to: number): void {
    const thief = this.late.at(-1);
    const around = this.open.at(-1);
    const taken = thief === undefined ? -1 : (this.match[thief] ?? -1);
    if (thief !== undefined && around !== undefined && this.open.length === 1 && taken === to - 1) {
      this.match[around] = taken;
      this.endWithLine(thief, taken);
      return;
    }
    for (const open of this.open) this.match[open] = to;
    const first = this.open[0];
    if (first !== undefined) this.reportOpen(first);
  }

  /** `(10,2 not null,`: its numbers belong to it, or else the rest of its line. */
  private endWithLine(open: number, limit: number): void {
    let at = open + 1;
    while (this.tokens[at]?.kind === "number") at += isSymbol(this.tokens[at + 1], ",") ? 2 : 1;
    const numbers = at > open + 1;
    while (!numbers && at < limit && !this.tokens[at]?.first) at++;
    this.match[open] = isSymbol(this.tokens[at - 1], ",") ? at - 1 : at;
    this.reportOpen(open);
  }

  private reportOpen(open: number): void {
    const token = this.tokens[open];
    if (!token) return;
    const closer = { "(": ")", "[": "]", "{": "}" }[token.text] ?? ")";
    this.problems.report(
      "error",
      { start: token.start, end: token.end },
      `This ${token.text} is never closed. Write ${closer} behind what belongs in it.`,
    );
  }
}

export function split(
  text: string,
  raw: readonly Token[],
  problems: Problems,
): { readonly source: Source; readonly statements: readonly Statement[] } {
  const splitter = new Splitter(raw, problems);
  splitter.run();
  const { result: tokens, match, statements } = splitter;
  return { source: { text, tokens, match }, statements };
}
