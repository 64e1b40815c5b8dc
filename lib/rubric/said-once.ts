import type { Finding } from "./report";

/**
 * The findings as a person reads them: what is said a second time of the same thing under its other name (an entity and its
 * attribute, a link and its relations) is left out. Each name stays in the report itself, so that it can be looked up by either.
 */
export function saidOnce(findings: readonly Finding[]): readonly Finding[] {
  const told = new Set(findings.filter(({ possible }) => possible > 0).map(keyOf));
  return findings.filter((finding) => {
    if (finding.possible > 0) return true;
    const key = keyOf(finding);
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}

const keyOf = ({ rule, verdict, message }: Finding): string => `${rule} ${verdict} ${message}`;
