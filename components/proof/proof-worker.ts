import { type Diagnostic, indexLines, positionAt } from "@/lib/diagnostics";
import { readSheet } from "@/lib/notation";
import { gradeSheet } from "@/lib/practice";
import { Bench, BROWSER_SIZES, differences, type Gap, type ProofPlan, planAnswer, runProofs } from "@/lib/proof";
import { type OpenDatabase, openDatabase } from "@/lib/proof/pglite";
import type { Report } from "@/lib/rubric";
import { readPatterns, type Scenario } from "@/lib/scenario";
import type { ProofAssets } from "./assets";
import { faultOf } from "./fault-of";
import { fetchAssets } from "./fetch-assets";
import { mendsOf } from "./mends";
import type { ProofEvent, ProofRequest, Subject, Unread } from "./protocol";

/** PostgreSQL in a thread of its own: it may be ended at any time, and blocks nobody. */

interface Opened {
  readonly db: OpenDatabase;
  /** Rows stay between runs: where only an index changed, only the index is made. */
  readonly bench: Bench;
}

const tell = (event: ProofEvent) => postMessage(event);

/** Kept from run to run. */
let opened: Promise<Opened> | null = null;

async function open(assets: ProofAssets): Promise<Opened> {
  let told = 0;
  const ready = await fetchAssets(assets, (bytes, of) => {
    /** A hundred messages are enough. */
    if (bytes - told < of / 100 && bytes < of) return;
    told = bytes;
    tell({ kind: "fetching", bytes, of });
  });
  tell({ kind: "starting" });
  const db = await openDatabase(ready);
  tell({ kind: "started" });
  return { db, bench: new Bench(db) };
}

function unreadOf(text: string, diagnostics: readonly Diagnostic[]): readonly Unread[] {
  const lines = indexLines(text);
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ span, message }) => ({ line: positionAt(lines, span.start).line, message }));
}

function leftOutOf(text: string, gaps: readonly Gap[]): readonly Unread[] {
  const lines = indexLines(text);
  return gaps.map(({ what, why, span }) => ({
    line: positionAt(lines, span.start).line,
    message: `${what} is left out of the run: ${why}.`,
  }));
}

interface Planned {
  readonly plan: ProofPlan;
  readonly findings: Report["findings"];
  /** With one's own questions. */
  readonly scenario: Scenario;
}

function planOf({ text, scenario: given, questions }: Subject): Planned | null {
  const { value: answer, diagnostics } = readSheet(text);
  const own = readPatterns(questions, given);
  const scenario = { ...given, patterns: [...own.patterns, ...given.patterns] };
  const misread = { sheet: unreadOf(text, diagnostics), questions: own.problems };
  const plan = planAnswer({ answer, scenario, sizes: BROWSER_SIZES });
  if (typeof plan === "string") {
    tell({ kind: "no-plan", why: plan, misread });
    return null;
  }
  const { findings } = gradeSheet({ text, scenario, teaches: new Map() });
  const { claims, sizes, gaps } = plan;
  const mends = mendsOf(text, answer.design.dialect, findings);
  tell({ kind: "planned", claims, sizes, mends, misread, leftOut: leftOutOf(text, gaps) });
  return { plan, findings, scenario };
}

async function prove({ subject, assets }: ProofRequest): Promise<void> {
  const began = performance.now();
  const planned = planOf(subject);
  if (!planned) return;
  opened ??= open(assets);
  const { db, bench } = await opened;
  const proofs = await runProofs(planned.plan, db, bench, {
    progress: (progress) => tell({ kind: "progress", progress }),
    proof: (proof) => tell({ kind: "proof", proof }),
  });
  const found = differences(proofs, planned.findings, planned.scenario);
  tell({ kind: "done", differences: found, milliseconds: performance.now() - began });
}

/** After a fault nothing here is to be trusted: the page ends this worker and starts another. */
function fail(error: unknown): void {
  tell({ kind: "failed", fault: faultOf(error) });
}

/** `PGlite.create()` may neither end nor reject: what it throws elsewhere arrives here. */
addEventListener("unhandledrejection", ({ reason }) => fail(reason));
addEventListener("error", ({ error, message }) => fail(error ?? message));

addEventListener("message", ({ data }: MessageEvent<ProofRequest>) => {
  if (typeof WebAssembly === "undefined")
    tell({ kind: "failed", fault: { code: "no-webassembly", detail: "WebAssembly is not there" } });
  else prove(data).catch(fail);
});

tell({ kind: "alive" });
