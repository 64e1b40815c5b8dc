import type { Design } from "@/lib/design";
import type { Span } from "@/lib/diagnostics";
import type { Problems } from "../problems";
import { dialectOf, dialectOfEngine } from "./dialect";
import { leaveOut, newSchema } from "./draft";
import { finish } from "./finish";
import { reportLeftOut, reportSettings } from "./left-out";
import { lex } from "./lexer";
import { type Statement, split } from "./split";
import { readStatement } from "./statement";

/** A design with every place of the text that was read or counted as left out; a test holds that nothing else remains. */
export interface SqlReading {
  readonly design: Design;
  readonly accounted: readonly Span[];
}

/** Reads statements in order; one about a table that only comes later waits until the end. */
export function readStatements(text: string, body: Span, problems: Problems, engine: string | null = null): SqlReading {
  const dialect = dialectOfEngine(engine) ?? dialectOf(text.slice(body.start, body.end));
  const { tokens, skipped } = lex(text, body, dialect === "mysql", problems);
  const { source, statements } = split(text, tokens, problems);
  const schema = newSchema(dialect, problems);
  for (const { kind, span } of skipped) leaveOut(schema, kind, span);
  const waiting: Statement[] = [];
  for (const statement of statements) if (!readStatement(schema, source, statement, false)) waiting.push(statement);
  for (const statement of waiting) readStatement(schema, source, statement, true);
  reportLeftOut(schema);
  reportSettings(schema);
  return { design: finish(schema), accounted: schema.accounted };
}

/**
 * Reads a body written in SQL: PostgreSQL's, MySQL's, MariaDB's or SQLite's data definition, SQL Server's by leave. An
 * engine that the decisions name says whose; else the text does. Never
 * throws, takes time in proportion to the text.
 */
export function readSql(text: string, body: Span, problems: Problems, engine: string | null): Design {
  return readStatements(text, body, problems, engine).design;
}
