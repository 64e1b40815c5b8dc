"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { LiveDiagram } from "@/components/diagram/live-diagram";
import { Segmented } from "@/components/ui/segmented";
import { onThisDevice } from "./device-store";
import { Outline } from "./outline";
import { outlineInBrief } from "./outline-facts";
import type { Caret } from "./use-caret";
import type { Sheet } from "./use-sheet";

interface ReadingProps {
  readonly slug: string;
  readonly sheet: Sheet;
  readonly caret: Caret;
  /** Shows where something stands in the text; `start` is an offset into the sheet. */
  readonly onShow: (start: number) => void;
}

const WAYS = [
  { value: "diagram", label: "Diagram" },
  { value: "list", label: "List" },
] as const;
type Way = (typeof WAYS)[number]["value"];

const READ_AS = "read-as";
const NOWHERE = () => null;

/** How the answer reads: as a diagram, or the same as a list. */
export function Reading({ slug, sheet, caret, onShow }: ReadingProps) {
  const [way, setWay] = useState<Way>("diagram");
  const at = useSyncExternalStore(caret.subscribe, caret.read, NOWHERE);
  const { outcome, read } = sheet;
  const summary = outlineInBrief(outcome.value.design);

  useEffect(() => {
    if (onThisDevice.read(READ_AS) === "list") setWay("list");
  }, []);
  function choose(next: Way): void {
    setWay(next);
    onThisDevice.write(READ_AS, next);
  }

  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 className="text-lead font-semibold">As it reads</h2>
        <Segmented legend="Show it as" hideLegend name="read-as" options={WAYS} value={way} onChange={choose} />
      </div>
      <p className="mt-0.5 mb-3 min-h-5 text-small text-ink-soft">{summary}</p>
      {way === "list" ? (
        <Outline design={outcome.value.design} onShow={onShow} />
      ) : (
        <LiveDiagram
          text={read}
          outcome={outcome}
          activeOffset={at}
          summary={summary}
          fileName={`${slug}-design`}
          onReveal={({ start }) => onShow(start)}
        />
      )}
    </>
  );
}
