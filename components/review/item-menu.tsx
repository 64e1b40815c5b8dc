"use client";

import type { Route } from "next";
import Link from "next/link";
import type { RefObject } from "react";
import { Icon } from "../ui/icon";
import { Kbd } from "../ui/kbd";

export interface ItemMenuProps {
  /** The panel, for the key that opens it. */
  panel: RefObject<HTMLDivElement | null>;
  /** Where the person's own card is changed; null for what is not theirs. */
  edit: string | null;
  onInfo: () => void;
  onBury: () => void;
  onSuspend: () => void;
}

const ROW =
  "flex min-h-11 w-full items-center justify-between gap-6 rounded-sm px-3 text-left text-small hover:bg-hover md:min-h-9";

/** Above its button, by the edge of the column: the top layer knows nothing of where it was opened. */
function place(panel: HTMLDivElement, button: Element | null): void {
  const { right, top } = button?.getBoundingClientRect() ?? { right: window.innerWidth, top: window.innerHeight };
  panel.style.right = `${Math.max(8, document.documentElement.clientWidth - right)}px`;
  panel.style.bottom = `${Math.max(8, window.innerHeight - top + 4)}px`;
}

/**
 * What can be done with the item besides rating it, for mouse and finger. The browser's own popover, as the account's is: a
 * menu library would be a fifth of what this page may weigh.
 */
export function ItemMenu({ panel, edit, onInfo, onBury, onSuspend }: ItemMenuProps) {
  const rows = [
    { words: "Bury until tomorrow", key: "-", act: onBury },
    { words: "Suspend: do not show it again", key: "S", act: onSuspend },
    { words: "About this card", key: "I", act: onInfo },
  ];
  const close = () => panel.current?.hidePopover();
  return (
    <>
      <button
        type="button"
        popoverTarget="item-menu"
        className="-mr-3 inline-flex min-h-11 items-center gap-2 rounded-md px-3 text-small font-medium text-ink-soft hover:bg-hover hover:text-ink md:min-h-8"
      >
        More <Icon name="more" />
      </button>
      <div
        ref={panel}
        id="item-menu"
        popover="auto"
        role="dialog"
        aria-label="More to do with this card"
        onBeforeToggle={({ currentTarget, newState }) =>
          newState === "open" && place(currentTarget, document.querySelector("[popovertarget=item-menu]"))
        }
        onToggle={({ currentTarget, newState }) =>
          newState === "open" && currentTarget.querySelector("button")?.focus()
        }
        className="fixed inset-auto m-0 w-72 rounded-lg border border-line bg-surface p-2 text-ink shadow-float"
      >
        {rows.map(({ words, key, act }) => (
          <button
            key={key}
            type="button"
            className={ROW}
            onClick={() => {
              close();
              act();
            }}
          >
            {words}
            <span className="hidden md:inline">
              <Kbd>{key}</Kbd>
            </span>
          </button>
        ))}
        {edit !== null && (
          <Link href={edit as Route} onClick={close} className={ROW}>
            Edit this card
            <span className="hidden md:inline">
              <Kbd>E</Kbd>
            </span>
          </Link>
        )}
      </div>
    </>
  );
}
