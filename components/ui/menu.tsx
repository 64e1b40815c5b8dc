"use client";

import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";

export interface MenuItem {
  readonly id: string;
  readonly label: ReactNode;
  /** The keys that do the same, as shown at the right. */
  readonly keys?: ReactNode;
  readonly onSelect: () => void;
  readonly disabled?: boolean;
  readonly danger?: boolean;
}

export interface MenuProps {
  /** The button that opens it. */
  trigger: ReactNode;
  items: readonly MenuItem[];
  align?: "start" | "end";
}

/** A short list of things to do, from a button. */
export function Menu({ trigger, items, align = "end" }: MenuProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 min-w-48 rounded-md border border-line bg-surface p-1 shadow-float animate-appear"
        >
          {items.map((item) => (
            <Radix.Item
              key={item.id}
              disabled={item.disabled}
              onSelect={item.onSelect}
              className={`${ITEM} ${item.danger ? "text-missed" : ""}`}
            >
              <span>{item.label}</span>
              {item.keys}
            </Radix.Item>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const ITEM =
  "flex min-h-11 cursor-pointer items-center justify-between gap-6 rounded-sm px-3 text-small outline-none select-none " +
  "data-disabled:cursor-not-allowed data-disabled:opacity-55 data-highlighted:bg-hover md:min-h-8";
