import type { Drawing, Ink, Shape } from "../draw/shape";
import type { Picture } from "../picture";
import { LIGHT_INKS } from "./light-inks";

const FONTS = "'Geist Mono', ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace";
const MARGIN = 24;

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as XML takes it: what XML 1.0 cannot hold at all is left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

const colour = (ink: Ink | null) => (ink === null ? "none" : LIGHT_INKS[ink]);

function paint(shape: { readonly fill: Ink | null; readonly stroke: Ink | null; readonly dash?: string }): string {
  const dash = shape.dash ? ` stroke-dasharray="${shape.dash}"` : "";
  return `fill="${colour(shape.fill)}" stroke="${colour(shape.stroke)}"${dash}`;
}

function writeShape(shape: Shape): string {
  switch (shape.kind) {
    case "rect": {
      const { x, y, width, height, radius } = shape;
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" ${paint(shape)}/>`;
    }
    case "path":
      return `<path d="${shape.d}" ${paint(shape)}/>`;
    case "text": {
      const { x, y, size, width, fill, bold } = shape;
      const weight = bold ? ' font-weight="600"' : "";
      // Another mono font than ours is made to fit the box that was measured for ours.
      const fit = width > 0 ? ` textLength="${width}" lengthAdjust="spacingAndGlyphs"` : "";
      return `<text x="${x}" y="${y}" font-size="${size}"${weight}${fit} fill="${colour(fill)}">${escapeXml(shape.text)}</text>`;
    }
  }
}

function group(drawing: Drawing, x = 0, y = 0): string {
  const place = x === 0 && y === 0 ? "" : ` transform="translate(${x} ${y})"`;
  return `<g${place}>${drawing.map(writeShape).join("")}</g>`;
}

/** A picture as an SVG file in the light theme. Pure: nothing of the page is asked. */
export function writeSvg(picture: Picture, title: string): string {
  const { nodes, edges, frames, graph } = picture;
  const [width, height] = [picture.width + 2 * MARGIN, picture.height + 2 * MARGIN];
  const described = [...graph.nodes, ...graph.edges.filter(({ kind }) => kind === "relation")];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" role="img" font-family="${FONTS}">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(described.map(({ label }) => label).join(". "))}</desc>`,
    `<rect x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}" fill="${LIGHT_INKS.paper}"/>`,
    '<g xml:space="preserve" stroke-linecap="round" stroke-linejoin="round">',
    ...frames.map(({ box, drawing }) => group(drawing, box.x, box.y)),
    ...edges.map((drawing) => group(drawing)),
    ...nodes.map(({ box, shapes }) => group(shapes, box.x, box.y)),
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}
