/**
 * `npm run bench:diagram`: from a keystroke to a picture, by the number of tables. What the browser then paints is not in it.
 * `anew`: the keystroke changes which table refers to which, so that dagre is asked. `kept`: it changes an attribute's name.
 */

import { pictureOf } from "@/components/diagram/picture";
import { NOTHING, settle } from "@/components/diagram/settle";
import { writeSvg } from "@/components/diagram/svg/write-svg";
import { readSheet } from "@/lib/notation";

const SIZES = [5, 10, 20, 50, 100];
const ROUNDS = 20;

/** Which table a table refers to. `usual`: a few hubs, five ranks or so. `chain`: one below the other, the worst for dagre. */
const SHAPES = {
  usual: (i: number) => Math.floor((i - 1) / 3),
  chain: (i: number) => i - 1,
} as const;

/** A design in which each table refers to one or two others. */
function sheetOf(tables: number, parent: (i: number) => number): string {
  const lines = Array.from({ length: tables }, (_, i) => {
    const columns = ["id (PK)", "name (not null)", "status", "created_at (not null)"];
    if (i > 0) columns.push(`parent_id (FK -> table_${parent(i)}.id, not null)`);
    if (i > 4) columns.push(`other_id (FK -> table_${Math.floor(i / 5)}.id)`);
    return `table_${i}: ${columns.join(", ")}\nindex table_${i}(status, created_at desc)`;
  });
  return `---\nstore: PostgreSQL\n---\n${lines.join("\n")}\n`;
}

interface Round {
  readonly read: number;
  readonly graph: number;
  readonly anew: number;
  readonly kept: number;
  readonly svg: number;
}

function measure(text: string): Round {
  performance.mark("start");
  const { value: answer, diagnostics } = readSheet(text);
  performance.mark("read");
  const { graph } = settle(NOTHING, { text, answer, diagnostics, typingAt: null });
  performance.mark("graph");
  const { kept } = pictureOf(graph);
  performance.mark("anew");
  const { picture } = pictureOf(graph, kept);
  performance.mark("kept");
  writeSvg(picture, "bench");
  performance.mark("svg");
  const between = (from: string, to: string) => performance.measure(to, from, to).duration;
  return {
    read: between("start", "read"),
    graph: between("read", "graph"),
    anew: between("graph", "anew"),
    kept: between("anew", "kept"),
    svg: between("kept", "svg"),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const STEPS = ["read", "graph", "anew", "kept", "svg"] as const;
const cell = (words: string) => words.padStart(10);

for (const [shape, parent] of Object.entries(SHAPES)) {
  process.stdout.write(`${[shape, ...STEPS, "typing"].map(cell).join("")}   (median of ${ROUNDS}, milliseconds)\n`);
  for (const tables of SIZES) {
    const text = sheetOf(tables, parent);
    const rounds = Array.from({ length: ROUNDS }, () => measure(text));
    const of = (step: keyof Round) => median(rounds.map((round) => round[step]));
    const typing = of("read") + of("graph") + of("kept");
    const numbers = [...STEPS.map(of), typing].map((value) => cell(value.toFixed(2)));
    process.stdout.write(`${cell(String(tables))}${numbers.join("")}\n`);
  }
}
