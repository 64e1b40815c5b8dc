import type { SqlValue } from "sql.js";
import type { ExchangeCard } from "../collection";
import { fromHtml, HIDE_END, HIDE_START } from "../markdown/from-html";
import { toHtml } from "../markdown/to-html";
import { writeGuid } from "./guid";
import { sha1 } from "./sha1";

/** The columns of the table `notes`, in their order. */
export function noteColumns(
  card: ExchangeCard,
  { id, type, seconds }: { readonly id: number; readonly type: number; readonly seconds: number },
): SqlValue[] {
  const front = card.kind === "cloze" ? clozeField(card.front) : toHtml(card.front);
  const sort = plain(front);
  const tags = card.tags.map((tag) => tag.replaceAll(/\s+/g, "_"));
  return [
    ...[id, writeGuid(card), type, seconds, -1],
    tags.length === 0 ? "" : ` ${tags.join(" ")} `,
    `${front}\u001f${toHtml(card.back)}`,
    ...[sort, checksum(sort), 0, ""],
  ];
}

/** `{{hidden}}` as Anki writes it. All that one of our cards hides is hidden at once there too. */
function clozeField(front: string): string {
  const html = toHtml(front.replaceAll("{{", HIDE_START).replaceAll("}}", HIDE_END));
  // In Anki two colons begin a hint, and braces of the text could open or close what is hidden.
  return html
    .replaceAll("::", ":&#58;")
    .replaceAll("{{", "{&#123;")
    .replaceAll("}}", "}&#125;")
    .replaceAll(HIDE_START, "{{c1::")
    .replaceAll(HIDE_END, "}}");
}

/** The words of a field, without its tags. */
function plain(html: string): string {
  return html.includes("<") || html.includes("&") ? fromHtml(html).markdown : html;
}

/** The first 32 bits of the SHA-1, as Anki finds equal first fields. */
function checksum(text: string): number {
  return new DataView(sha1(text).buffer).getUint32(0);
}
