import { Marked, type Tokens } from "marked";
import { escapeHtml } from "./entities";

const markdown = new Marked({
  gfm: true,
  renderer: {
    html: (token: Tokens.HTML | Tokens.Tag) => escapeHtml(token.text),
    text(token: Tokens.Text | Tokens.Escape) {
      return "escaped" in token && token.escaped ? escapeHtml(token.text) : false;
    },
    link(token: Tokens.Link) {
      const words = this.parser.parseInline(token.tokens);
      return /^https?:\/\//i.test(token.href) ? `<a href="${escapeHtml(token.href)}">${words}</a>` : words;
    },
    image: (token: Tokens.Image) => escapeHtml(token.text),
  },
});

/**
 * Markdown as a field of Anki: HTML of what Markdown can say, nothing else. One paragraph alone stands without its tags,
 * as Anki's own editor writes it.
 */
export function toHtml(text: string): string {
  const html = markdown.parse(text, { async: false }).trim();
  const only = /^<p>((?:(?!<\/?p>).)*)<\/p>$/s.exec(html);
  return only?.[1] ?? html;
}
