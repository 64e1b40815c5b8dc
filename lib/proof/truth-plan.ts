import { sqlName } from "@/lib/notation";
import type { Subject } from "./subject";

/** `unsigned` is no type of PostgreSQL's: what it refuses is said as a check. */
function unsignedChecks(parts: Subject["parts"]): readonly string[] {
  return parts.columns
    .filter(({ attribute }) => /\bunsigned\b/i.test(attribute.type ?? ""))
    .map(({ name }) => `${sqlName(name)} >= 0`);
}

function tableStatements({ parts, ways }: Subject): readonly string[] {
  const columns = parts.columns.map(({ name, typeText, attribute, default: value }) =>
    [
      sqlName(name),
      typeText,
      ...(attribute.notNull ? ["NOT NULL"] : []),
      ...(value === null ? [] : [`DEFAULT ${value}`]),
    ].join(" "),
  );
  const sets = [...(parts.primary ? [parts.primary] : []), ...parts.uniques];
  const keys = sets.map((names, i) => {
    const word = i === 0 && parts.primary ? "PRIMARY KEY" : "UNIQUE";
    return `ALTER TABLE ${parts.name} ADD CONSTRAINT ${ways[i]?.name ?? ""} ${word} (${names.map(sqlName).join(", ")})`;
  });
  const checks = [...parts.checks.map(({ words }) => words), ...unsignedChecks(parts)];
  return [
    ...parts.types,
    `CREATE TABLE ${parts.name} (${columns.join(", ")})`,
    ...keys,
    ...ways.flatMap(({ unique, create }) => (unique && create !== null ? [create] : [])),
    ...checks.map((words) => `ALTER TABLE ${parts.name} ADD CHECK (${words})`),
  ];
}

const ACTIONS = /^(cascade|restrict|set null|set default|no action)$/;

function referenceStatements(subject: Subject, all: readonly Subject[]): readonly string[] {
  return subject.parts.references.flatMap(({ reference, columns, target, targetColumns }) => {
    const end = all.find(({ parts }) => parts.table === target);
    if (!end) return [];
    const action =
      reference.onDelete && ACTIONS.test(reference.onDelete) ? ` ON DELETE ${reference.onDelete.toUpperCase()}` : "";
    const own = columns.map(sqlName).join(", ");
    return `ALTER TABLE ${subject.parts.name} ADD FOREIGN KEY (${own}) REFERENCES ${end.parts.name} (${targetColumns.map(sqlName).join(", ")})${action}`;
  });
}

/** The design with all that refuses, one thing a statement: what PostgreSQL does not take spoils only itself. */
export function truthStatements(all: readonly Subject[]): readonly string[] {
  return [...all.flatMap(tableStatements), ...all.flatMap((subject) => referenceStatements(subject, all))];
}
