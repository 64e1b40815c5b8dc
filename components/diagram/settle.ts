import { type Answer, plainName } from "@/lib/design";
import { type Diagnostic, indexLines, positionAt, type Span } from "@/lib/diagnostics";
import { splitSheet } from "@/lib/notation";
import { graphOf } from "./graph/graph";
import { type DiagramGraph, type DiagramNode, NO_GRAPH } from "./graph/model";

/** A sheet as it was read. */
export interface Reading {
  readonly text: string;
  readonly answer: Answer;
  readonly diagnostics: readonly Diagnostic[];
  /** Offset at which the person is typing just now, or null where they are not. */
  readonly typingAt: number | null;
}

/** What is drawn for a reading. */
export interface Settled {
  readonly graph: DiagramGraph;
  /** The text does not hold what is drawn any more: this is the last good drawing. */
  readonly stale: boolean;
  /** Line of the design that the drawing waits for, where it is stale; 0: it stands in the decisions. */
  readonly waitsFor: number | null;
}

export const NOTHING: Settled = { graph: NO_GRAPH, stale: false, waitsFor: null };

interface Lines {
  readonly first: number;
  readonly last: number;
}

/** Which lines a span touches, in one text. */
function lineReader(text: string): (span: Span) => Lines {
  const index = indexLines(text);
  return ({ start, end }) => ({
    first: positionAt(index, start).line,
    last: positionAt(index, Math.max(start, end - 1)).line,
  });
}

/** True where the text still begins to say what this box was drawn for. */
function isStillWritten(node: DiagramNode, lines: ReadonlySet<string>): boolean {
  return lines.has(plainName(node.title));
}

const HEADING =
  /^\s*(?:create\s+(?:table|node|index)\s+(?:if\s+not\s+exists\s+)?|table\s+|node\s+)?["`[]?([\p{L}_][\p{L}\p{N}_.]*|[^\s=]*\{[^\s=]*)["`\]]?/giu;

/** The names that lines of the text begin with. */
function headings(text: string): ReadonlySet<string> {
  return new Set(
    text.split("\n").flatMap((line) => [...line.matchAll(HEADING)].map(([, name = ""]) => plainName(name))),
  );
}

/**
 * What to draw for a reading, given what was drawn before. Where an error has swallowed boxes whose names still stand at the
 * head of a line, the last good drawing stays, and what was lost is in doubt.
 */
export function settle(before: Settled, reading: Reading): Settled {
  const { text, answer, diagnostics, typingAt } = reading;
  const linesOf = lineReader(text);
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ span }) => linesOf(span));
  const typed = typingAt === null ? null : linesOf({ start: typingAt, end: typingAt }).first;
  const touches = (lines: Lines, one: Lines) => lines.first <= one.last && one.first <= lines.last;
  const graph = graphOf(answer, {
    isDoubtful: (span) => errors.some((error) => touches(linesOf(span), error)),
    isBeingWritten: (span) => typed !== null && touches(linesOf(span), { first: typed, last: typed }),
  });
  const [first] = errors;
  if (!first) return { graph, stale: false, waitsFor: null };
  const now = new Set(graph.nodes.map(({ id }) => id));
  const names = headings(text);
  const lost = before.graph.nodes.filter(
    (node) => node.kind !== "ghost" && !now.has(node.id) && isStillWritten(node, names),
  );
  const emptied = graph.nodes.length === 0 && before.graph.nodes.length > 0;
  if (lost.length === 0 && !emptied) return { graph, stale: false, waitsFor: null };
  const above = linesOf(splitSheet(text).body).first - 1;
  const inDoubt = new Set([...lost, ...graph.nodes.filter(({ doubt }) => doubt)].map(({ id }) => id));
  const nodes = before.graph.nodes.map((node) => ({ ...node, doubt: inDoubt.has(node.id) }));
  return { graph: { ...before.graph, nodes }, stale: true, waitsFor: Math.max(0, first.first - above) };
}
