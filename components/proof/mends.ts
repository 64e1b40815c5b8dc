import type { Dialect } from "@/lib/design";
import { readSheet, splitSheet } from "@/lib/notation";
import type { Finding } from "@/lib/rubric";
import type { Mend } from "./protocol";

/** `index bids(auction_id, amount)`, `unique users(email)`, `check bids(amount > 0)`, `unique index t(a) where …`. */
const STATEMENT = /^((?:unique )?index|unique|check) (\S+?)\((.+?)\)( where .+)?$/;

/** The first statement among the `code` of a fix. */
function statementIn(fix: string): RegExpExecArray | null {
  for (const [at, code] of fix.split("`").entries()) {
    const found = at % 2 === 1 ? STATEMENT.exec(code) : null;
    if (found) return found;
  }
  return null;
}

function asSql([, kind = "", table = "", inside = "", where = ""]: RegExpExecArray): string {
  if (kind.endsWith("index")) return `CREATE ${kind.toUpperCase()} ON ${table} (${inside})${where};`;
  return `ALTER TABLE ${table} ADD ${kind.toUpperCase()} (${inside});`;
}

const WRITTEN: Readonly<Partial<Record<Dialect, (statement: RegExpExecArray) => string>>> = {
  shorthand: ([words]) => words,
  postgresql: asSql,
  mysql: asSql,
  sqlite: asSql,
};

/** Below the design, and above what is said of a second store. */
function added(text: string, line: string): string {
  const { body } = splitSheet(text);
  const second = /^\s*==/m.exec(text.slice(body.start));
  const at = second ? body.start + second.index : text.length;
  const before = text.slice(0, at).trimEnd();
  const after = text.slice(at);
  return `${before}\n${line}\n${after === "" ? "" : `\n${after}`}`;
}

/** The mends that a single statement makes, for each unmet finding that names one and a notation that has it. */
export function mendsOf(text: string, dialect: Dialect, findings: readonly Finding[]): readonly Mend[] {
  const write = WRITTEN[dialect];
  if (!write) return [];
  const faults = (sheet: string) => readSheet(sheet).diagnostics.filter(({ severity }) => severity === "error").length;
  return findings.flatMap(({ verdict, fix, subject }): Mend[] => {
    const statement = verdict === "met" ? null : statementIn(fix);
    if (!statement) return [];
    const mended = added(text, write(statement));
    return faults(mended) > faults(text) ? [] : [{ subject, words: statement[0], text: mended }];
  });
}
