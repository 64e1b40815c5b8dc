import { indexLines, positionAt } from "@/lib/diagnostics";
import type { DiagramGraph } from "./graph/model";

const NONE: ReadonlySet<string> = new Set();

/** Ids of the boxes that the line at an offset speaks of; of the boxes that hold the offset itself, where there are some. */
export function activeNodes({ nodes }: DiagramGraph, text: string, offset: number | null): ReadonlySet<string> {
  if (offset === null) return NONE;
  const holds = nodes.filter(({ spans }) => spans.some(({ start, end }) => start <= offset && offset <= end));
  if (holds.length > 0) return new Set(holds.map(({ id }) => id));
  const lines = indexLines(text);
  const { line } = positionAt(lines, offset);
  const touches = nodes.filter(({ spans }) =>
    spans.some(({ start, end }) => positionAt(lines, start).line <= line && line <= positionAt(lines, end - 1).line),
  );
  return new Set(touches.map(({ id }) => id));
}
