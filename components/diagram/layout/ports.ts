import type { DiagramGraph } from "../graph/model";
import type { Box, Places } from "./place";
import { isRanked, upperOf } from "./skeleton";

/** Between two edges at one side of a box, where there is room. */
const SPREAD = 22;
/** From a port to the corner of its box. */
const CORNER = 16;

/** Where a ranked edge leaves its upper box and enters its lower one. */
export interface Ports {
  readonly upper: number;
  readonly lower: number;
}

interface Reach {
  readonly left: number;
  readonly right: number;
}

const inner = ({ x, width }: Box): Reach => ({ left: x + CORNER, right: x + width - CORNER });

/** The place on one side that leads most directly to the next one: straight where the two face each other. */
function wish(side: Reach, next: Reach): number {
  const [left, right] = [Math.max(side.left, next.left), Math.min(side.right, next.right)];
  if (left <= right) return (left + right) / 2;
  const middle = (side.left + side.right) / 2;
  const nearest = next.left > side.right ? side.right : side.left;
  return (middle + nearest) / 2;
}

interface Wanted {
  readonly edge: number;
  readonly end: keyof Ports;
  readonly at: number;
  /** Where the edge goes to: edges do not cross at their own box. */
  readonly towards: number;
}

/** Moves ports apart as little as it takes, in order, and keeps them on their side. */
function spread(wanted: readonly Wanted[], side: Reach): readonly (Wanted & { readonly x: number })[] {
  const step = Math.min(SPREAD, (side.right - side.left) / Math.max(1, wanted.length - 1));
  const order = wanted.toSorted((a, b) => a.towards - b.towards || a.at - b.at || a.edge - b.edge);
  const groups: { sum: number; count: number }[] = [];
  for (const [i, { at }] of order.entries()) {
    let group = { sum: at - i * step, count: 1 };
    let before = groups.at(-1);
    while (before && before.sum / before.count > group.sum / group.count) {
      group = { sum: before.sum + group.sum, count: before.count + group.count };
      groups.pop();
      before = groups.at(-1);
    }
    groups.push(group);
  }
  const base = groups.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
  const limit = side.right - step * (order.length - 1);
  return order.map((one, i) => ({
    ...one,
    x: Math.round(Math.min(Math.max(base[i] ?? 0, side.left), Math.max(side.left, limit)) + i * step),
  }));
}

/** Ports of every ranked edge, by the edge's index. */
export function portsOf(graph: DiagramGraph, places: Places): readonly (Ports | null)[] {
  const sides = new Map<string, { side: Reach; wanted: Wanted[] }>();
  const want = (node: number, below: boolean, next: Reach, edge: number): void => {
    const box = places.boxes[node];
    if (!box) return;
    const side = inner(box);
    const held = sides.get(`${node} ${below}`) ?? { side, wanted: [] };
    const towards = (next.left + next.right) / 2;
    held.wanted.push({ edge, end: below ? "upper" : "lower", at: wish(side, next), towards });
    sides.set(`${node} ${below}`, held);
  };
  for (const [i, edge] of graph.edges.entries()) {
    const ends = drawnEnds(graph, places, i);
    if (!isRanked(graph, edge) || !ends) continue;
    const passages = places.passages[i] ?? [];
    const [first, last] = [passages[0], passages.at(-1)];
    const reach = (node: number): Reach => inner(places.boxes[node] ?? { x: 0, y: 0, width: 0, height: 0 });
    want(ends[0], true, first ? { left: first.x, right: first.x } : reach(ends[1]), i);
    want(ends[1], false, last ? { left: last.x, right: last.x } : reach(ends[0]), i);
  }
  const ports: { upper: number; lower: number }[] = [];
  for (const { side, wanted } of sides.values()) {
    for (const { edge, end, x } of spread(wanted, side)) {
      ports[edge] = { upper: 0, lower: 0, ...ports[edge], [end]: x };
    }
  }
  return graph.edges.map((_, i) => ports[i] ?? null);
}

/** The boxes of an edge as they stand: a cycle puts what is referred to below. */
export function drawnEnds(graph: DiagramGraph, { boxes }: Places, i: number): readonly [number, number] | null {
  const edge = graph.edges[i];
  if (!edge) return null;
  const [upper, lower] = upperOf(edge);
  return (boxes[upper]?.y ?? 0) <= (boxes[lower]?.y ?? 0) ? [upper, lower] : [lower, upper];
}
