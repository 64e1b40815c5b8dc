"use client";

import { useCallback, useEffect, useReducer, useRef } from "react";
import { builtAssets } from "./assets";
import { NOTHING_YET, proofReducer } from "./proof-state";
import type { Subject } from "./protocol";
import { Prover } from "./prover";

const makeWorker = () => new Worker(new URL("./proof-worker.ts", import.meta.url), { type: "module", name: "proof" });

/** A PostgreSQL for this page: nothing is fetched before the first proof, and it ends with the page. */
export function useProver() {
  const [state, dispatch] = useReducer(proofReducer, NOTHING_YET);
  const prover = useRef<Prover | null>(null);
  useEffect(() => () => prover.current?.stop(), []);
  const prove = useCallback((subject: Subject) => {
    const assets = builtAssets();
    dispatch({ kind: "begin" });
    if (!assets) {
      const detail = "the page was built without PostgreSQL";
      return dispatch({ kind: "failed", fault: { code: "not-built", detail } });
    }
    prover.current ??= new Prover(makeWorker);
    prover.current.prove({ subject, assets }, dispatch);
  }, []);
  const stop = useCallback(() => {
    prover.current?.stop();
    dispatch({ kind: "stop" });
  }, []);
  return { state, prove, stop };
}
