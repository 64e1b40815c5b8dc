import { type Edge, type EdgeProps, type Node, type NodeProps, Position } from "@xyflow/react";
import type { Drawing } from "./draw/shape";
import type { Picture } from "./picture";
import { Shapes } from "./shapes";

/** A box or a frame as the canvas holds it. */
export type FlowNode = Node<{ readonly drawing: Drawing; readonly active: boolean }, "box" | "frame">;
export type FlowEdge = Edge<{ readonly drawing: Drawing }, "line">;

const SVG = "block overflow-visible font-mono [stroke-linecap:round] [stroke-linejoin:round]";

function BoxNode({ data, width = 0, height = 0 }: NodeProps<FlowNode>) {
  return (
    <svg width={width} height={height} aria-hidden="true" focusable="false" className={SVG}>
      <Shapes drawing={data.drawing} />
      {data.active && (
        <rect
          data-active=""
          x={-3}
          y={-3}
          width={width + 6}
          height={height + 6}
          rx={9}
          fill="none"
          stroke="var(--color-accent)"
          strokeWidth={2}
        />
      )}
    </svg>
  );
}

function LineEdge({ data }: EdgeProps<FlowEdge>) {
  return (
    <g className="font-mono [stroke-linecap:round] [stroke-linejoin:round]">
      <Shapes drawing={data?.drawing ?? []} />
    </g>
  );
}

export const NODE_TYPES = { box: BoxNode, frame: BoxNode };
export const EDGE_TYPES = { line: LineEdge };

/** The canvas asks where edges could be fixed; ours come with their own way. */
const HANDLES = (["source", "target"] as const).map((type) => ({ type, position: Position.Top, x: 0, y: 0 }));

/** Boxes in the order of the text, frames behind them. */
export function flowNodes({ graph, nodes, frames }: Picture, active: ReadonlySet<string>): FlowNode[] {
  const behind = frames.map(
    ({ box: { x, y, width, height }, drawing }, i): FlowNode => ({
      id: `frame:${i}`,
      type: "frame",
      position: { x, y },
      width,
      height,
      zIndex: -1,
      focusable: false,
      className: "pointer-events-none!",
      ariaRole: "presentation",
      domAttributes: { "aria-roledescription": undefined, "aria-hidden": true },
      data: { drawing, active: false },
    }),
  );
  const boxes = nodes.flatMap(({ box: { x, y, width, height }, shapes }, i): FlowNode[] => {
    const node = graph.nodes[i];
    if (!node) return [];
    return [
      {
        id: node.id,
        type: "box",
        position: { x, y },
        width,
        height,
        handles: HANDLES,
        focusable: true,
        ariaRole: node.at ? "button" : "img",
        ariaLabel: node.doubt ? `${node.label}; in doubt` : node.label,
        domAttributes: { "aria-roledescription": undefined },
        className: node.at ? "cursor-pointer rounded-md" : "rounded-md",
        data: { drawing: shapes, active: active.has(node.id) },
      },
    ];
  });
  return [...behind, ...boxes];
}

export function flowEdges({ graph, edges }: Picture): FlowEdge[] {
  return graph.edges.map(({ id, from, to }, i) => ({
    id,
    type: "line",
    source: graph.nodes[from]?.id ?? "",
    target: graph.nodes[to]?.id ?? "",
    focusable: false,
    // What refers to what is said by the boxes.
    domAttributes: { "aria-hidden": true },
    data: { drawing: edges[i] ?? [] },
  }));
}
