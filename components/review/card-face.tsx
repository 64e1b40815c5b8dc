"use client";

import { classNames } from "../ui/class-names";
import type { CardItem } from "./item";
import { OptionList } from "./option-list";
import { ReadingLinks } from "./reading-links";

export interface CardFaceProps {
  item: CardItem;
  shown: boolean;
  chosen: string | null;
  onChoose: (chosen: string) => void;
}

/** One card: the question, and once it is shown the answer. */
export function CardFace(props: CardFaceProps) {
  const { item, shown } = props;
  return (
    <>
      {!(shown && item.backReplacesFront) && <div className="text-lead">{item.front}</div>}
      {item.options.length > 0 && <OptionList {...props} />}
      {shown && (
        <div
          className={classNames(
            "animate-appear",
            item.backReplacesFront ? "text-lead" : "mt-6 border-t border-line pt-6",
          )}
        >
          {item.back}
        </div>
      )}
      {shown && <ReadingLinks links={item.links} source={item.source} />}
    </>
  );
}
