import type { Size } from "./layout/spaces";

/** Which part of the picture is in sight, and how large. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export const LEAST_ZOOM = 0.15;
export const MOST_ZOOM = 2.5;
const MARGIN = 16;

/** The whole picture in the window: in the middle, at the top, and never larger than life. */
export function fitted(picture: Size, pane: Size): Viewport {
  const wide = (pane.width - 2 * MARGIN) / Math.max(1, picture.width);
  const high = (pane.height - 2 * MARGIN) / Math.max(1, picture.height);
  const zoom = Math.max(LEAST_ZOOM, Math.min(1, wide, high));
  return { x: Math.round((pane.width - picture.width * zoom) / 2), y: MARGIN, zoom };
}

/** Larger or smaller around the middle of the window. */
export function zoomed({ x, y, zoom }: Viewport, factor: number, pane: Size): Viewport {
  const next = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom * factor));
  const [middleX, middleY] = [pane.width / 2, pane.height / 2];
  const by = next / zoom;
  return { x: middleX - (middleX - x) * by, y: middleY - (middleY - y) * by, zoom: next };
}
