"use client";

import { useCallback, useRef, useState } from "react";
import type { ReportChange, Told } from "@/lib/practice";
import type { AskWhatIf } from "./what-if";

export type WhatIfState =
  | { readonly kind: "idle" }
  | { readonly kind: "asking"; readonly change: ReportChange | null }
  | { readonly kind: "answered"; readonly change: ReportChange }
  | { readonly kind: "failed" };

/** What the person says of their tables, and what it would change. Of two questions only the later one's answer counts. */
export function useWhatIf(ask: AskWhatIf) {
  const [told, setTold] = useState<Told>({});
  const [state, setState] = useState<WhatIfState>({ kind: "idle" });
  const last = useRef(0);
  const send = useCallback(
    async (next: Told) => {
      last.current += 1;
      const mine = last.current;
      setTold(next);
      if (Object.keys(next).length === 0) return setState({ kind: "idle" });
      setState((before) => ({ kind: "asking", change: before.kind === "answered" ? before.change : null }));
      const reply = await ask(next).catch(() => null);
      if (mine !== last.current) return;
      setState(reply?.ok ? { kind: "answered", change: reply.change } : { kind: "failed" });
    },
    [ask],
  );
  const tell = (table: string, entity: string | null) => {
    const { [table]: _gone, ...rest } = told;
    return send(entity === null ? rest : { ...rest, [table]: entity });
  };
  return { told, state, tell, again: () => send(told), takeBack: () => send({}) };
}
