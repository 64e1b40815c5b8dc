"use client";

import { useDeferredValue, useMemo, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import type { Answer } from "@/lib/design";
import type { Outcome, Span } from "@/lib/diagnostics";
import { activeNodes } from "./active";
import { DiagramTools } from "./diagram-tools";
import { EmptyDiagram } from "./empty-diagram";
import type { DiagramGraph, DiagramNode } from "./graph/model";
import { type Picture, pictureOf } from "./picture";
import { useCanvas } from "./use-canvas";
import { useSettled } from "./use-settled";
import { TOOL } from "./zoom-bar";

interface LiveDiagramProps {
  /** The whole sheet, and how it was read. */
  readonly text: string;
  readonly outcome: Outcome<Answer>;
  /** Where the caret stands in the sheet; its table is marked. */
  readonly activeOffset: number | null;
  /** `4 tables, 5 references`. */
  readonly summary: string;
  /** What the exported files are called, without their ending. */
  readonly fileName: string;
  /** A box was chosen: its name stands there in the sheet. */
  readonly onReveal: (span: Span) => void;
}

// On a phone all of it stands below the bars and the headings.
const HEIGHT = "h-[calc(100dvh-18rem)] min-h-80 xl:h-[calc(100dvh-15.5rem)]";

/** The same design for the larger view, where the window is wider than it is high; drawn only while that is open. */
function useLarge(graph: DiagramGraph, open: boolean, otherwise: Picture): Picture {
  return useMemo(() => {
    const wide = open && window.innerWidth > window.innerHeight;
    return wide ? pictureOf(graph, null, "wide").picture : otherwise;
  }, [graph, open, otherwise]);
}

/** The design as a diagram that follows the text. */
export function LiveDiagram({ text, outcome, activeOffset, summary, fileName, onReveal }: LiveDiagramProps) {
  const { Canvas, failed } = useCanvas();
  const [large, setLarge] = useState(false);
  // The letter comes first, its drawing a moment later.
  const reading = useDeferredValue(useMemo(() => ({ text, outcome }), [text, outcome]));
  const { picture, settled } = useSettled(reading.text, reading.outcome, activeOffset);
  const active = useMemo(
    () => activeNodes(settled.graph, reading.text, activeOffset),
    [settled, reading, activeOffset],
  );

  const largePicture = useLarge(settled.graph, large, picture);

  function choose(node: DiagramNode): void {
    setLarge(false);
    if (node.at) onReveal(node.at);
  }

  if (failed) {
    return (
      <p role="status" className="text-small text-ink-soft">
        The diagram could not be loaded. It comes back with the connection; the list shows the same design.
      </p>
    );
  }
  if (!Canvas) return <Skeleton className={HEIGHT} />;
  if (picture.nodes.length === 0) return <EmptyDiagram />;
  const shared = { active, dimmed: settled.stale, onChoose: choose };
  return (
    <div className="space-y-2">
      <Canvas
        {...shared}
        picture={picture}
        label={`Diagram of the design: ${summary || "empty"}`}
        className={HEIGHT}
        tools={
          <>
            <DiagramTools picture={picture} fileName={fileName} />
            <Dialog
              open={large}
              onOpenChange={setLarge}
              trigger={
                <button type="button" className={TOOL}>
                  Enlarge
                </button>
              }
              title="Diagram"
              className="h-[92dvh] max-h-none! sm:top-[4dvh]! sm:w-[calc(100vw-3rem)]! sm:max-w-none!"
            >
              <Canvas
                {...shared}
                picture={largePicture}
                label={`The design in large: ${summary}`}
                className="h-[calc(92dvh-6.5rem)]"
                tools={<DiagramTools picture={largePicture} fileName={fileName} />}
              />
            </Dialog>
          </>
        }
      />
      <p role="status" className="min-h-5 text-small text-partly empty:invisible">
        {settled.stale &&
          `The last drawing that could be read. ${settled.waitsFor ? `Line ${settled.waitsFor}` : "The text"} is not understood yet.`}
      </p>
    </div>
  );
}
