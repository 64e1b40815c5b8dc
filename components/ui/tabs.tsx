"use client";

import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export interface TabsProps {
  /** What the tabs are about, for screen readers. */
  label: string;
  tabs: readonly { readonly value: string; readonly label: ReactNode; readonly content: ReactNode }[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  /** Keep what is hidden in the page, with its scroll place and what was typed. */
  keepMounted?: boolean;
  className?: string;
  listClassName?: string;
  panelClassName?: string;
}

/** Panels under a row of names; arrow keys move between the names. */
export function Tabs(props: TabsProps) {
  const { label, tabs, keepMounted, className, listClassName, panelClassName, ...state } = props;
  return (
    <Radix.Root {...state} className={className}>
      <Radix.List
        aria-label={label}
        className={classNames("flex gap-1 overflow-x-auto border-b border-line", listClassName)}
      >
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value} className={TAB}>
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content
          key={tab.value}
          value={tab.value}
          {...(keepMounted ? { forceMount: true as const } : {})}
          className={classNames("data-[state=inactive]:hidden", panelClassName)}
        >
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}

const TAB =
  "-mb-px inline-flex min-h-11 items-center gap-2 border-b-2 border-transparent px-3 text-small whitespace-nowrap text-ink-soft " +
  "transition-colors hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:border-accent " +
  "data-[state=active]:font-medium data-[state=active]:text-ink md:min-h-10";
