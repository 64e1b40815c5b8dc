import type { ProvePanelProps } from "@/components/proof/prove-panel";
import { ReportView } from "@/components/report/report-view";
import { Prose } from "@/components/ui/prose";
import { STORE_TYPES } from "@/lib/design";
import { splitSheet } from "@/lib/notation";
import { readNames } from "@/lib/practice";
import type { Scenario } from "@/lib/scenario";
import type { ScenarioBundle } from "@/lib/scenario/load";
import { type Attempt, gradedAnswers } from "@/lib/server";
import { whatIfAction } from "../actions";
import { readDifference } from "./read-report";

interface ReportBodyProps {
  readonly personId: string;
  readonly attempt: Attempt;
  /** Null where the scenario is not there any more: the report stands without what is read from it. */
  readonly bundle: ScenarioBundle | null;
  readonly now: number;
}

/** The report with all that is read beside it: the brief, the names, the model answers, the attempt before. */
export async function ReportBody({ personId, attempt, bundle, now }: ReportBodyProps) {
  const difference = await readDifference(personId, attempt);
  return (
    <ReportView
      {...attempt}
      {...besideOf(attempt, bundle)}
      difference={difference}
      whatIf={whatIfAction.bind(null, attempt.id)}
      now={now}
    />
  );
}

/** What a PostgreSQL can prove: the tables of a relational design. */
function proofOf({ text, report }: Attempt, scenario: Scenario): ProvePanelProps | null {
  if ((report.store?.type ?? "relational") !== "relational") return null;
  const { start } = splitSheet(text).body;
  return { scenario, head: text.slice(0, start), design: text.slice(start) };
}

function besideOf(attempt: Attempt, bundle: ScenarioBundle | null) {
  if (!bundle) return { brief: null, patterns: [], proof: null, names: null, entities: [], answers: [], stores: [] };
  const { scenario, brief } = bundle;
  return {
    brief: <Prose className="text-[0.9375rem] leading-6">{brief}</Prose>,
    patterns: scenario.patterns.map(({ id, asks, heat }) => ({ id, asks, heat })),
    proof: proofOf(attempt, scenario),
    names: readNames(attempt.text, scenario),
    entities: Object.keys(scenario.entities),
    answers: gradedAnswers(bundle).map(({ file, title, text, report: { store, score, signal } }) => {
      return { file, title, text, score, signal, store: store?.type ?? "relational", engine: store?.engine ?? null };
    }),
    stores: STORE_TYPES.flatMap((type) => {
      const { fit, why } = scenario.stores[type];
      return fit === "poor" ? [] : [{ type, fit, why }];
    }),
  };
}
