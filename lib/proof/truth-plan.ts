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

function referenceStatements({ parts }: Subject): readonly string[] {
  return parts.references.map(({ words }) => `ALTER TABLE ${parts.name} ADD ${words}`);
}

/** The design with all that refuses, one thing a statement: what PostgreSQL does not take spoils only itself. */
export function truthStatements(all: readonly Subject[]): readonly string[] {
  return [...all.flatMap(tableStatements), ...all.flatMap(referenceStatements)];
}
