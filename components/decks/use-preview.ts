"use client";

import { type ReactNode, useEffect, useState } from "react";
import type { CardText, PreviewAction } from "./card-form-contract";

/** Not at each key: the server draws it. */
const REST_MS = 350;

/** Both sides of a card as they will be shown, a moment after the last key; null while there is nothing to show. */
export function usePreview(card: CardText, preview: PreviewAction): ReactNode {
  const [shown, setShown] = useState<ReactNode>(null);
  const { kind, front, back, deck } = card;
  const isEmpty = front.trim() === "";

  useEffect(() => {
    if (isEmpty) return;
    let awaited = true;
    const timer = setTimeout(async () => {
      try {
        const drawn = await preview({ kind, front, back, deck });
        if (awaited) setShown(drawn);
      } catch {
        // Without the network the last one stays; saving says what is.
      }
    }, REST_MS);
    return () => {
      awaited = false;
      clearTimeout(timer);
    };
  }, [kind, front, back, deck, isEmpty, preview]);

  return isEmpty ? null : shown;
}
