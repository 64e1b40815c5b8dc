"use client";

import { Callout } from "../ui/callout";
import { LocalTime } from "../ui/local-time";

/** The page was opened without a network: what works, and since when these cards are here. */
export function KeptNote({ since }: { since: number }) {
  return (
    <Callout kind="info" announce className="mb-6">
      No connection. These are the cards of <LocalTime at={since} style="date-time" />, without what you have done
      since. You can review as always: your ratings are kept on this device and sent when the connection is back.
    </Callout>
  );
}
