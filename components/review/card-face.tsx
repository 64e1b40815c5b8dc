"use client";

import { classNames } from "../ui/class-names";
import { Icon } from "../ui/icon";
import { Kbd } from "../ui/kbd";
import type { CardItem } from "./item";
import { optionKey } from "./use-review-keys";

export interface CardFaceProps {
  item: CardItem;
  shown: boolean;
  chosen: string | null;
  onShow: (chosen?: string) => void;
}

type Option = CardItem["options"][number];

/** Once shown: which was right, and which was chosen; by icon and words, not by colour alone. */
function Outcome({ option, chosen }: { option: Option; chosen: boolean }) {
  if (option.right) {
    return (
      <span className="flex items-center gap-1 text-small font-medium text-met">
        <Icon name="check" /> {chosen ? "Right, your choice" : "Right"}
      </span>
    );
  }
  if (!chosen) return null;
  return (
    <span className="flex items-center gap-1 text-small font-medium text-missed">
      <Icon name="cross" /> Your choice
    </span>
  );
}

function Options({ item, shown, chosen, onShow }: CardFaceProps) {
  return (
    <ul className="mt-6 space-y-2">
      {item.options.map((option, index) => (
        <li key={option.id}>
          {shown ? (
            <div
              className={classNames(
                "flex min-h-12 flex-wrap items-center justify-between gap-x-4 rounded-md border px-4 py-2.5",
                option.right ? "border-met" : "border-line text-ink-soft",
              )}
            >
              <div className="min-w-0">{option.words}</div>
              <Outcome option={option} chosen={option.id === chosen} />
            </div>
          ) : (
            <button
              type="button"
              onClick={() => onShow(option.id)}
              className="flex min-h-12 w-full items-center gap-3 rounded-md border border-line-strong bg-surface px-4 py-2.5 text-left transition-colors hover:bg-hover"
            >
              <span className="hidden md:block">
                <Kbd>{optionKey(index)}</Kbd>
              </span>
              <span className="min-w-0">{option.words}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** One card: the question, and once it is shown the answer. */
export function CardFace(props: CardFaceProps) {
  const { item, shown } = props;
  return (
    <>
      {item.why && <div className="mb-6 text-small text-ink-soft">{item.why}</div>}
      {!(shown && item.backReplacesFront) && <div className="text-lead">{item.front}</div>}
      {item.options.length > 0 && <Options {...props} />}
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
    </>
  );
}
