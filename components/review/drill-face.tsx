"use client";

import type { DrillItem } from "./item";
import { OptionList } from "./option-list";
import { ReadingLinks } from "./reading-links";
import { Sheet } from "./sheet";

export interface DrillFaceProps {
  item: DrillItem;
  shown: boolean;
  chosen: string | null;
  onChoose: (chosen: string) => void;
}

/** A sound answer with one flaw: the question, the sheet, the options; then the line, why, and what to do. */
export function DrillFace(props: DrillFaceProps) {
  const { item, shown } = props;
  return (
    <>
      <p className="text-small font-medium text-ink-faint">{item.title}: an answer with one flaw</p>
      <div className="mt-1 text-lead">{item.asks}</div>
      <Sheet text={item.sheet} headLines={item.headLines} marked={shown ? item.line : null} />
      <OptionList {...props} />
      {shown && (
        <div className="mt-6 animate-appear space-y-3 border-t border-line pt-6">
          {item.message}
          <div className="flex gap-x-3">
            <span className="shrink-0 font-medium">Mend</span>
            {item.fix}
          </div>
          <ReadingLinks links={item.links} />
        </div>
      )}
    </>
  );
}
