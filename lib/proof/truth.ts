import { type Database, type Refusal, refusalOf } from "./database";
import type { Attack, Attempt, Sum, TruthPlan } from "./plan";
import type { Answered } from "./proof";

const SCHEMA = "truth";

/** Which columns each constraint and unique index speaks of, by its name. */
type Constraints = ReadonlyMap<string, readonly string[]>;

/** What came of one attack: each thing tried; or why it could not be. */
export type AttackResult =
  | { readonly attack: Attack; readonly tried: readonly Answered[]; readonly verdict: "holds" | "fails" | "unclear" }
  | { readonly attack: Attack; readonly tried: null; readonly why: string };

const CONSTRAINTS = `
  SELECT con.conname AS name, (SELECT array_agg(a.attname::text) FROM pg_attribute a WHERE a.attrelid = con.conrelid AND a.attnum = ANY (con.conkey)) AS columns
  FROM pg_constraint con WHERE con.connamespace = '${SCHEMA}'::regnamespace AND con.conrelid <> 0
  UNION ALL
  SELECT c.relname, (SELECT array_agg(a.attname::text) FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey))
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = '${SCHEMA}'::regnamespace AND i.indisunique`;

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

/** Makes the tables in a schema of their own; what PostgreSQL does not take is left out. */
async function build(db: Database, statements: readonly string[]): Promise<Constraints> {
  await db.exec(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE; CREATE SCHEMA ${SCHEMA}; SET search_path = ${SCHEMA}`);
  for (const statement of statements) {
    try {
      await db.exec(statement);
    } catch (error) {
      if (!refusalOf(error)) throw error;
    }
  }
  const rows = await db.query(CONSTRAINTS);
  return new Map(rows.map(({ name, columns }) => [String(name), isList(columns) ? columns : []]));
}

/** Refused, and by what should refuse it: the code alone proves nothing (a double e-mail may only collide on the key). */
function isRight(attempt: Attempt, refusal: Refusal, constraints: Constraints): boolean {
  if (!attempt.codes.includes(refusal.code)) return false;
  const columns = refusal.constraint === null ? [refusal.column ?? ""] : (constraints.get(refusal.constraint) ?? []);
  /** A value that its type does not take is refused before any constraint. */
  if (refusal.code.startsWith("22")) return true;
  if (refusal.code === "23514") return attempt.columns.some((wanted) => wanted.every((one) => columns.includes(one)));
  return attempt.columns.some(
    (wanted) => wanted.length === columns.length && wanted.every((one) => columns.includes(one)),
  );
}

function cellText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

const TRY = "tried";

async function tryOne(db: Database, attempt: Attempt, constraints: Constraints): Promise<Answered> {
  const base = { what: attempt.what, sql: attempt.sql };
  await db.exec(`SAVEPOINT ${TRY}`);
  try {
    await db.exec(attempt.sql);
    await db.exec("SET CONSTRAINTS ALL IMMEDIATE");
    const rows = attempt.show === null ? [] : await db.query(attempt.show);
    const cells = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, one]) => [name, cellText(one)])),
    );
    return { ...base, outcome: "accepted", rows: attempt.refused ? cells : [], good: !attempt.refused };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    const good = attempt.refused && isRight(attempt, refusal, constraints);
    return { ...base, outcome: `ERROR ${refusal.code}: ${refusal.message}`, rows: [], good };
  } finally {
    await db.exec(`ROLLBACK TO SAVEPOINT ${TRY}`);
  }
}

/** Something bad got in, or something sound did not: the promise is broken. Refused for another reason: nothing is shown. */
function verdictOf(attempts: readonly Attempt[], tried: readonly Answered[]): "holds" | "fails" | "unclear" {
  if (tried.every(({ good }) => good)) return "holds";
  const broken = tried.some(
    ({ good, outcome }, at) => !good && (outcome === "accepted" || attempts[at]?.refused === false),
  );
  return broken ? "fails" : "unclear";
}

async function runAttack(db: Database, attack: Attack, constraints: Constraints): Promise<AttackResult> {
  await db.exec("BEGIN");
  try {
    for (const statement of attack.setup) await db.exec(statement);
    const tried: Answered[] = [];
    for (const attempt of attack.attempts) tried.push(await tryOne(db, attempt, constraints));
    return { attack, tried, verdict: verdictOf(attack.attempts, tried) };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return { attack, tried: null, why: `no sound row could be made for it: ${refusal.message}` };
  } finally {
    await db.exec("ROLLBACK");
  }
}

/** Throws bad rows at the design, and sound ones, and notes what PostgreSQL says to each. */
export async function runTruth(
  db: Database,
  plan: TruthPlan,
  done: (result: AttackResult) => void = () => undefined,
): Promise<readonly AttackResult[]> {
  const constraints = await build(db, plan.build);
  const results: AttackResult[] = [];
  for (const attack of plan.attacks) {
    const result = await runAttack(db, attack, constraints);
    results.push(result);
    done(result);
  }
  return results;
}

/** Adds up in the column's own type, and says what came out. */
export async function runSum(db: Database, { what, sql, wanted }: Sum): Promise<Answered> {
  const [row] = await db.query(sql);
  const total = cellText(row?.total) ?? "nothing";
  const good = Number(total) === wanted;
  return { what, sql, outcome: `${total}${good ? "" : `, not ${wanted}`}`, rows: [], good };
}
