import { Marked, type Tokens } from "marked";
import { classNames } from "./class-names";

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** Only these may be linked; a `javascript:` address becomes plain words. */
const SAFE_ADDRESS = /^(https?:\/\/|mailto:|\/(?!\/)|#)/i;

/** HTML in the text is shown as text, never run; images are left to their words. */
const markdown = new Marked({
  gfm: true,
  renderer: {
    html(token: Tokens.HTML | Tokens.Tag) {
      return escapeHtml(token.text);
    },
    /** After a tag such as `<script>` the text counts as raw there, and would pass unescaped; the tag was shown as text, so this is too. */
    text(token: Tokens.Text | Tokens.Escape) {
      return "escaped" in token && token.escaped ? escapeHtml(token.text) : false;
    },
    link(token: Tokens.Link) {
      const words = this.parser.parseInline(token.tokens);
      return SAFE_ADDRESS.test(token.href) ? `<a href="${escapeHtml(token.href)}">${words}</a>` : words;
    },
    image(token: Tokens.Image) {
      return escapeHtml(token.text);
    },
  },
});

/** Two characters that no text holds (private use); what stands between them is set off. */
const SET_OFF_START = "\uE000";
const SET_OFF_END = "\uE001";

/** Marks a piece of Markdown to be set off from the rest, wherever it stands: inside words, code or emphasis. */
export function setOff(text: string): string {
  return `${SET_OFF_START}${text}${SET_OFF_END}`;
}

/** Markdown to HTML that holds nothing but what Markdown itself can say. */
export function renderMarkdown(text: string): string {
  const html = markdown.parse(text, { async: false });
  return html.replaceAll(SET_OFF_START, "<mark>").replaceAll(SET_OFF_END, "</mark>");
}

export interface ProseProps {
  children: string;
  className?: string;
}

/** Markdown as reading matter, 65 characters a line. Render it on the server, so that no parser reaches the browser. */
export function Prose({ children, className }: ProseProps) {
  const html = renderMarkdown(children);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: renderMarkdown escapes all HTML that it did not make itself
  return <div className={classNames("prose", className)} dangerouslySetInnerHTML={{ __html: html }} />;
}
