"use client";

import dynamic from "next/dynamic";
import { useEffect, useSyncExternalStore } from "react";
import type { CommandPaletteProps } from "./command-palette";
import { closePanel, NOTHING_SHOWN, openPanel, readShown, subscribeToShown } from "./panel-store";

const CommandPalette = dynamic(() => import("./command-palette").then((module) => module.CommandPalette), {
  ssr: false,
});
const KeysDialog = dynamic(() => import("./keys-dialog").then((module) => module.KeysDialog), { ssr: false });

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function onKeyDown(event: KeyboardEvent): void {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
    event.preventDefault();
    if (readShown().panel === "palette") closePanel();
    else openPanel("palette");
  } else if (event.key === "?" && plain && !isTyping(event.target) && readShown().panel === null) {
    event.preventDefault();
    openPanel("keys");
  }
}

/** Listens for Ctrl/⌘ K and `?`, and loads what they open only then. */
export function Panels({ scenarios, rules }: Pick<CommandPaletteProps, "scenarios" | "rules">) {
  const { panel, pageKeys } = useSyncExternalStore(subscribeToShown, readShown, () => NOTHING_SHOWN);
  useEffect(() => {
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <>
      {panel === "palette" && <CommandPalette scenarios={scenarios} rules={rules} onClose={closePanel} />}
      {panel === "keys" && <KeysDialog pageKeys={pageKeys} onClose={closePanel} />}
    </>
  );
}
