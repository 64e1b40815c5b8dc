import type { Design, StoreType } from "@/lib/design";
import type { Diagnostic } from "@/lib/diagnostics";

/** A change to the design: `start..end` becomes `text`. Offsets are into the design, before any change. */
export interface DesignEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What the desk may ask of whatever holds the design's text. Offsets are into the design, not the sheet. */
export interface DesignHandle {
  readonly focus: () => void;
  /** Selects, scrolls there and takes the focus. */
  readonly select: (start: number, end: number) => void;
  /** As one step, which undo takes back; the caret ends behind the last change. */
  readonly change: (edits: readonly DesignEdit[]) => void;
}

/** A diagnostic with its place in the design. */
export interface DesignRemark {
  readonly start: number;
  readonly end: number;
  readonly diagnostic: Diagnostic;
}

/** How the plain box was left: what is taken over from it. */
export interface Handover {
  /** The text before anything was typed there; undo leads back to it. */
  readonly before: string;
  readonly selection: readonly [number, number];
  readonly focused: boolean;
}

export interface DesignEditorProps {
  readonly id: string;
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly handover: Handover;
  /** How the text reads now: what completion knows. */
  readonly design: Design;
  readonly store: StoreType | null;
  readonly remarks: readonly DesignRemark[];
  readonly onFix: (diagnostic: Diagnostic) => void;
  /** Where the caret went, an offset into the design. */
  readonly onCaret: (offset: number) => void;
}
