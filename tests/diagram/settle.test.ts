import { describe, expect, test } from "vitest";
import { activeNodes } from "@/components/diagram/active";
import { NOTHING, type Settled, settle } from "@/components/diagram/settle";
import { readSheet } from "@/lib/notation";
import { sheet } from "./support";

const GOOD = "users: id (PK), email\nposts: id (PK), user_id (FK -> users.id)\n";

/** Types texts one after the other; `|` is where the caret stands while typing. */
function type(...bodies: readonly string[]): Settled {
  return bodies.reduce((before, body) => {
    const marked = sheet(body);
    const caret = marked.indexOf("|");
    const text = marked.replace("|", "");
    const { value: answer, diagnostics } = readSheet(text);
    return settle(before, { text, answer, diagnostics, typingAt: caret === -1 ? null : caret });
  }, NOTHING);
}

const titles = ({ graph }: Settled) => graph.nodes.map(({ title, doubt }) => (doubt ? `${title}?` : title));

describe("text that is half written", () => {
  test.each<[string, readonly string[], readonly string[], boolean]>([
    ["understood: drawn as it is", [GOOD], ["users", "posts"], false],
    [
      "a name that is being typed is in doubt, and no ghost",
      [GOOD.replace("users.id", "us|")],
      ["users", "posts?"],
      false,
    ],
    ["the same once the hand rests is a ghost", [GOOD.replace("users.id", "us")], ["users", "posts", "us"], false],
    [
      "a heading that is being changed keeps the last drawing",
      [GOOD, GOOD.replace("users:", "users")],
      ["users?", "posts"],
      true,
    ],
    [
      "what was deleted is gone, errors elsewhere or not",
      [`${GOOD}tags: id (PK)\n`, `${GOOD}?? (\n`],
      ["users", "posts"],
      false,
    ],
    ["everything deleted is empty", [GOOD, ""], [], false],
  ])("%s", (_, bodies, boxes, stale) => {
    const settled = type(...bodies);
    expect(titles(settled)).toEqual(boxes);
    expect(settled.stale).toBe(stale);
  });

  test("a drawing that is kept names the line that it waits for, and is let go once that is mended", () => {
    const broken = GOOD.replace("users:", "users");
    expect(type(GOOD, broken).waitsFor).toBe(1);
    expect(type(GOOD, broken, GOOD)).toEqual(type(GOOD));
  });

  test("only the box with the error on its lines is in doubt", () => {
    expect(titles(type(`${GOOD}tags: id (PK), post_id (FK ->\n`))).toContain("users");
  });
});

describe("the box at the caret", () => {
  const active = (body: string) => {
    const text = sheet(body);
    const at = text.indexOf("|");
    const plain = text.replace("|", "");
    const { graph } = settle(NOTHING, { text: plain, answer: readSheet(plain).value, diagnostics: [], typingAt: null });
    return [...activeNodes(graph, plain, at)];
  };
  test.each<[string, string, readonly string[]]>([
    ["in its line", "users: id (PK), em|ail\nposts: id (PK)", ["table:users"]],
    ["on a later line of it", "users: id (PK),\n  em|ail\nposts: id (PK)", ["table:users"]],
    ["in an index of it", "users: id (PK), email\nposts: id (PK)\nindex users(em|ail)", ["table:users"]],
    ["in a remark behind it", "users: id (PK) # the pe|ople\nposts: id (PK)", ["table:users"]],
    ["between two", "users: id (PK)\n\n|\n\nposts: id (PK)", []],
  ])("%s", (_, body, ids) => expect(active(body)).toEqual(ids));
});
