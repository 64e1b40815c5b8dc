"use client";

import { useEffect } from "react";
import { type PageKey, setPageKeys } from "./panel-store";

/** A page names its keys here; `?` lists them. Draws nothing. Give it a constant. */
export function PageKeys({ keys }: { keys: readonly PageKey[] }) {
  useEffect(() => {
    setPageKeys(keys);
    return () => setPageKeys([]);
  }, [keys]);
  return null;
}
