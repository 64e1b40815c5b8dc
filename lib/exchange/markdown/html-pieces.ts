import { decodeEntities } from "./entities";

/** HTML as it comes: words, or the beginning or end of a tag. What a browser would not show is not there. */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "open"; readonly tag: string; readonly attributes: string }
  | { readonly kind: "close"; readonly tag: string };

/** What stands in these is never words. */
const UNSEEN = new Set(["script", "style", "head", "title", "template", "noscript", "iframe", "object", "svg", "math"]);

/** Reads any text in time in proportion to it; never throws. */
export function* htmlPieces(html: string): Generator<Piece> {
  const scan = new Scan(html);
  while (scan.at < html.length) {
    const words = scan.words();
    if (words !== "") yield { kind: "text", text: decodeEntities(words) };
    const tag = scan.tag();
    if (tag === null) continue;
    if (tag.kind === "open" && UNSEEN.has(tag.tag)) scan.skipTo(tag.tag);
    else yield tag;
  }
}

/** The value of an attribute; "" where there is none. */
export function attribute(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|[\\s"'/])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(attributes);
  return decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? "");
}

class Scan {
  at = 0;
  /** Once a quote was never closed, quotes count no longer: else each tag would look through the whole rest. */
  #quotes = true;
  readonly #lower: string;

  constructor(private readonly html: string) {
    this.#lower = html.toLowerCase();
  }

  /** Up to the next tag or comment. A `<` that begins neither is a word. */
  words(): string {
    const from = this.at;
    let next = this.html.indexOf("<", from);
    while (next !== -1 && !/^<(?:[a-z/]|!--|[!?])/i.test(this.html.slice(next, next + 4))) {
      next = this.html.indexOf("<", next + 1);
    }
    this.at = next === -1 ? this.html.length : next;
    return this.html.slice(from, this.at);
  }

  /** The tag that stands here; null for a comment, or at the end. */
  tag(): Piece | null {
    if (this.at >= this.html.length) return null;
    if (this.html.startsWith("<!--", this.at)) return this.#pass("-->", 4);
    const end = this.#endOfTag();
    const inside = this.html.slice(this.at + 1, end);
    this.at = end + 1;
    const [, slash, name] = /^(\/?)([a-z][a-z0-9]*)/i.exec(inside) ?? [];
    if (name === undefined) return null;
    const tag = name.toLowerCase();
    if (slash === "/") return { kind: "close", tag };
    return { kind: "open", tag, attributes: inside.slice(name.length) };
  }

  /** Past the end of what is never shown. */
  skipTo(tag: string): void {
    const end = this.#lower.indexOf(`</${tag}`, this.at);
    this.at = end === -1 ? this.html.length : end;
  }

  #pass(mark: string, least: number): null {
    const end = this.html.indexOf(mark, this.at + least);
    this.at = end === -1 ? this.html.length : end + mark.length;
    return null;
  }

  /** A `>` inside quotes does not end a tag. A tag that never ends goes to the end. */
  #endOfTag(): number {
    let at = this.at + 1;
    while (this.#quotes && at < this.html.length) {
      const character = this.html[at];
      if (character === ">") return at;
      if (character === '"' || character === "'") {
        const close = this.html.indexOf(character, at + 1);
        if (close === -1) this.#quotes = false;
        else at = close;
      }
      at += 1;
    }
    this.#quotes = false;
    const plain = this.html.indexOf(">", this.at);
    return plain === -1 ? this.html.length : plain;
  }
}
