import type { Node, NodeProps } from "@xyflow/react";
import type { Drawing } from "./draw/shape";
import type { Box } from "./layout/place";
import type { Picture } from "./picture";
import { Shapes } from "./shapes";

interface Layer {
  readonly id: string;
  readonly drawing: Drawing;
}

/** A box, a frame around boxes, or all the lines between them, as the canvas holds it. */
export type FlowNode = Node<{ readonly layers: readonly Layer[]; readonly active: boolean }, "box">;

const SVG = "block overflow-visible font-mono [stroke-linecap:round] [stroke-linejoin:round]";

function BoxNode({ data, width = 0, height = 0 }: NodeProps<FlowNode>) {
  return (
    <svg width={width} height={height} aria-hidden="true" focusable="false" className={SVG}>
      {data.layers.map(({ id, drawing }) => (
        <g key={id} data-line={id}>
          <Shapes drawing={drawing} />
        </g>
      ))}
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

export const NODE_TYPES = { box: BoxNode };

/** What stands behind the boxes: nothing to touch, nothing to hear. What refers to what is said by the boxes. */
function backdrop(id: string, zIndex: number, { x, y, width, height }: Box, layers: readonly Layer[]): FlowNode {
  return {
    id,
    type: "box",
    position: { x, y },
    width,
    height,
    zIndex,
    focusable: false,
    className: "pointer-events-none!",
    ariaRole: "presentation",
    domAttributes: { "aria-roledescription": undefined, "aria-hidden": true },
    data: { layers, active: false },
  };
}

/** Frames, lines before them, and boxes on top in the order of the text. */
export function flowNodes(
  { graph, nodes, edges, frames, width, height }: Picture,
  active: ReadonlySet<string>,
): FlowNode[] {
  const lines = graph.edges.map(({ id }, i) => ({ id, drawing: edges[i] ?? [] }));
  const boxes = nodes.flatMap(({ box: { x, y, width: wide, height: high }, shapes }, i): FlowNode[] => {
    const node = graph.nodes[i];
    if (!node) return [];
    return [
      {
        id: node.id,
        type: "box",
        position: { x, y },
        width: wide,
        height: high,
        focusable: true,
        ariaRole: node.at ? "button" : "img",
        ariaLabel: node.doubt ? `${node.label}; in doubt` : node.label,
        domAttributes: { "aria-roledescription": undefined },
        className: node.at ? "cursor-pointer rounded-md" : "rounded-md",
        data: { layers: [{ id: "box", drawing: shapes }], active: active.has(node.id) },
      },
    ];
  });
  return [
    ...frames.map(({ box, drawing }, i) => backdrop(`frame:${i}`, -2, box, [{ id: "frame", drawing }])),
    backdrop("lines", -1, { x: 0, y: 0, width, height }, lines),
    ...boxes,
  ];
}
