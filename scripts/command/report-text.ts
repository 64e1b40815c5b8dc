import { type Finding, type PatternResult, type Report, saidOnce, type Verdict } from "@/lib/rubric";
import type { Paint } from "./colours";

const SIGNS: Record<Verdict, string> = { met: "✓", partial: "◐", missed: "✕", violated: "✕" };
const SIGN_OF_PATTERN = { served: "✓", partly: "◐", unserved: "✕" } as const satisfies Record<
  PatternResult["verdict"],
  string
>;
const STYLES = { "✓": "green", "◐": "yellow", "✕": "red" } as const;

const sign = (paint: Paint, mark: string) => paint(STYLES[mark as keyof typeof STYLES], mark);

/** The report as a person reads it in a terminal; places are `file:line:column`, which terminals and editors link. */
export function reportAsText(file: string, report: Report, paint: Paint): string {
  const findings = saidOnce(report.findings);
  const flaws = findings.filter(({ verdict }) => verdict !== "met");
  const met = findings.filter(({ verdict }) => verdict === "met");
  return [
    `${paint("bold", `${report.score} · ${report.signal}`)}  ${report.scenario} · ${report.level} · ${storeName(report)}  ${paint("dim", file)}`,
    ...section(
      "Dimensions",
      Object.entries(report.dimensions).map(
        ([name, { earned, possible }]) => `${name.padEnd(14)} ${earned} of ${possible}`,
      ),
    ),
    ...section(
      "To mend",
      flaws.map((finding) => flaw(file, finding, paint)),
    ),
    ...section(
      "Right",
      met.map(({ message }) => `${sign(paint, "✓")} ${message}`),
    ),
    ...section(
      "What is asked of the data",
      report.patterns.map((pattern) => patternLine(pattern, paint)),
    ),
    ...section(
      "What may be asked next (costs nothing)",
      (report.advice ?? []).map(({ message, at }) => `${at ? `${file}:${at.line}:${at.column} ` : ""}${message}`),
    ),
    ...section(
      "How the names were read",
      report.alignment.map(({ entity, as, how }) => `${entity} ← ${as.join(", ") || "nothing"} ${paint("dim", how)}`),
    ),
    ...section(
      "The text",
      report.diagnostics.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`),
    ),
    "",
  ].join("\n");

  function section(title: string, lines: readonly string[]) {
    return lines.length === 0 ? [] : ["", paint("bold", title), ...lines.map((line) => `  ${line}`)];
  }
}

function storeName({ store }: Report): string {
  return store ? store.type : "no store named";
}

function flaw(file: string, { rule, subject, verdict, message, fix, at }: Finding, paint: Paint): string {
  const place = at ? `${file}:${at.line}:${at.column}` : file;
  const mend = fix === "" ? "" : `\n    → ${fix}`;
  return `${sign(paint, SIGNS[verdict])} ${place}  ${paint("dim", `${rule} ${subject}`)}\n    ${message}${mend}`;
}

function patternLine({ id, verdict, by, why }: PatternResult, paint: Paint): string {
  return `${sign(paint, SIGN_OF_PATTERN[verdict])} ${id}${by === "" ? "" : ` by ${by}`}: ${why}`;
}
