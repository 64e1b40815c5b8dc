"use client";

import { classNames } from "../ui/class-names";
import { Icon } from "../ui/icon";
import { Kbd } from "../ui/kbd";
import { type Option, optionsOf, type RatedItem } from "./item";
import { optionKey } from "./use-review-keys";

export interface OptionListProps {
  item: RatedItem;
  shown: boolean;
  chosen: string | null;
  onChoose: (chosen: string) => void;
}

/** Once shown: which was right, and which was chosen; by icon and words, not by colour alone. */
function Outcome({ option, chosen }: { option: Option; chosen: boolean }) {
  if (!option.right && !chosen) return null;
  const words = option.right ? (chosen ? "Right, your choice" : "Right") : "Your choice: wrong";
  return (
    <span
      className={`ml-auto flex items-center gap-1 text-small font-medium ${option.right ? "text-met" : "text-missed"}`}
    >
      <Icon name={option.right ? "check" : "cross"} /> {words}
    </span>
  );
}

function Shown({ option, chosen }: { option: Option; chosen: boolean }) {
  const looks = option.right
    ? "border-met bg-met-soft"
    : chosen
      ? "border-missed bg-missed-soft"
      : "border-line text-ink-soft";
  return (
    <div
      className={classNames(
        "flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 rounded-md border px-4 py-2.5",
        looks,
      )}
    >
      <div className="min-w-0">{option.words}</div>
      <Outcome option={option} chosen={chosen} />
    </div>
  );
}

/** The options, each with its letter; then what became of them. */
export function OptionList({ item, shown, chosen, onChoose }: OptionListProps) {
  const all = optionsOf(item).map((option, index) => ({ option, index }));
  // Below a sheet there is no room for what is neither right nor chosen: why it is so must be seen.
  const brief = shown && item.kind === "drill";
  const listed = brief ? all.filter(({ option }) => option.right || option.id === chosen) : all;
  return (
    <ul className="mt-6 space-y-2">
      {listed.map(({ option, index }) => (
        <li key={option.id}>
          {shown ? (
            <Shown option={option} chosen={option.id === chosen} />
          ) : (
            <button
              type="button"
              onClick={() => onChoose(option.id)}
              aria-keyshortcuts={optionKey(index)}
              className="flex min-h-12 w-full items-center gap-3 rounded-md border border-line-strong bg-surface px-4 py-2.5 text-left transition-colors hover:bg-hover"
            >
              <Kbd>{optionKey(index)}</Kbd>
              <span className="min-w-0">{option.words}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
