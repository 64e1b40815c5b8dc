"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { deviceZone } from "../ui/device-zone";
import { newId } from "../ui/new-id";
import { type DeskActions, type HandInResult, isTooLong } from "./desk-contract";
import { type DeviceStore, onThisDevice } from "./device-store";

export type HandInState =
  | { readonly kind: "ready" }
  | { readonly kind: "pending" }
  | {
      readonly kind: "refused";
      readonly code: Exclude<HandInResult, { ok: true }>["code"] | "unreachable";
      /** What was refused: a changed text may fare better. */
      readonly text: string;
    };

interface Sent {
  readonly id: string;
  readonly text: string;
}

function sentIn(value: unknown): Sent | null {
  if (typeof value !== "object" || value === null || !("id" in value) || !("text" in value)) return null;
  return typeof value.id === "string" && typeof value.text === "string" ? { id: value.id, text: value.text } : null;
}

/**
 * The same text keeps its id until it is confirmed, so that a retry counts once; a changed text is another attempt.
 * @param last what was sent from this page, for a browser that keeps nothing.
 */
export function attemptFor(store: DeviceStore, slug: string, text: string, last: Sent | null): Sent {
  const kept = sentIn(store.read(`attempt:${slug}`)) ?? last;
  if (kept?.text === text) return kept;
  const attempt = { id: newId(), text };
  store.write(`attempt:${slug}`, attempt);
  return attempt;
}

interface HandInOptions {
  readonly slug: string;
  readonly send: DeskActions["handIn"];
  readonly done: (attemptId: string, person: string) => void;
}

interface Submission {
  readonly text: string;
  readonly seconds: number;
  readonly person: string | null;
}

/** Hands the sheet in; `pending` stays until the report is opened. */
export function useHandIn({ slug, send, done }: HandInOptions): [HandInState, (sheet: Submission) => Promise<void>] {
  const [state, setState] = useState<HandInState>({ kind: "ready" });
  const last = useRef<Sent | null>(null);
  const submit = useCallback(
    async (sheet: Submission) => {
      if (isTooLong(sheet.text)) return setState({ kind: "refused", text: sheet.text, code: "too-long" });
      setState({ kind: "pending" });
      last.current = attemptFor(onThisDevice, slug, sheet.text, last.current);
      try {
        const result = await send({
          id: last.current.id,
          slug,
          zone: deviceZone(),
          ...sheet,
        });
        if (!result.ok) return setState({ kind: "refused", text: sheet.text, code: result.code });
        onThisDevice.remove(`attempt:${slug}`);
        last.current = null;
        done(result.attemptId, result.person);
      } catch {
        setState({ kind: "refused", text: sheet.text, code: "unreachable" });
      }
    },
    [slug, send, done],
  );
  return [state, submit];
}

/** Ctrl/⌘ Enter hands in, wherever the focus is. */
export function useHandInKey(handIn: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.repeat) return;
      event.preventDefault();
      handIn();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [handIn]);
}
