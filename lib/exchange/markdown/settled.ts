import type { ExchangeCard } from "../collection";
import { fromHtml, HIDE_END, HIDE_START } from "./from-html";
import { toHtml } from "./to-html";

/** Markdown as it is once it was HTML in a package and came back: texts that only differ in how they are written are the same. */
export function settledText(kind: ExchangeCard["kind"], text: string): string {
  if (kind === "basic") return fromHtml(toHtml(text)).markdown;
  const marked = text.replaceAll("{{", HIDE_START).replaceAll("}}", HIDE_END);
  return fromHtml(toHtml(marked)).markdown.replaceAll(HIDE_START, "{{").replaceAll(HIDE_END, "}}");
}
