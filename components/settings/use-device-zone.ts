"use client";

import { useSyncExternalStore } from "react";
import { deviceZone } from "../ui/device-zone";

function never(): () => void {
  return () => undefined;
}

/** The zone of this device; before the page is awake, the one that the person's device said last. */
export function useDeviceZone(said: string): string {
  return useSyncExternalStore(never, deviceZone, () => said);
}
