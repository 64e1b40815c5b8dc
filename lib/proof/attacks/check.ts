import { type Condition, conditionColumns, parseCondition, plainName } from "@/lib/design";
import { sqlText } from "@/lib/notation";
import { namesInCondition } from "@/lib/scenario";
import { type Cell, isRequiredHere, NULL } from "../cells";
import { constantsIn, evaluate } from "../evaluate";
import type { Changes } from "../fixture";
import type { Subject } from "../subject";
import { aSpoken, listed, spoken } from "../words";
import { FLAGS, rowsOf } from "./combinations";
import { FIRST, type Ground, type Of, type Planned, SECOND } from "./ground";

/** A check, or the type itself: no such word, out of range. https://www.postgresql.org/docs/18/errcodes-appendix.html */
const CHECK = ["23514", "22P02", "22003"];
/** At most so many broken rows of one check. */
const MOST_BROKEN = 3;

/** Words that a condition may take or refuse: those that it names, and one that nobody would. */
function wordsFor(subject: Subject, column: string, constants: readonly (number | string)[]): readonly Cell[] {
  const { family, values } = subject.kind(column).type;
  if (family !== "text" && family !== "enum") return [];
  const named = constants.flatMap((one) => (typeof one === "string" ? [one] : []));
  const all = family === "enum" ? [...values, "nonsense"] : [...named, ...(named.length > 0 ? ["nonsense"] : [])];
  return all.map((word) => ({ sql: sqlText(word), value: word }));
}

/** Values at the edge of a condition that break it, and nothing else of the table if that can be. */
function breaking(
  ground: Ground,
  condition: Condition,
  names: readonly string[],
  own: readonly string[],
  subject: Subject,
): readonly Changes[] {
  const constants = constantsIn(condition);
  const options = own.map((column): readonly Cell[] => {
    const { family } = subject.kind(column).type;
    const sound = ground.fixture.cell(subject, column, SECOND);
    /** Equal to another column of the condition, and on its wrong side. */
    const other = own.flatMap((one) => [FIRST, SECOND].map((row) => ground.fixture.cell(subject, one, row)));
    if (family === "boolean") return FLAGS;
    const none = isRequiredHere(subject, column) ? [] : [NULL];
    if (family !== "number") return [...wordsFor(subject, column, constants), ...none, sound, ...other];
    const near = constants.flatMap((one) => (typeof one === "number" ? [one, one - 1, one + 1] : []));
    return [...near.map((one) => ({ sql: String(one), value: one })), ...none, sound, ...other];
  });
  const others = subject.parts.checks.map(({ check }) => parseCondition(check.expression));
  const rows = rowsOf(own, options);
  const isBroken = (row: Changes) =>
    evaluate(condition, (path) => {
      const at = names.findIndex((name) => plainName(name) === plainName(path));
      return row.get(own[at] ?? "")?.value ?? null;
    }) === false;
  const keepsOthers = (row: Changes) =>
    others.every(
      (one) =>
        conditionColumns(one).some((path) => own.includes(subject.parts.column(path) ?? "")) ||
        evaluate(one, (path) => (row.get(subject.parts.column(path) ?? "") ?? NULL).value) !== false,
    );
  return rows.filter((row) => isBroken(row) && keepsOthers(row)).slice(0, MOST_BROKEN);
}

/** Rows at the edge of a condition, on its wrong side. */
export function attackCheck(ground: Ground, invariant: Of<"check">): Planned {
  const { id, entity } = invariant;
  const condition = parseCondition(invariant.condition);
  const names = namesInCondition(invariant.condition);
  const place = ground.place(entity, names);
  if (typeof place === "string") return { id, why: place };
  const { subject, columns } = place;
  const own = names.map((name) => columns.get(name)?.[0] ?? "");
  const broken = breaking(ground, condition, names, own, subject);
  if (broken.length === 0) return { id, why: "no row can be thought of that breaks it" };
  const attempts = broken.map((changes) =>
    ground.attempt(subject, SECOND, changes, {
      what: `${aSpoken(entity)} with ${listed([...changes].map(([column, { sql }]) => `${spoken(column)} = ${sql}`))}`,
      codes: CHECK,
      columns: [own],
    }),
  );
  return ground.attack(invariant, subject, attempts, null);
}
