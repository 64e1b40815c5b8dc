import { type Database, refusalOf } from "./database";
import { type Account, indexesIn, planWords, readAccount } from "./explain";
import { type Compared, compareRuns } from "./growth";
import type { Probe, ProbeKey, ProofPlan, Sized, TablePlan, Way } from "./plan";
import type { Asked } from "./proof";

/** The planner's settings under which a verdict was found to hold (PROOF.md). */
const SETTINGS = [
  "SET random_page_cost = 1.1",
  "SET effective_cache_size = '4GB'",
  "SET work_mem = '64MB'",
  "SET jit = off",
  "SET enable_seqscan = off",
  "SET default_statistics_target = 300",
  "SET timezone = 'UTC'",
  "SET client_min_messages = warning",
].join("; ");

type Size = keyof Sized;
const SIZES: readonly Size[] = ["small", "large"];
const SCHEMA: Readonly<Record<Size, string>> = { small: "at_n", large: "at_8n" };

const EXPLAIN = "EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, SUMMARY OFF, FORMAT JSON)";

/** A table that could not be made or filled, and what PostgreSQL said. */
interface Broken {
  readonly table: string;
  readonly message: string;
}

/** What was found of one question: with which indexes, and the key that cost most. */
interface Found {
  readonly key: ProbeKey;
  readonly compared: Compared;
}

/** A question with all indexes, or with one alone. */
interface Trial {
  readonly keys: readonly ProbeKey[];
  readonly way: Way | null;
  readonly values: Probe["values"];
}

interface Result {
  readonly found: Found;
  readonly isServed: boolean;
  readonly evidence: Asked;
}

/** The result of a probe: served or not, with its evidence; or why it could not be run. */
export type ProbeResult =
  | { readonly probe: Probe; readonly served: boolean; readonly evidence: Asked }
  | { readonly probe: Probe; readonly served: null; readonly why: string };

/** A table that is there: what its rows were made of, how to take it away, and the indexes that it has. */
interface Kept {
  readonly key: string;
  readonly drop: readonly string[];
  readonly ways: Map<string, Way>;
}

/** What must be the same for the rows that are there to be kept. */
const rowsKey = ({ build, fill, ways }: TablePlan): string =>
  JSON.stringify([build, fill, ways.filter(({ unique }) => unique)]);

/**
 * The tables at two sizes, kept between runs: where only indexes changed, only indexes are made anew. One run at a time.
 */
export class Bench {
  private readonly tables = new Map<string, Kept>();
  private broken: Broken[] = [];
  private isSet = false;

  private readonly known = new Map<string, ProbeResult>();

  /** `remember`: a probe of the same rows and indexes is not run a second time. For benches of many designs. */
  constructor(
    private readonly db: Database,
    private readonly options: { readonly remember: boolean } = { remember: false },
  ) {}

  private async use(size: Size): Promise<void> {
    await this.db.exec(`SET search_path = ${SCHEMA[size]}`);
  }

  private async settle(): Promise<void> {
    if (this.isSet) return;
    await this.db.exec(SETTINGS);
    for (const size of SIZES)
      await this.db.exec(`DROP SCHEMA IF EXISTS ${SCHEMA[size]} CASCADE; CREATE SCHEMA ${SCHEMA[size]}`);
    this.isSet = true;
  }

  /** Takes away the tables that the new plan has not got, or has otherwise. */
  private async dropOthers(plan: ProofPlan): Promise<void> {
    const isKept = (name: string, key: string) =>
      this.whyBroken(name) === null && plan.tables.some((table) => table.name === name && rowsKey(table) === key);
    for (const [name, { key, drop }] of [...this.tables]) {
      if (isKept(name, key)) continue;
      for (const size of SIZES) {
        await this.use(size);
        for (const statement of drop) await this.db.exec(statement);
      }
      this.tables.delete(name);
      this.broken = this.broken.filter(({ table }) => table !== name);
    }
  }

  private async makeTable(table: TablePlan): Promise<void> {
    const early = table.ways.filter(({ unique, create }) => unique && create !== null);
    try {
      for (const size of SIZES) {
        await this.use(size);
        for (const statement of table.build) await this.db.exec(statement);
        for (const { create } of early) if (create !== null) await this.db.exec(create);
        await this.db.exec(table.fill[size]);
      }
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      this.broken.push({ table: table.name, message: refusal.message });
    }
    const ways = new Map(table.ways.filter(({ unique }) => unique).map((way) => [way.name, way]));
    this.tables.set(table.name, { key: rowsKey(table), drop: table.drop, ways });
  }

  private async makeIndexes(table: TablePlan): Promise<boolean> {
    const known = this.tables.get(table.name);
    if (!known || this.whyBroken(table.name)) return false;
    const wanted = new Map(table.ways.map((way) => [way.name, way]));
    const gone = [...known.ways.values()].filter(({ name, create }) => wanted.get(name)?.create !== create);
    const fresh = table.ways.filter(({ name, create }) => create !== null && known.ways.get(name)?.create !== create);
    for (const size of SIZES) {
      await this.use(size);
      for (const { name } of gone) await this.db.exec(`DROP INDEX IF EXISTS ${name}`);
      for (const { create } of fresh) if (create !== null) await this.db.exec(create);
    }
    for (const { name } of gone) known.ways.delete(name);
    for (const way of table.ways) known.ways.set(way.name, way);
    return gone.length > 0 || fresh.length > 0;
  }

  private whyBroken(table: string): string | null {
    return this.broken.find((one) => one.table === table)?.message ?? null;
  }

  /** Makes tables, rows and indexes as planned; keeps what is there already. `done` is told after each table. */
  async prepare(plan: ProofPlan, done: (table: string) => void = () => undefined): Promise<void> {
    await this.settle();
    await this.dropOthers(plan);
    for (const table of plan.tables) {
      const isNew = !this.tables.has(table.name);
      if (isNew) await this.makeTable(table);
      const changed = await this.makeIndexes(table);
      if ((isNew || changed) && !this.whyBroken(table.name))
        for (const size of SIZES) await this.db.exec(`VACUUM ANALYZE ${SCHEMA[size]}.${table.name}`);
      done(table.name);
    }
  }

  private async account(sql: string): Promise<Account> {
    await this.db.query(`${EXPLAIN} ${sql}`);
    const [row] = await this.db.query(`${EXPLAIN} ${sql}`);
    return readAccount(row?.["QUERY PLAN"]);
  }

  private async runKey(key: ProbeKey, values: Probe["values"]): Promise<Found> {
    await this.use("small");
    const small = await this.account(key.sql.small);
    await this.use("large");
    return { key, compared: compareRuns(small, await this.account(key.sql.large), values) };
  }

  /** The key that costs most; with one index alone it stops at the first that grows. */
  private async runKeys({ keys, way, values }: Trial): Promise<Found | null> {
    let worst: Found | null = null;
    for (const key of keys) {
      if (key.other && way?.partial) continue;
      const found = await this.runKey(key, values);
      if (!worst || isWorse(found, worst)) worst = found;
      if (way !== null && found.compared.growth === "growing") break;
    }
    return worst;
  }

  /** Runs with one index alone: the others are hidden for as long as it takes. */
  private async alone<T>(table: TablePlan, way: Way, run: () => Promise<T>): Promise<T> {
    const others = table.ways.filter(({ name }) => name !== way.name).map(({ name }) => `'${name}'`);
    await this.db.exec("BEGIN");
    try {
      if (others.length > 0)
        await this.db.exec(
          `UPDATE pg_index SET indisvalid = false WHERE indexrelid IN (SELECT oid FROM pg_class WHERE relname IN (${others.join(", ")}))`,
        );
      return await run();
    } finally {
      await this.db.exec("ROLLBACK");
    }
  }

  /** One question with one index alone, or (`null`) with whatever there is. */
  private tryOut(trial: Trial, table: TablePlan): Promise<Result | null> {
    const { way } = trial;
    const run = async () => {
      const found = await this.runKeys(trial);
      if (!found) return null;
      const isServed = found.compared.growth === "flat";
      return { found, isServed, evidence: await this.evidence(found, table) };
    };
    return way === null ? run() : this.alone(table, way, run);
  }

  /**
   * Served where one index alone serves it, for every key: together, two poor ones may each help the keys that the other fails. Where none
   * does, what PostgreSQL makes of all of them is shown, and if that looks well for these keys, the least bad of them alone.
   */
  private async ask({ questions, values }: Probe, table: TablePlan): Promise<Result | null> {
    const ways = table.ways.length > 0 ? table.ways : [null];
    const trials = questions.flatMap((keys) => ways.map((way): Trial => ({ keys, way, values })));
    let leastBad: Result | null = null;
    for (const trial of trials) {
      const result = await this.tryOut(trial, table);
      if (result?.isServed) return result;
      if (result && (!leastBad || isWorse(leastBad.found, result.found))) leastBad = result;
    }
    const all = trials[0] ? await this.tryOut({ ...trials[0], way: null }, table) : null;
    const shown = all && !all.isServed ? all : leastBad;
    return shown && { ...shown, isServed: false };
  }

  /** Puts one query to the tables, with each of its keys. */
  async run(probe: Probe, plan: ProofPlan): Promise<ProbeResult> {
    if (!this.options.remember) return this.runAfresh(probe, plan);
    const key = JSON.stringify([probe, plan.tables.find(({ name }) => name === probe.table)]);
    const result = this.known.get(key) ?? (await this.runAfresh(probe, plan));
    this.known.set(key, result);
    return result;
  }

  private async runAfresh(probe: Probe, plan: ProofPlan): Promise<ProbeResult> {
    const why = this.whyBroken(probe.table);
    if (why !== null) return { probe, served: null, why: `\`${probe.table}\` could not be made: ${why}` };
    try {
      const table = plan.tables.find(({ name }) => name === probe.table);
      const result = table ? await this.ask(probe, table) : null;
      if (!result) return { probe, served: null, why: "there is nothing to ask" };
      return { probe, served: result.isServed, evidence: result.evidence };
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      return { probe, served: null, why: `PostgreSQL did not take the query: ${refusal.message}` };
    }
  }

  private async evidence({ key, compared }: Found, { ways }: TablePlan): Promise<Asked> {
    const written = (name: string) => ways.find((way) => way.name === name)?.words ?? name;
    const used = indexesIn(compared.large).map(written);
    await this.use("large");
    const lines = await this.db.query(`EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, SUMMARY OFF) ${key.sql.large}`);
    return {
      kind: "query",
      sql: key.sql.large,
      key: key.name,
      rows: compared.rows,
      buffers: compared.buffers,
      found: compared.found,
      by: used.length > 0 ? used.join("; ") : null,
      words: planWords(compared.large, written),
      plan: lines.map((line) => String(line["QUERY PLAN"])).join("\n"),
    };
  }
}

/** Growing is worse than flat, and more is worse than less. */
function isWorse(a: Found, b: Found): boolean {
  if (a.compared.growth !== b.compared.growth) return a.compared.growth === "growing";
  return a.compared.cost > b.compared.cost;
}
