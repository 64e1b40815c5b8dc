import type { StoreType } from "@/lib/design";

/** A colour by its token in globals.css, so that both themes draw the same shapes. */
export type Ink =
  | "paper"
  | "surface"
  | "sunk"
  | "ink"
  | "ink-soft"
  | "ink-faint"
  | "line"
  | "line-strong"
  | "partly"
  | "partly-soft"
  | "missed"
  | StoreType
  | `${StoreType}-soft`;

export interface RectShape {
  readonly kind: "rect";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly fill: Ink | null;
  readonly stroke: Ink | null;
  readonly dash?: string;
}

/** `y` is the base line; `width` is what the text takes, by the measure of the mono font. */
export interface TextShape {
  readonly kind: "text";
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly width: number;
  readonly fill: Ink;
  readonly bold?: boolean;
}

export interface PathShape {
  readonly kind: "path";
  readonly d: string;
  readonly fill: Ink | null;
  readonly stroke: Ink | null;
  readonly dash?: string;
}

export type Shape = RectShape | TextShape | PathShape;

/** What one box or line is drawn with, from back to front. */
export type Drawing = readonly Shape[];
