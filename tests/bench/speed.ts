/** `npm run bench:speed`: how long reading and grading take on sheets that people write, and how both grow with the number of tables. */
import { cpus, loadavg } from "node:os";
import { readSheet } from "@/lib/notation";
import { grade } from "@/lib/rubric";
import type { Scenario } from "@/lib/scenario";
import { findBundle, loadScenarios } from "@/lib/scenario/load";
import { expertSheets } from "../rubric/expert-set";

const WARM_ROUNDS = 5;
const ROUNDS = 20;
/** Tables of a design as an interview asks for it. */
const TYPICAL = { least: 7, most: 13 };

interface Sheet {
  readonly name: string;
  readonly text: string;
  readonly scenario: Scenario;
}

/** Milliseconds of one run: the wall clock, and the processor time of the whole process (the collector's threads included). */
interface Sample {
  readonly read: number;
  readonly grade: number;
  readonly both: number;
  readonly cpu: number;
}

function run({ text, scenario }: Sheet): Sample {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const { value: answer, diagnostics } = readSheet(text);
  const between = performance.now();
  grade({ text, answer, diagnostics, scenario, teaches: new Map() });
  const end = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  return { read: between - start, grade: end - between, both: end - start, cpu: (user + system) / 1000 };
}

/** The sheets in turn, again and again, so that what disturbs the machine falls on all of them alike. */
function rounds(all: readonly Sheet[], count: number): Map<Sheet, Sample[]> {
  const taken = new Map<Sheet, Sample[]>(all.map((sheet) => [sheet, []]));
  for (let i = 0; i < count; i += 1) for (const sheet of all) taken.get(sheet)?.push(run(sheet));
  return taken;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function medianOf(taken: readonly Sample[]): Sample {
  const median = (clock: keyof Sample) =>
    quantile(
      taken.map((sample) => sample[clock]),
      0.5,
    );
  return { read: median("read"), grade: median("grade"), both: median("both"), cpu: median("cpu") };
}

const CLOCKS = ["read", "grade", "both", "cpu"] as const;
const out: string[] = [];
const show = (ms: number) => ms.toFixed(2).padStart(9);
const quantiles = (values: readonly number[]) =>
  [0.5, 0.9, 0.99, 1].map((part) => show(quantile(values, part))).join("");

function table(title: string, taken: readonly Sample[]): void {
  if (taken.length === 0) return;
  out.push(`${title.padEnd(40)}      p50      p90      p99      max`);
  for (const clock of CLOCKS) out.push(`  ${clock.padEnd(38)}${quantiles(taken.map((sample) => sample[clock]))}`);
}

const tablesIn = (text: string) => {
  const { tables, templates } = readSheet(text).value.design;
  return tables.length + templates.length;
};

const bundles = loadScenarios();
const answers: Sheet[] = bundles.flatMap(({ scenario, answers: own }) =>
  own.map(({ file, text }) => ({ name: `${scenario.slug}/${file}`, text, scenario })),
);
const mistakes: Sheet[] = bundles.flatMap(({ scenario, mistakes: own }) =>
  own.map(({ file, text }) => ({ name: `${scenario.slug}/${file}`, text, scenario })),
);
const expert: Sheet[] = expertSheets().flatMap(({ name, scenario, text }) => {
  const known = findBundle(scenario)?.scenario;
  return known ? [{ name: `expert ${name}`, text, scenario: known }] : [];
});

rounds([...answers, ...mistakes], WARM_ROUNDS);
const first = [...rounds(expert, 1).values()].flat();
const sheets = [...answers, ...expert];
rounds(sheets, WARM_ROUNDS);
const load = loadavg();
const samples = rounds(sheets, ROUNDS);
const samplesOf = (some: readonly Sheet[]) => some.flatMap((sheet) => samples.get(sheet) ?? []);
const typical = sheets.filter(({ text }) => tablesIn(text) >= TYPICAL.least && tablesIn(text) <= TYPICAL.most);

table(`all ${sheets.length} sheets, ms`, samplesOf(sheets));
table(`${expert.length} expert sheets, ms`, samplesOf(expert));
table(`${typical.length} sheets of ${TYPICAL.least}–${TYPICAL.most} tables, ms`, samplesOf(typical));
table(`${expert.length} expert sheets at first sight, ms`, first);

const medians = sheets
  .map(({ name, text }, at) => ({ name, tables: tablesIn(text), ...medianOf(samplesOf(sheets.slice(at, at + 1))) }))
  .toSorted((a, b) => b.cpu - a.cpu);
out.push("", `${"medians of each sheet, ms".padEnd(40)}      p50      p90      p99      max`);
out.push(`  ${"both".padEnd(38)}${quantiles(medians.map(({ both }) => both))}`);
out.push(`  ${"cpu".padEnd(38)}${quantiles(medians.map(({ cpu }) => cpu))}`);
out.push("", `${"the slowest sheets, median ms".padEnd(40)}   tables     read    grade     both      cpu`);
for (const one of medians.slice(0, 10))
  out.push(
    `  ${one.name.padEnd(38)}${String(one.tables).padStart(9)}${show(one.read)}${show(one.grade)}${show(one.both)}${show(one.cpu)}`,
  );

const SIZES = [10, 30, 100, 300, 1000];

function grown(kind: "harmless" | "alike"): (tables: number) => Sheet {
  const [base] = answers.filter(({ scenario }) => scenario.slug === "auction");
  if (!base) throw new Error("the auction has a model answer");
  const names = readSheet(base.text).value.design.tables.map(({ name }) => name.text);
  const body = base.text.slice(base.text.indexOf("\n---\n") + 5);
  const named = new RegExp(`\\b(${names.join("|")})\\b(?=[.:(])`, "g");
  const more = (tables: number) =>
    kind === "harmless"
      ? Array.from({ length: tables - names.length }, (_, i) => `newsletter_${i}: id (PK), subject, sent_on, body`)
      : Array.from({ length: Math.ceil(tables / names.length) - 1 }, (_, i) => body.replace(named, `$1_${i}`));
  return (tables) => ({ ...base, text: [base.text, ...more(tables)].join("\n") });
}

for (const kind of ["harmless", "alike"] as const) {
  const make = grown(kind);
  const title = kind === "harmless" ? "more tables that mean nothing" : "more tables like the scenario's";
  out.push("", `${title.padEnd(40)}   tables     read    grade     both      cpu  ms/table`);
  for (const size of SIZES) {
    const sheet = make(size);
    const count = Math.max(5, Math.min(40, Math.round(2000 / size)));
    rounds([sheet], Math.max(3, count / 2));
    const { read, grade: graded, both, cpu } = medianOf(rounds([sheet], count).get(sheet) ?? []);
    const tables = tablesIn(sheet.text);
    out.push(
      `${" ".repeat(40)}${String(tables).padStart(9)}${show(read)}${show(graded)}${show(both)}${show(cpu)}${(cpu / tables).toFixed(3).padStart(10)}`,
    );
  }
}

const loads = (three: readonly number[]) => three.map((one) => one.toFixed(2)).join(", ");
out.push(
  "",
  `read, grade, both: the wall clock (performance.now). cpu: processor time of the process while both ran (process.cpuUsage),`,
  `the threads of the compiler and the collector included; where it is far below "both", others held the processor.`,
  `${ROUNDS} rounds over all sheets in turn after ${WARM_ROUNDS} to warm up; quantiles are of single runs. "At first sight": a sheet's first run ever,`,
  `in a process warmed by ${answers.length + mistakes.length} other sheets. Growth: medians of 5 to 40 runs of a sheet grown from a model answer; ms/table by cpu.`,
  `Node ${process.version}, ${cpus().length} processors; load of the machine (1, 5, 15 minutes) before ${loads(load)}, after ${loads(loadavg())}.`,
);
process.stdout.write(`${out.join("\n")}\n`);
