import { attribute, htmlPieces, type Piece } from "./html-pieces";
import { escapeLineStart, fencedCode, inlineMarkdown, type Run } from "./inline";

export interface FromHtml {
  readonly markdown: string;
  /** Pictures and sounds by their names: their place in the text names them, and they themselves are left out. */
  readonly media: readonly string[];
}

/** Two characters that no text holds (private use): what stands between them is what a cloze hides. */
export const HIDE_START = "\uE010";
export const HIDE_END = "\uE011";

const BOLD = new Set(["b", "strong"]);
const ITALIC = new Set(["i", "em"]);
/** A new line begins and ends with these. */
const LINES = new Set([
  "div",
  "tr",
  "dt",
  "dd",
  "figcaption",
  "section",
  "article",
  "header",
  "footer",
  "main",
  "address",
]);
/** And with these an empty one stands between. */
const BLOCKS = new Set(["p", "blockquote", "table", "dl", "figure", "details", "center"]);
const HEADING = /^h([1-6])$/;

/**
 * A field of Anki, which is HTML, as the Markdown that our pages draw: text, bold, italic, code, code blocks, lists, links,
 * headings and line breaks. Every tag is either one of these or gone, so that none is left that a page could run.
 */
export function fromHtml(html: string): FromHtml {
  const writer = new Writer();
  for (const piece of htmlPieces(html)) writer.take(piece);
  return { markdown: writer.finish(), media: writer.media };
}

class Writer {
  readonly media: string[] = [];
  readonly #blocks: Block[] = [];
  /** Null is a line break. */
  #runs: (Run | null)[] = [];
  #bold = 0;
  #italic = 0;
  #link: string | null = null;
  /** The text of the `code` or `pre` that is open. */
  #code: { text: string; readonly block: boolean; language: string } | null = null;
  readonly #lists: { readonly ordered: boolean; number: number }[] = [];
  /** The mark of the item that began and has no words yet. */
  #item: string | null = null;
  /** How deep the words of the present item stand. */
  #indent = 0;
  #heading = 0;

  take(piece: Piece): void {
    if (this.#code !== null) this.#takeCode(piece, this.#code);
    else if (piece.kind === "text") this.#takeText(piece.text);
    else if (piece.kind === "open") this.#open(piece.tag, piece.attributes);
    else this.#close(piece.tag);
  }

  finish(): string {
    if (this.#code !== null) this.#endCode(this.#code);
    this.#endBlock();
    return joined(this.#blocks);
  }

  #takeText(text: string): void {
    const named = text.replaceAll(/\[sound:([^\]\n]{1,200})\]/g, (_, name: string) => {
      this.media.push(name);
      return `[sound: ${name}]`;
    });
    this.#sayLinked(named.replaceAll(/\s+/g, " "));
  }

  /** An address that stands in the text is a link to itself. */
  #sayLinked(text: string): void {
    if (this.#link !== null) {
      this.#say(text);
      return;
    }
    for (const [index, piece] of text.split(/(https?:\/\/[^\s<>()\\`*]*[^\s<>()\\`*.,;:!?'"\]}])/i).entries()) {
      this.#link = index % 2 === 1 ? safeAddress(piece) : null;
      this.#say(piece);
    }
    this.#link = null;
  }

  #say(text: string, code = false): void {
    if (text === "") return;
    this.#runs.push({ text, bold: this.#bold > 0, italic: this.#italic > 0, link: this.#link, code });
  }

  #takeCode(piece: Piece, code: { text: string; readonly block: boolean; language: string }): void {
    if (piece.kind === "text") code.text += piece.text;
    else if (piece.kind === "open" && piece.tag === "br") code.text += "\n";
    else if (piece.kind === "open" && piece.tag === "code") code.language ||= languageOf(piece.attributes);
    else if (code.block && LINES.has(piece.tag)) code.text += code.text.endsWith("\n") ? "" : "\n";
    else if (piece.kind === "close" && piece.tag === (code.block ? "pre" : "code")) this.#endCode(code);
  }

  #endCode(code: { readonly text: string; readonly block: boolean; readonly language: string }): void {
    this.#code = null;
    if (!code.block) {
      this.#say(code.text, true);
      return;
    }
    this.#endBlock();
    if (code.text.trim() !== "") this.#addBlock(fencedCode(code.text.replace(/^\n/, ""), code.language));
  }

  #open(tag: string, attributes: string): void {
    if (BOLD.has(tag)) this.#bold += 1;
    else if (ITALIC.has(tag)) this.#italic += 1;
    else if (tag === "br") this.#breakLine();
    else if (tag === "img") this.#picture(attribute(attributes, "src"));
    else if (tag === "a") this.#link = safeAddress(attribute(attributes, "href"));
    else if (tag === "code" || tag === "pre") this.#code = { text: "", block: tag === "pre", language: "" };
    else if (tag === "td" || tag === "th") this.#cell();
    else this.#openBlock(tag);
  }

  #openBlock(tag: string): void {
    const level = HEADING.exec(tag)?.[1];
    if (tag === "ul" || tag === "ol") this.#openList(tag === "ol");
    else if (tag === "li") this.#openItem();
    else if (tag === "hr") this.#rule();
    else if (level !== undefined) this.#openHeading(Number(level));
    else if (LINES.has(tag)) this.#breakLine();
    else if (BLOCKS.has(tag)) this.#endBlock();
  }

  #close(tag: string): void {
    if (BOLD.has(tag)) this.#bold = Math.max(0, this.#bold - 1);
    else if (ITALIC.has(tag)) this.#italic = Math.max(0, this.#italic - 1);
    else if (tag === "a") this.#link = null;
    else if (tag === "ul" || tag === "ol") this.#closeList();
    else if (LINES.has(tag)) this.#breakLine();
    else if (BLOCKS.has(tag) || HEADING.test(tag) || tag === "li") this.#endBlock();
  }

  #picture(source: string): void {
    const name = source.startsWith("data:") ? "in the text" : (source.split("/").pop() ?? "");
    this.media.push(name.slice(0, 200));
    this.#say(`[image: ${name.slice(0, 200)}]`);
  }

  #cell(): void {
    if ((this.#runs.at(-1) ?? null) !== null) this.#say(" | ");
  }

  /** One break, however many tags ask for it in a row, is kept; at the edges of a block it is none. */
  #breakLine(): void {
    if (this.#heading > 0) this.#say(" ");
    else this.#runs.push(null);
  }

  #openHeading(level: number): void {
    this.#endBlock();
    this.#heading = level;
  }

  #rule(): void {
    this.#endBlock();
    if (this.#blocks.length > 0) this.#addBlock("---");
  }

  #openList(ordered: boolean): void {
    this.#endBlock();
    this.#lists.push({ ordered, number: 0 });
  }

  #closeList(): void {
    this.#endBlock();
    this.#item = null;
    this.#lists.pop();
    this.#indent = this.#depth();
  }

  #openItem(): void {
    this.#endBlock();
    const list = this.#lists.at(-1);
    if (list !== undefined) list.number += 1;
    this.#item = `${" ".repeat(Math.max(0, this.#depth() - (list?.ordered ? 3 : 2)))}${list?.ordered ? `${list.number}. ` : "- "}`;
    this.#indent = this.#item.length;
  }

  #depth(): number {
    return this.#lists.reduce((sum, { ordered }) => sum + (ordered ? 3 : 2), 0);
  }

  /** What was said since the last block becomes one. */
  #endBlock(): void {
    const lines = linesOf(this.#runs).map((line) => escapeLineStart(line.trim()));
    this.#runs = [];
    const text = lines.join("\\\n");
    if (text !== "") this.#addBlock(this.#heading > 0 ? `${"#".repeat(this.#heading)} ${text}` : text);
    this.#heading = 0;
  }

  /** The first block of a list's item gets its mark; what follows is indented as deep. */
  #addBlock(text: string): void {
    const indent = " ".repeat(this.#indent);
    const mark = this.#item ?? indent;
    this.#blocks.push({ text: mark + text.replaceAll("\n", `\n${indent}`), item: this.#item !== null });
    this.#item = null;
  }
}

interface Block {
  readonly text: string;
  /** Whether an item of a list begins with it. */
  readonly item: boolean;
}

/** Items of a list follow each other line by line, everything else after an empty line. */
function joined(blocks: readonly Block[]): string {
  return blocks.reduce((text, block, index) => {
    const close = block.item && blocks[index - 1]?.item === true;
    return index === 0 ? block.text : `${text}${close ? "\n" : "\n\n"}${block.text}`;
  }, "");
}

/** Empty lines are none. */
function linesOf(runs: readonly (Run | null)[]): string[] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    if (run === null) lines.push([]);
    else lines.at(-1)?.push(run);
  }
  return lines.map(inlineMarkdown).filter((line) => line.trim() !== "");
}

function languageOf(attributes: string): string {
  return /\blanguage-([\w+#-]{1,30})/.exec(attribute(attributes, "class"))?.[1] ?? "";
}

/** Only what our pages would link to; spaces and brackets would end it early, and what looks like a reference be read as one. */
function safeAddress(address: string): string | null {
  return /^https?:\/\/[^\s()<>\\`*]{1,2000}$/i.test(address) && !/&#?\w+;/.test(address) ? address : null;
}
