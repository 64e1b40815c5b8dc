"use client";

import type { Route } from "next";
import Link from "next/link";
import { Callout } from "../ui/callout";
import type { OutboxState } from "./outbox";

function sayUnsent(unsent: number): string {
  return unsent === 1
    ? "One change is not saved yet: the server cannot be reached. It is kept on this device and sent again by itself."
    : `${unsent} changes are not saved yet: the server cannot be reached. They are kept on this device and sent again by themselves.`;
}

/** Says what is not saved yet, and why nothing is lost. Silent while all is well. */
export function SendingNote({
  state,
  refused,
  onRetry,
}: {
  state: OutboxState;
  refused: string | null;
  onRetry: () => void;
}) {
  if (state.kind === "waiting") {
    return (
      <Callout kind="warn" announce className="mb-3">
        {sayUnsent(state.unsent)} You can go on.{" "}
        <button
          type="button"
          onClick={onRetry}
          className="inline-flex min-h-6 items-center font-medium underline underline-offset-3"
        >
          Try now
        </button>
      </Callout>
    );
  }
  if (state.kind === "stopped") {
    return (
      <Callout kind="error" announce className="mb-3">
        {state.message} Your unsaved changes are kept on this device until then.{" "}
        <Link
          href={"/sign-in?next=/review" as Route}
          className="inline-flex min-h-6 items-center font-medium underline underline-offset-3"
        >
          Sign in
        </Link>
      </Callout>
    );
  }
  if (refused === null) return null;
  return (
    <Callout kind="error" announce className="mb-3">
      One change was not taken. {refused}
    </Callout>
  );
}
