import type { CSSProperties } from "react";
import type { Drawing, Ink, Shape } from "./draw/shape";

const colour = (ink: Ink | null) => (ink === null ? "none" : `var(--color-${ink})`);

function paint({ fill, stroke, dash }: { fill: Ink | null; stroke: Ink | null; dash?: string }) {
  return { fill: colour(fill), stroke: colour(stroke), strokeDasharray: dash };
}

function ShapeView({ shape }: { shape: Shape }) {
  switch (shape.kind) {
    case "rect": {
      const { x, y, width, height, radius } = shape;
      return <rect x={x} y={y} width={width} height={height} rx={radius} {...paint(shape)} />;
    }
    case "path": {
      // As a property too, so that a line glides with its boxes where the browser can; nothing moves with reduced motion.
      const glide: CSSProperties & { d: string } = { d: `path("${shape.d}")` };
      return <path d={shape.d} className="transition-[d]" style={glide} {...paint(shape)} />;
    }
    case "text": {
      const { x, y, size, bold, fill, text } = shape;
      return (
        <text x={x} y={y} fontSize={size} fontWeight={bold ? 600 : 400} fill={colour(fill)} xmlSpace="preserve">
          {text}
        </text>
      );
    }
  }
}

/** A drawing as SVG in the page's own theme. */
export function Shapes({ drawing }: { drawing: Drawing }) {
  return drawing.map((shape, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no name but their place, and no state
    <ShapeView key={i} shape={shape} />
  ));
}
