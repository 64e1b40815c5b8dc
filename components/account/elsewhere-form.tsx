"use client";

import { useActionState } from "react";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import type { ElsewhereAction } from "./form-state";

/** Ends every session but this one. */
export function ElsewhereForm({ action }: { action: ElsewhereAction }) {
  const [{ ended, message }, submit, pending] = useActionState(action, { ended: false, message: null });
  return (
    <form action={submit} className="space-y-4">
      {message && (
        <Callout kind="error" announce>
          {message}
        </Callout>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" pending={pending}>
          Sign out everywhere else
        </Button>
        <p role="status" className="text-small text-ink-soft">
          {ended ? "Only this browser is signed in now." : ""}
        </p>
      </div>
    </form>
  );
}
