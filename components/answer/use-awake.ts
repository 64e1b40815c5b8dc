"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False on the server and until the page's script has taken over: what was typed before then would be lost. */
export function useAwake(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
