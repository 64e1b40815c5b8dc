import { widthOf } from "../draw/measure";
import { SMALL } from "../draw/sizes";
import type { DiagramEdge, DiagramGraph } from "../graph/model";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Something that takes a place in a band: a box, an edge passing by, or the words on an edge. */
export interface Slot {
  readonly kind: "node" | "pass" | "label";
  /** Index of the node or of the edge. */
  readonly of: number;
  /** Where its middle would like to be. */
  readonly wish: number;
}

/** Between boxes side by side, and beside an edge that passes by. */
export const GAP_X = 36;
export const PASS_GAP = 20;
/** Between ranks of boxes: room for the feet of both ends and a calm curve between them. */
export const GAP_Y = 72;
/** Between a rank and the words on the edges that leave it. */
export const GAP_LABEL = 42;
/** Between parts that no edge joins. */
export const GAP_PARTS = 40;
/** Parts go side by side up to this width: a tall drawing suits a column beside the text. */
export const TARGET_WIDTH = 420;
export const SECTION_HEAD = 30;
export const SECTION_PAD = 16;
export const LABEL_ROW = 15;

/** Space that the words on an edge take. */
export function labelSize({ words }: Pick<DiagramEdge, "words">): Size {
  const width = Math.max(0, ...words.map((text) => widthOf(text, SMALL)));
  return { width: width + 12, height: words.length * LABEL_ROW + 4 };
}

/** Edges that leave a box and come back to it, in order. */
export function loopsOf({ edges }: DiagramGraph, node: number): readonly number[] {
  return [...edges.entries()].filter(([, { from, to }]) => from === node && to === node).map(([i]) => i);
}

/** How far a loop stands out from its box. */
export const LOOP_OUT = 36;

/** Room at a box's right for its loops and their words. */
export function loopWidth(graph: DiagramGraph, node: number): number {
  const loops = loopsOf(graph, node).map((i) => graph.edges[i]);
  const widths = loops.map((edge) => LOOP_OUT + (edge && edge.words.length > 0 ? labelSize(edge).width : 8));
  return Math.max(0, ...widths);
}
