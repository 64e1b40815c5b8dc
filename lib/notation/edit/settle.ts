import type { Decisions, Design, Table } from "@/lib/design";
import { readSheet } from "../read-sheet";
import { type Edited, refused } from "./outcome";

/** The same text for the same value, in whatever order its parts were put together. */
function plain(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => {
    if (key === "span") return undefined;
    const isRecord = typeof inner === "object" && inner !== null && !Array.isArray(inner);
    return isRecord ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner;
  });
}

function sorted(parts: readonly unknown[]): readonly string[] {
  return parts.map(plain).sort();
}

/** In which order keys, references, indexes and checks are said means nothing. */
function printOf(table: Table): unknown {
  const { keys, references, indexes, checks, ...rest } = table;
  return {
    ...rest,
    keys: sorted(keys),
    references: sorted(references),
    indexes: sorted(indexes),
    checks: sorted(checks),
  };
}

/** Equal for designs that say the same, wherever it stands in the text. */
export function fingerprint(design: Design): string {
  return plain({ ...design, tables: design.tables.map(printOf) });
}

/** What a text must say after an edit. */
export interface Wanted {
  readonly design: Design;
  /** Left out where the edit does not reach the front matter. */
  readonly decisions?: Decisions;
}

/**
 * The first of several texts that says exactly what is wanted. Every edit goes through here: a text that would say
 * anything else is never given back.
 */
export function settle(candidates: Iterable<string | null>, wanted: Wanted): Edited {
  const design = fingerprint(wanted.design);
  const decisions = wanted.decisions ? plain(wanted.decisions) : null;
  const tried = new Set<string>();
  for (const text of candidates) {
    if (text === null || tried.has(text)) continue;
    tried.add(text);
    const { value } = readSheet(text);
    if (fingerprint(value.design) !== design) continue;
    if (decisions === null || plain(value.decisions) === decisions) return { ok: true, text };
  }
  return refused("unclear");
}
