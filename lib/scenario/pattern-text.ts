import { checkPatterns } from "./check-patterns";
import type { Problem } from "./problem";
import type { Pattern, Scenario, Step } from "./schema";

/**
 * Access patterns as a person writes them beside a scenario, in the words of its YAML. A block a pattern, an empty line between two; a comment
 * above says what it asks; each `find` begins a step:
 *
 *     # the highest bid on an auction
 *     find bid
 *     where auction
 *     order amount desc
 *     limit 1
 */
export interface PatternsRead {
  readonly patterns: readonly Pattern[];
  readonly problems: readonly PatternProblem[];
}

export interface PatternProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

const WORDS = ["find", "where", "range", "order", "limit"] as const;
type Word = (typeof WORDS)[number];

/** A step under way, with the line of each of its words. */
interface Draft {
  find: string;
  where: string[];
  range?: string;
  order?: string;
  limit?: number;
  lines: Partial<Record<Word, number>>;
}

interface Block {
  asks: string;
  steps: Draft[];
}

const isWord = (text: string): text is Word => (WORDS as readonly string[]).includes(text);

/** Reads line by line; what is wrong with a line is said in words, or null. */
class Reader {
  readonly blocks: Block[] = [];
  private block: Block = { asks: "", steps: [] };

  /** Keeps the block that was read, if anything stands in it. */
  end(): null {
    if (this.block.steps.length > 0) this.blocks.push(this.block);
    this.block = { asks: "", steps: [] };
    return null;
  }

  private comment(text: string): null {
    if (this.block.steps.length === 0) this.block.asks = text.replace(/^#+\s*/, "");
    return null;
  }

  private begin(line: number, entity: string): string | null {
    if (entity === "") return "'find' needs the entity that is looked for: 'find bid'.";
    this.block.steps.push({ find: entity, where: [], lines: { find: line } });
    return null;
  }

  private put(word: Exclude<Word, "find">, line: number, rest: string): string | null {
    const step = this.block.steps.at(-1);
    if (!step) return `'${word}' comes before any 'find'.`;
    if (rest === "") return `Nothing stands behind '${word}'.`;
    if (step.lines[word] !== undefined) return `'${word}' stands here twice for one 'find'.`;
    step.lines[word] = line;
    if (word === "where") step.where = rest.split(",").map((one) => one.trim());
    else if (word !== "limit") step[word] = rest;
    else if (/^[1-9]\d*$/.test(rest)) step.limit = Number(rest);
    else return `'limit' needs a whole number above 0; it is '${rest}'.`;
    return null;
  }

  line(text: string, line: number): string | null {
    if (text === "") return this.end();
    if (text.startsWith("#")) return this.comment(text);
    const [, first = "", rest = ""] = /^(\S+)\s*(.*)$/.exec(text) ?? [];
    const word = first.toLowerCase();
    if (!isWord(word))
      return `'${first}' is none of find, where, range, order, limit; each stands on a line of its own.`;
    return word === "find" ? this.begin(line, rest) : this.put(word, line, rest);
  }
}

function stepOf({ find, where, range, order, limit }: Draft): Step {
  return {
    find,
    where,
    ...(range !== undefined && { range }),
    ...(order !== undefined && { order }),
    ...(limit !== undefined && { limit }),
  };
}

function patternOf({ asks, steps }: Block, at: number): Pattern {
  const words = asks === "" ? `Question ${at + 1}` : asks;
  return { id: `own-${at + 1}`, heat: "warm", asks: words, steps: steps.map(stepOf), metBy: [], words };
}

/** The line that a problem of `checkPatterns` is about. */
function lineOf({ path }: Problem, blocks: readonly Block[]): number {
  const [, pattern, , step, word] = path;
  const lines = blocks[Number(pattern)]?.steps[Number(step)]?.lines ?? {};
  return (typeof word === "string" && isWord(word) ? lines[word] : undefined) ?? lines.find ?? 1;
}

/** Reads patterns against a scenario's entities and attributes. Never throws; a pattern with a problem is not among what was read. */
export function readPatterns(text: string, scenario: Scenario): PatternsRead {
  const reader = new Reader();
  const misread = text.split(/\r?\n/).flatMap((line, at): PatternProblem[] => {
    const message = reader.line(line.trim(), at + 1);
    return message === null ? [] : [{ line: at + 1, message }];
  });
  reader.end();
  const { blocks } = reader;
  const patterns = blocks.map(patternOf);
  const found = [...checkPatterns({ ...scenario, patterns })];
  const bad = new Set(found.map(({ path }) => path[1]));
  const problems = [...misread, ...found.map((one) => ({ line: lineOf(one, blocks), message: one.message }))];
  return {
    patterns: patterns.filter((_, at) => !bad.has(at)),
    problems: problems.toSorted((a, b) => a.line - b.line),
  };
}

/** A pattern as `readPatterns` reads it. */
export function printPattern({ asks, steps }: Pattern): string {
  const lines = steps.flatMap(({ find, where, range, order, limit }) => [
    `find ${find}`,
    ...(where.length > 0 ? [`where ${where.join(", ")}`] : []),
    ...(range === undefined ? [] : [`range ${range}`]),
    ...(order === undefined ? [] : [`order ${order}`]),
    ...(limit === undefined ? [] : [`limit ${limit}`]),
  ]);
  return [`# ${asks}`, ...lines].join("\n");
}
