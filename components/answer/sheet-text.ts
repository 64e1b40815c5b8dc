import { splitSheet } from "@/lib/notation";

/** The sheet that one begins with. */
export function blankSheet(slug: string): string {
  return `---\nscenario: ${slug}\n---\n`;
}

/** True where the text brings front matter of its own: a whole sheet was pasted. */
export function isWholeSheet(text: string): boolean {
  const trimmed = text.trimStart();
  return trimmed.startsWith("---") && splitSheet(trimmed).frontMatter !== null;
}
