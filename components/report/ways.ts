/** What may serve a question, in the order of the matrix's columns. */
export const WAY_KINDS = ["key", "index", "template", "partition", "edge"] as const;
export type WayKind = (typeof WAY_KINDS)[number];

/** A key, an index, a template, a partition or an edge that a question goes by. */
export interface Way {
  readonly kind: WayKind;
  /** As the candidate would write it, without the word that names its kind where the column says that. */
  readonly written: string;
}

const STARTS: readonly (readonly [RegExp, WayKind])[] = [
  [/^(unique )?index |^gsi |^lsi |^the foreign key's index/i, "index"],
  [/^(PK|unique) /, "key"],
  [/^partition /, "partition"],
  [/^edge /, "edge"],
];

/** At `; `, but not inside brackets: `partition messages(chat_id; sent_at)` is one way. */
function splitWays(by: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < by.length; at += 1) {
    const letter = by[at];
    if (letter === "(") depth += 1;
    if (letter === ")") depth -= 1;
    if (letter === ";" && depth <= 0) {
      parts.push(by.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, by.slice(from)].map((part) => part.trim()).filter((part) => part !== "");
}

/** The ways that a report names for one question, by kind: `PK users(id); index posts(author_id)` → a key and an index. */
export function waysOf(by: string): readonly Way[] {
  return splitWays(by).map((written) => {
    const kind = STARTS.find(([start]) => start.test(written))?.[1] ?? "template";
    return { kind, written: written.replace(/^(index|partition|edge) /, "") };
  });
}
