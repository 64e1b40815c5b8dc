import { drawEdge, outerWidth } from "./draw/draw-edge";
import { type DrawnNode, drawNode } from "./draw/draw-node";
import { widthOf } from "./draw/measure";
import type { Drawing } from "./draw/shape";
import { RADIUS, SMALL } from "./draw/sizes";
import type { DiagramGraph, DiagramSection } from "./graph/model";
import { type Box, place } from "./layout/place";
import { portsOf } from "./layout/ports";
import type { Aspect } from "./layout/ranks";
import { type Skeleton, skeletonOf, topologyOf } from "./layout/skeleton";
import { loopsOf } from "./layout/spaces";

/** A frame around a second store, drawn from its own corner. */
export interface DrawnFrame {
  readonly box: Box;
  readonly drawing: Drawing;
}

/** A graph, placed and drawn. The same graph always gives the same picture. */
export interface Picture {
  readonly graph: DiagramGraph;
  /** By the node's index; each drawn from its own corner. */
  readonly nodes: readonly (DrawnNode & { readonly box: Box })[];
  /** By the edge's index; in the coordinates of the picture. */
  readonly edges: readonly Drawing[];
  readonly frames: readonly DrawnFrame[];
  readonly width: number;
  readonly height: number;
}

/** Where everything stood the last time: kept while only the contents of boxes change. */
export interface Kept {
  readonly topology: string;
  readonly skeleton: Skeleton;
}

function drawFrame({ width, height }: Box, { engine, store }: DiagramSection): Drawing {
  const size = SMALL + 1;
  return [
    {
      kind: "rect",
      x: 0.5,
      y: 0.5,
      width: width - 1,
      height: height - 1,
      radius: RADIUS + 4,
      fill: "sunk",
      stroke: "line",
    },
    { kind: "text", x: 16, y: 20, text: engine, size, width: widthOf(engine, size), fill: store, bold: true },
  ];
}

/** Places and draws a graph; with `kept` from before, what stays the same stays where it was. */
export function pictureOf(
  graph: DiagramGraph,
  kept: Kept | null = null,
  aspect: Aspect = "tall",
): { picture: Picture; kept: Kept } {
  const drawn = graph.nodes.map((node, i) => drawNode(node, loopsOf(graph, i).length));
  const topology = topologyOf(graph);
  const skeleton = kept?.topology === topology ? kept.skeleton : skeletonOf(graph, drawn, aspect);
  const places = place(graph, skeleton, drawn);
  const ports = portsOf(graph, places);
  const picture: Picture = {
    graph,
    nodes: drawn.map((one, i) => ({ ...one, box: places.boxes[i] ?? { x: 0, y: 0, width: 0, height: 0 } })),
    edges: graph.edges.map((_, i) => drawEdge(graph, places, ports[i] ?? null, i)),
    frames: places.frames.map(({ section, ...box }) => ({
      box,
      drawing: drawFrame(box, graph.sections[section] ?? { engine: "", store: "key-value" }),
    })),
    width: places.width + outerWidth(graph),
    height: places.height,
  };
  return { picture, kept: { topology, skeleton } };
}
