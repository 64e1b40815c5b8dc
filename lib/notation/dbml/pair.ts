import type { Problems } from "../problems";
import { isName, isSymbol, isWord, type Token } from "./token";

const CLOSER: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** `Table x {` and its kind at the start of a line begin an element of their own, whatever is still open. */
export function beginsElement(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token?.first || !isWord(token, "table", "enum", "tablegroup", "tablepartial", "project")) return false;
  let next = at + 1;
  if (!isName(tokens[next])) return false;
  while (isSymbol(tokens[next + 1], ".") && isName(tokens[next + 2])) next += 2;
  return isSymbol(tokens[next + 1], "{") || (isWord(tokens[next + 1], "as") && isSymbol(tokens[next + 3], "{", "["));
}

/** A line that can no longer belong to the open `[` or `(`: nothing before it asks for more. */
function leavesList(tokens: readonly Token[], at: number, open: number): boolean {
  if (!tokens[at]?.first || at === open + 1) return false;
  return !isSymbol(tokens[at], ",", ")", "]", "[", "(") && !isSymbol(tokens[at - 1], ",", "[", "(", ":");
}

class Pairs {
  private readonly open: number[] = [];

  constructor(
    private readonly tokens: readonly Token[],
    private readonly problems: Problems,
  ) {}

  private top(): number {
    return this.open.at(-1) ?? -1;
  }

  /** Nothing closes the innermost bracket: it ends before `at`. */
  private giveUp(at: number): void {
    const index = this.open.pop() ?? -1;
    const token = this.tokens[index];
    if (!token) return;
    token.match = at;
    const closer = CLOSER[token.text] ?? "";
    const message = `This ${token.text} is never closed. Add ${closer}.`;
    this.problems.report("error", { start: token.start, end: token.end }, message);
  }

  private close(at: number, token: Token): void {
    const isIt = (index: number) => CLOSER[this.tokens[index]?.text ?? ""] === token.text;
    // Only a brace closes what stands between it and its other half.
    if (token.text === "}") while (this.open.length > 0 && !isIt(this.top())) this.giveUp(at);
    const open = this.tokens[this.top()];
    if (open && isIt(this.top())) {
      open.match = at;
      this.open.pop();
    } else {
      const message = `Nothing opens this ${token.text}. Leave it out.`;
      this.problems.report("error", { start: token.start, end: token.end }, message);
    }
  }

  run(): void {
    for (const [at, token] of this.tokens.entries()) {
      if (beginsElement(this.tokens, at)) while (this.open.length > 0) this.giveUp(at);
      while (this.inList() && (isSymbol(token, "{") || leavesList(this.tokens, at, this.top()))) this.giveUp(at);
      if (isSymbol(token, "(", "[", "{")) this.open.push(at);
      else if (isSymbol(token, ")", "]", "}")) this.close(at, token);
    }
    while (this.open.length > 0) this.giveUp(this.tokens.length);
  }

  private inList(): boolean {
    return isSymbol(this.tokens[this.top()], "[", "(");
  }
}

/** Finds the other half of every bracket; what is not closed ends where its line or element does. */
export function pairBrackets(tokens: readonly Token[], problems: Problems): void {
  new Pairs(tokens, problems).run();
}
