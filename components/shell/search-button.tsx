"use client";

import { Icon } from "../ui/icon";
import { Kbd } from "../ui/kbd";
import { openPanel } from "./panel-store";

/** Opens the palette for those who do not know its key, and teaches the key. */
export function SearchButton() {
  return (
    <button
      type="button"
      onClick={() => openPanel("palette")}
      className="hidden min-h-9 items-center gap-2 rounded-md border border-line px-3 text-small text-ink-faint transition-colors hover:border-line-strong hover:text-ink-soft md:inline-flex"
    >
      <Icon name="search" />
      Go to
      <Kbd>Ctrl K</Kbd>
    </button>
  );
}
