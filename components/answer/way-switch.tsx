"use client";

import { useCallback, useEffect, useState } from "react";
import { Segmented } from "@/components/ui/segmented";
import { onThisDevice } from "./device-store";

/** How the design is changed: as text, or in a form over the same text. */
export type Way = "write" | "click";

const KEPT = "design-way";

/** The way that was chosen last on this device. */
export function useWay(): [Way, (way: Way) => void] {
  const [way, setWay] = useState<Way>("write");
  useEffect(() => {
    if (onThisDevice.read(KEPT) === "click") setWay("click");
  }, []);
  const choose = useCallback((next: Way) => {
    setWay(next);
    onThisDevice.write(KEPT, next);
  }, []);
  return [way, choose];
}

const WAYS = [
  { value: "write", label: "Write" },
  { value: "click", label: "Click" },
] as const;

export function WaySwitch({ way, onWay }: { way: Way; onWay: (way: Way) => void }) {
  return (
    <Segmented legend="Change the design by" hideLegend name="design-way" options={WAYS} value={way} onChange={onWay} />
  );
}
