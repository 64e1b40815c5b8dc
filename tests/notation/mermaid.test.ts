import fc from "fast-check";
import { expect, test } from "vitest";
import { printAs, readSheet } from "@/lib/notation";
import { corpus } from "./corpus/count";
import { designs } from "./designs";

/**
 * Mermaid's own package is not installed: it brings d3, cytoscape, katex and more. This is a grammar of ours for the part of
 * `erDiagram` that we print, written beside its lexer (erDiagram.jison); it was not run against Mermaid's own parser.
 */
const KEYWORD = String.raw`(?:erdiagram|title|acctitle|accdescr|direction|style|class|classdef|one|zero|many|only|optionally|to|u|subgraph|end)\b`;
const ENTITY = String.raw`(?:"[^"%\\\x00-\x1f]+"|(?!${KEYWORD})[A-Za-z_]\w*)`;
const WORD = String.raw`(?![pfu]k\b)[A-Za-z_][\w\-[\]()]*`;
const NOTE = String.raw`"[^"\r\n]*"`;
const KEYS = "(?:PK|FK|UK)(?:, (?:PK|FK|UK))*";
const RELATION = String.raw`(?:\|o|\|\||\}o|\}\|)(?:--|\.\.)(?:o\||\|\||o\{|\|\{)`;

const LINES = {
  entity: new RegExp(`^  ${ENTITY}$`, "i"),
  open: new RegExp(String.raw`^  ${ENTITY} \{$`, "i"),
  attribute: new RegExp(`^    ${WORD} ${WORD}(?: ${KEYS})?(?: ${NOTE})?$`, "i"),
  close: /^ {2}\}$/,
  relation: new RegExp(`^  ${ENTITY} ${RELATION} ${ENTITY} : ${NOTE}$`, "i"),
};

type Kind = keyof typeof LINES;

/** Lines that Mermaid would refuse where they stand. */
function refused(drawn: string): readonly string[] {
  const [head, ...lines] = drawn.replace(/\n$/, "").split("\n");
  const bad = head === "erDiagram" ? [] : [head ?? ""];
  let inside = false;
  for (const line of lines) {
    const kinds: readonly Kind[] = inside ? ["attribute", "close"] : ["entity", "open", "relation"];
    const kind = kinds.find((one) => LINES[one].test(line));
    if (kind === undefined) bad.push(line);
    if (kind === "open" || kind === "close") inside = kind === "open";
  }
  return inside ? [...bad, "a block is not closed"] : bad;
}

const FILES = ["shorthand", "postgresql", "mysql", "sqlite", "cql", "dbml", "messy"].flatMap(corpus);

test.each(FILES)("$file is drawn as Mermaid reads it", ({ text }) => {
  expect(refused(printAs(readSheet(`---\n---\n${text}`).value.design, "mermaid"))).toEqual([]);
});

test("any design at all is drawn as Mermaid reads it", () => {
  fc.assert(fc.property(designs, (design) => void expect(refused(printAs(design, "mermaid"))).toEqual([])));
});

test.each([
  "to: pk, fk int, uk-2 (PK)",
  "many: a",
  "one-off: id (PK)",
  '"a % b": "x y" (PK)',
  "end: id (PK)\nsubgraph: end_id (FK -> end.id)",
  "u: id (PK)\np: u_id (FK -> u.id)",
])("%s", (text) => expect(refused(printAs(readSheet(`---\n---\n${text}`).value.design, "mermaid"))).toEqual([]));
