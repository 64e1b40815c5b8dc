import type { DiagramEdge, DiagramGraph } from "../graph/model";
import type { Box, Passage, Places } from "../layout/place";
import { drawnEnds, type Ports } from "../layout/ports";
import { isRanked } from "../layout/skeleton";
import { LABEL_ROW, LOOP_OUT, labelSize, loopsOf } from "../layout/spaces";
import { arrowHead, crowsFoot, FOOT_LENGTH, type Foot, openArrow } from "./feet";
import { widthOf } from "./measure";
import type { Ink, Shape } from "./shape";
import { LOOP, SMALL } from "./sizes";

const NO_BOX: Box = { x: 0, y: 0, width: 0, height: 0 };

function inkOf({ kind }: DiagramEdge, missing: boolean): Ink {
  if (missing) return "missed";
  return kind === "copy" ? "ink-faint" : kind === "relation" ? "graph" : "ink-soft";
}

/** A line with its two ends and its words. */
function withEnds(edge: DiagramEdge, d: string, from: Foot, to: Foot, ink: Ink): readonly Shape[] {
  const dash = edge.kind === "copy" ? "2 3" : edge.dashed ? "5 4" : undefined;
  const line: Shape = { kind: "path", d, fill: null, stroke: ink, ...(dash ? { dash } : {}) };
  if (edge.kind === "relation") return [line, ...arrowHead(to, ink)];
  if (edge.kind === "copy") return [line, ...openArrow(from, ink)];
  return [
    line,
    ...(edge.fromEnd ? crowsFoot(from, edge.fromEnd, ink) : []),
    ...(edge.toEnd ? crowsFoot(to, edge.toEnd, ink) : []),
  ];
}

/** The words of an edge on a patch of paper, around a middle. */
function wordsAt(edge: DiagramEdge, x: number, y: number, ink: Ink): readonly Shape[] {
  if (edge.words.length === 0) return [];
  const { width, height } = labelSize(edge);
  const top = y - height / 2;
  const patch: Shape = {
    kind: "rect",
    x: x - width / 2,
    y: top,
    width,
    height,
    radius: 3,
    fill: "paper",
    stroke: null,
  };
  const words = edge.words.map((text, i): Shape => {
    const textWidth = widthOf(text, SMALL);
    const fill = i === 0 ? ink : "ink-faint";
    return {
      kind: "text",
      x: x - textWidth / 2,
      y: top + 13 + i * LABEL_ROW,
      text,
      size: SMALL,
      width: textWidth,
      fill,
      bold: i === 0 && edge.kind === "relation",
    };
  });
  return [patch, ...words];
}

interface Column {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** Straight down through each column, and a calm curve from one to the next. */
function curve(columns: readonly Column[]): string {
  const [first, ...rest] = columns;
  if (!first) return "";
  let { x, bottom: y } = first;
  let d = `M${x} ${first.top}L${x} ${y}`;
  for (const next of rest) {
    const middle = (y + next.top) / 2;
    d += `C${x} ${middle} ${next.x} ${middle} ${next.x} ${next.top}L${next.x} ${next.bottom}`;
    [x, y] = [next.x, next.bottom];
  }
  return d;
}

/** Room that the feet take beyond the band of their box. */
const STRAIGHT = FOOT_LENGTH + 2;

interface Drawn {
  readonly edge: DiagramEdge;
  readonly ink: Ink;
  readonly places: Places;
}

function drawRanked(
  { edge, ink, places }: Drawn,
  [upper, lower]: readonly [number, number],
  ports: Ports,
  passages: readonly Passage[],
): readonly Shape[] {
  const above = places.boxes[upper] ?? NO_BOX;
  const below = places.boxes[lower] ?? NO_BOX;
  const start = above.y + above.height;
  const clear = Math.max(places.bands[upper]?.bottom ?? 0, start) + STRAIGHT;
  const columns: Column[] = [
    { x: ports.upper, top: start, bottom: clear },
    ...passages,
    { x: ports.lower, top: below.y - STRAIGHT, bottom: below.y },
  ];
  const footAbove: Foot = { x: ports.upper, y: start, dx: 0, dy: 1 };
  const footBelow: Foot = { x: ports.lower, y: below.y, dx: 0, dy: -1 };
  const down = edge.from === upper;
  const shapes = withEnds(edge, curve(columns), down ? footAbove : footBelow, down ? footBelow : footAbove, ink);
  const label = passages.find((passage) => passage.label);
  return label ? [...shapes, ...wordsAt(edge, label.x, (label.top + label.bottom) / 2, ink)] : shapes;
}

/** Out at the right, down, and back in: round corners. */
function bracket(from: Foot, to: Foot, right: number): string {
  const r = 8;
  return (
    `M${from.x} ${from.y}H${right - r}Q${right} ${from.y} ${right} ${from.y + Math.sign(to.y - from.y) * r}` +
    `V${to.y - Math.sign(to.y - from.y) * r}Q${right} ${to.y} ${right - r} ${to.y}H${to.x}`
  );
}

/** An edge that comes back to its own box, at the box's right. */
function drawLoop({ edge, ink, places }: Drawn, nth: number): readonly Shape[] {
  const box = places.boxes[edge.from] ?? NO_BOX;
  const x = box.x + box.width;
  const y = box.y + 14 + nth * LOOP;
  const right = x + LOOP_OUT;
  const [from, to]: [Foot, Foot] = [
    { x, y, dx: 1, dy: 0 },
    { x, y: y + LOOP - 12, dx: 1, dy: 0 },
  ];
  const words = wordsAt(edge, right + labelSize(edge).width / 2 + 2, y + (LOOP - 12) / 2, ink);
  return [...withEnds(edge, bracket(from, to, right), from, to, ink), ...words];
}

/** An edge between stores: around everything, at the right. */
function drawOuter({ edge, ink, places }: Drawn, nth: number): readonly Shape[] {
  const side = (node: number, below: number): Foot => {
    const { x, y, width, height } = places.boxes[node] ?? NO_BOX;
    return { x: x + width, y: y + Math.min(14 + below, height - 6), dx: 1, dy: 0 };
  };
  const [from, to] = [side(edge.from, nth * 6), side(edge.to, nth * 6)];
  const right = places.width + OUTER + nth * OUTER_STEP;
  return withEnds(edge, bracket(from, to, right), from, to, ink);
}

/** From the drawing's right border to the first edge that goes around, and from one such edge to the next. */
const OUTER = 20;
const OUTER_STEP = 14;

/** Width at the right that edges between stores take. */
export function outerWidth(graph: DiagramGraph): number {
  const count = graph.edges.filter((edge) => edge.from !== edge.to && !isRanked(graph, edge)).length;
  return count === 0 ? 0 : OUTER + count * OUTER_STEP;
}

/** Draws one edge, in the coordinates of the whole drawing. */
export function drawEdge(graph: DiagramGraph, places: Places, ports: Ports | null, i: number): readonly Shape[] {
  const edge = graph.edges[i];
  if (!edge) return [];
  const missing = graph.nodes[edge.to]?.kind === "ghost" || graph.nodes[edge.from]?.kind === "ghost";
  const drawn: Drawn = { edge, places, ink: inkOf(edge, missing) };
  if (edge.from === edge.to) return drawLoop(drawn, loopsOf(graph, edge.from).indexOf(i));
  const ends = drawnEnds(graph, places, i);
  if (ports && ends) return drawRanked(drawn, ends, ports, places.passages[i] ?? []);
  const outer = graph.edges.slice(0, i).filter((one) => one.from !== one.to && !isRanked(graph, one)).length;
  return drawOuter(drawn, outer);
}
