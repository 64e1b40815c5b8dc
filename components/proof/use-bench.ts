"use client";

import { useEffect, useRef, useState } from "react";
import type { Scenario } from "@/lib/scenario";
import type { Mend, Subject, Unread } from "./protocol";
import { useProver } from "./use-prover";

export interface BenchStart {
  readonly scenario: Scenario;
  /** What stands before the design in the sheet: the decisions, kept as they are. */
  readonly head: string;
  readonly design: string;
}

/** A design that is changed and run again and again; nothing of it is kept. */
export function useBench({ scenario, head, design }: BenchStart) {
  const [text, setText] = useState(design);
  const [questions, setQuestions] = useState("");
  const [subject, setSubject] = useState<Subject>({ text: head + design, scenario, questions: "" });
  const { state, prove, stop } = useProver();
  const status = useRef<HTMLDivElement>(null);
  const run = (body: string) => {
    const next = { text: head + body, scenario, questions };
    setSubject(next);
    prove(next);
  };
  /** Where the button that was pressed is gone, the focus goes on to what it began. */
  useEffect(() => {
    if (state.run > 0 && document.activeElement === document.body) status.current?.focus();
  }, [state.run]);
  const mend = ({ text: sheet }: Mend) => {
    const body = sheet.slice(head.length);
    setText(body);
    run(body);
    status.current?.focus();
  };
  /** Lines of the design in its own count. */
  const above = head.split("\n").length - 1;
  const below = (one: Unread): Unread => ({ ...one, line: one.line - above });
  const notes = { unread: state.misread.sheet.map(below), leftOut: state.leftOut.map(below) };
  return { text, setText, questions, setQuestions, subject, state, status, ...notes, run: () => run(text), mend, stop };
}
