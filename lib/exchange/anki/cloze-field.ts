import { HIDE_END, HIDE_START } from "../markdown/from-html";

type Node = string | { readonly numbers: readonly number[]; readonly inside: Node[] };

export interface Cloze {
  /** The field's HTML for one card: what that card hides stands between `HIDE_START` and `HIDE_END`. */
  readonly html: string;
  readonly hides: boolean;
  /** Whether a hint was left out: our cards have none. */
  readonly hint: boolean;
}

/** Reads `{{c1::hidden::hint}}`, nested ones too. @param number the card's, from 1 */
export function readCloze(field: string, number: number): Cloze {
  let hides = false;
  let hint = false;
  const write = (nodes: readonly Node[], inHidden: boolean): string =>
    nodes
      .map((node) => {
        if (typeof node === "string") return node;
        const words = withoutHint(node.inside);
        const hidden = node.numbers.includes(number) && !inHidden;
        hides ||= hidden;
        hint ||= hidden && words.hint;
        const text = write(words.nodes, inHidden || hidden);
        return hidden ? `${HIDE_START}${text}${HIDE_END}` : text;
      })
      .join("");
  const html = write(parse(field), false);
  return { html, hides, hint };
}

/** Deeper nesting than anybody writes is text. */
const DEEPEST = 8;

function parse(field: string): Node[] {
  const root: Node[] = [];
  const open: { readonly numbers: readonly number[]; readonly inside: Node[]; readonly mark: string }[] = [];
  const here = () => open.at(-1)?.inside ?? root;
  for (const part of field.split(/(\{\{c[\d,]{1,20}::|\}\})/)) {
    const numbers = /^\{\{c([\d,]+)::$/.exec(part)?.[1];
    const closing = part === "}}" ? open.at(-1) : undefined;
    if (numbers !== undefined && open.length < DEEPEST) {
      open.push({ numbers: numbers.split(",").map(Number), inside: [], mark: part });
    } else if (closing !== undefined) {
      open.pop();
      here().push({ numbers: closing.numbers, inside: closing.inside });
    } else if (part !== "") here().push(part);
  }
  // What was never closed hides nothing.
  for (let left = open.pop(); left !== undefined; left = open.pop()) here().push(left.mark, ...left.inside);
  return root;
}

function withoutHint(nodes: readonly Node[]): { readonly nodes: readonly Node[]; readonly hint: boolean } {
  const last = nodes.at(-1);
  const at = typeof last === "string" ? last.indexOf("::") : -1;
  if (typeof last !== "string" || at === -1) return { nodes, hint: false };
  return { nodes: [...nodes.slice(0, -1), last.slice(0, at)], hint: true };
}
