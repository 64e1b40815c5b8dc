/**
 * `npm run bench:agreement [-- --seed 1 --count 1500 --wrong]`: random (table, indexes, pattern) triples, each asked of the static analysis and of
 * a real PostgreSQL at two sizes. Prints how often they agree, and how often the analysis says "served" where PostgreSQL shows that it is not.
 */
import { traceAll } from "@/lib/access";
import { Bench, BROWSER_SIZES, runProofs } from "@/lib/proof";
import { makePlan } from "@/lib/proof/make-plan";
import { openDatabase } from "@/lib/proof/pglite";
import { alignTriples, drawTriples } from "../proof/support/triples";

const PATTERNS = 5;
const say = (text: string) => process.stdout.write(`${text}\n`);
const flag = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
};

const [seed, count] = [flag("seed", 1), flag("count", 1500)];
const showsWrong = process.argv.includes("--wrong");
const db = await openDatabase();
const bench = new Bench(db);
const counts = { agree: 0, falseServed: 0, falseUnserved: 0, served: 0, unrun: 0 };
const started = Date.now();

for (let at = 0; at * PATTERNS < count; at++) {
  const triples = drawTriples(seed * 1_000_003 + at, Math.min(PATTERNS, count - at * PATTERNS));
  const alignment = alignTriples(triples);
  const traces = traceAll(alignment);
  const proofs = await runProofs(makePlan(alignment, BROWSER_SIZES), db, bench);
  for (const trace of traces) {
    const proof = proofs.find(({ id }) => id === trace.pattern.id);
    const said = trace.served === "served";
    if (!proof || proof.verdict === "not-applicable") {
      counts.unrun += 1;
      continue;
    }
    const shown = proof.verdict === "holds";
    if (said) counts.served += 1;
    if (said === shown) counts.agree += 1;
    else if (said) counts.falseServed += 1;
    else counts.falseUnserved += 1;
    if (said === shown || !showsWrong) continue;
    const indexes = triples.design.tables[0]?.indexes.map(
      ({ columns, where }) =>
        `(${columns.map(({ path, direction }) => `${path}${direction === "desc" ? " desc" : ""}`).join(", ")})${where ? ` where ${where}` : ""}`,
    );
    const query = proof.evidence?.kind === "query" ? proof.evidence : null;
    say(
      `set ${at} ${trace.pattern.id}: said ${trace.served} (${trace.why}), shown ${proof.verdict}: ${JSON.stringify(trace.pattern.steps[0])}`,
    );
    say(`    indexes ${indexes?.join("; ")}`);
    if (query)
      say(
        `    ${query.key}: rows ${query.rows.small} → ${query.rows.large}, buffers ${query.buffers.small} → ${query.buffers.large}; ${query.words}\n    ${query.sql}`,
      );
  }
}
await db.close();

const all = counts.agree + counts.falseServed + counts.falseUnserved;
const percent = (part: number) => `${((100 * part) / Math.max(1, all)).toFixed(2)} %`;
say(`triples ${all} (seed ${seed}); said served ${counts.served}; could not be run ${counts.unrun}`);
say(
  `agree ${counts.agree} (${percent(counts.agree)}); false "served" ${counts.falseServed} (${percent(counts.falseServed)}); false "unserved" ${counts.falseUnserved} (${percent(counts.falseUnserved)})`,
);
say(`rows ${BROWSER_SIZES.small} and ${BROWSER_SIZES.large}; ${Math.round((Date.now() - started) / 1000)} s`);
