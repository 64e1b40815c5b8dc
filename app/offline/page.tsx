import type { Metadata } from "next";
import { OfflinePage } from "@/components/shell/offline-page";

export const metadata: Metadata = { title: "No connection", robots: { index: false } };

/** Kept on the device by the worker of the review page, and shown by it alone. */
export default function Offline() {
  return <OfflinePage />;
}
