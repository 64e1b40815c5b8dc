/** Where a card stands, in plain words. Days are the person's own; a time of today is said by the device. */
export type CardStanding =
  | { readonly kind: "new" }
  | { readonly kind: "suspended"; readonly leech: boolean }
  | { readonly kind: "due" }
  | { readonly kind: "learning"; readonly at: number }
  | { readonly kind: "comes"; readonly on: string; readonly leech: boolean };

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/** "2026-12-04" as "4 December", and with its year where that is another than `today`'s. */
export function dateWords(date: string, today: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  const words = `${Number(day)} ${MONTHS[Number(month) - 1] ?? ""}`;
  return today.startsWith(year) ? words : `${words} ${year}`;
}

/** Markdown as one line of a list: its words, and `code` between backticks. */
export function oneLine(markdown: string): string {
  const words = markdown
    .replaceAll(/```[\w+#-]*\n?/g, "`")
    .replaceAll(/\\(?=[^\w\s])|\\\n/g, (mark) => (mark === "\\" ? "" : " "))
    .replaceAll(/\*\*|^#{1,6} |^- /gm, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  return words.length <= 160 ? words : `${words.slice(0, 159)}…`;
}

/** "1 card", "12 cards", "3,400 cards". */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}
