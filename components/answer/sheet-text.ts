import { setDecision, splitSheet } from "@/lib/notation";
import type { DecisionChange } from "./decision-change";

/** The sheet that one begins with. */
export function blankSheet(slug: string): string {
  return `---\nscenario: ${slug}\n---\n`;
}

/** True where the text brings front matter of its own: a whole sheet was pasted. */
export function isWholeSheet(text: string): boolean {
  const trimmed = text.trimStart();
  return trimmed.startsWith("---") && splitSheet(trimmed).frontMatter !== null;
}

/** The sheet with one decision changed and all else as it was. */
export function decide(text: string, change: DecisionChange): string {
  switch (change.kind) {
    case "level":
      return setDecision(text, { level: change.value });
    case "store":
      return setDecision(text, { store: change.value });
    case "because":
      return setDecision(text, { because: change.value });
    case "volume":
      return setDecision(text, { volume: change.value });
    case "shard-by":
      return setDecision(text, { "shard by": change.value });
    case "consistency":
      return setDecision(text, { consistency: change.value });
  }
}
