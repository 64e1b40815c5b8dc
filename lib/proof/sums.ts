import { sqlName } from "@/lib/notation";
import type { floatMoney } from "@/lib/rubric";
import type { Sum } from "./plan";
import { type Subject, subjectOf } from "./subject";

const TIMES = 10_000;

/** Ten thousand times ten cents, in the column's own type: floating point cannot hold a tenth. */
export function sumsOf(subjects: readonly Subject[], money: ReturnType<typeof floatMoney>): readonly Sum[] {
  return money.flatMap(({ table, column }): Sum[] => {
    const subject = subjectOf(subjects, table);
    const name = subject?.parts.column(column);
    if (!subject || !name) return [];
    const { typeText } = subject.kind(name);
    const rows = `SELECT 0.10::${typeText} AS ${sqlName(name)} FROM generate_series(1, ${TIMES})`;
    return [
      {
        id: `money ${table.name.text}.${name}`,
        what: `ten thousand times 0.10 as ${typeText}`,
        sql: `SELECT sum(${sqlName(name)}) AS total FROM (${rows}) AS ${subject.parts.name}`,
        wanted: TIMES / 10,
      },
    ];
  });
}
