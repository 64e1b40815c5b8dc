import { expect, test } from "vitest";
import { traceAll } from "@/lib/access";
import { Bench, BROWSER_SIZES, runProofs } from "@/lib/proof";
import { makePlan } from "@/lib/proof/make-plan";
import { aDatabase, SLOW } from "./support/database";
import { alignTriples, drawTriples } from "./support/triples";

const db = aDatabase();
const bench = new Bench(db);

/** `npm run bench:agreement` asks 1,500; these are a few of other seeds. */
test.each([11, 12, 13, 14])(
  "PostgreSQL shows what the analysis says, tables of seed %i",
  { timeout: SLOW },
  async (seed) => {
    const triples = drawTriples(seed, 5);
    const alignment = alignTriples(triples);
    const proofs = await runProofs(makePlan(alignment, BROWSER_SIZES), db, bench);
    const said = traceAll(alignment).map(
      ({ pattern, served }) => `${pattern.id} ${served === "served" ? "holds" : "fails"}`,
    );
    expect(proofs.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual(said);
  },
);
