import type { Alignment } from "@/lib/align";
import type { Span } from "@/lib/diagnostics";
import type { Pattern } from "@/lib/scenario";
import { traceCopies } from "./copies";
import { traceEnding } from "./ending";
import type { Served } from "./serve";
import { type StepTrace, traceStep } from "./step";

/** How a pattern is answered: what serves it, and why. */
export interface PatternTrace {
  readonly pattern: Pattern;
  readonly served: Served;
  readonly by: string;
  readonly why: string;
  readonly span: Span | null;
  readonly steps: readonly StepTrace[];
  /** The scenario's names of what the design lacks (`bid`, `bid.amount`, `bid->bidder`): another rule speaks about it. */
  readonly missing: readonly string[];
}

function worst(pattern: Pattern, steps: readonly StepTrace[]): Served {
  if (steps.every((step) => step.served === "served")) return "served";
  const lost = steps.filter((step) => step.served === "unserved").length;
  /** A walk that cannot come back from half of its steps goes nowhere. */
  if (pattern.repeat !== undefined && lost * 2 >= steps.length - 1) return "unserved";
  /** Where nothing leads in, what comes behind is of no use. */
  return steps[0]?.served === "unserved" || steps.every((step) => step.served === "unserved") ? "unserved" : "partly";
}

function summarise(pattern: Pattern, steps: readonly StepTrace[]): PatternTrace {
  const missing = [...new Set(steps.flatMap((step) => step.missing))];
  const weak = steps.find((step) => step.served !== "served");
  const ways = [
    ...new Set(steps.flatMap((step) => (step.path && step.served === "served" ? [step.path.written] : []))),
  ];
  const shown = weak ?? steps.at(-1);
  const subject = shown?.path ? `\`${shown.path.written}\` ` : "";
  return {
    pattern,
    served: worst(pattern, steps),
    by: ways.join("; "),
    why: subject + (shown?.why ?? ""),
    span: shown?.path?.span ?? null,
    steps,
    missing,
  };
}

/** Which key or index serves each access pattern of the scenario, in its order. */
export function traceAll(alignment: Alignment): readonly PatternTrace[] {
  return alignment.scenario.patterns.map((pattern) => {
    const steps = pattern.steps.map((step) => traceStep(alignment, pattern, step));
    const plain = summarise(pattern, steps);
    if (plain.served === "served") return plain;
    const other = traceEnding(alignment, pattern) ?? traceCopies(alignment, pattern);
    return other ? summarise(pattern, [other]) : plain;
  });
}
