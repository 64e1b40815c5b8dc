import { describe, expect, test } from "vitest";
import { checkContent, findBundle, loadDecks, loadScenarios, readDecks, readScenarios } from "@/lib/scenario/load";
import { contentRootOf } from "../support/content-root";
import { ANSWER, BRIEF, SCENARIO } from "./lending";

const FOLDER = "scenarios/lending";
const SOUND = {
  [`${FOLDER}/scenario.yaml`]: SCENARIO,
  [`${FOLDER}/brief.md`]: BRIEF,
  [`${FOLDER}/answers/2-other.txt`]: ANSWER.replace("The sound one", "Another one"),
  [`${FOLDER}/answers/1-sound.txt`]: ANSWER,
  [`${FOLDER}/mistakes/constraints-unique.email.txt`]: ANSWER,
  [`${FOLDER}/mistakes/key-value-no-expiry.txt`]: ANSWER,
};

describe("a sound folder", () => {
  test("is loaded whole, in name order", () => {
    const [bundle] = loadScenarios(contentRootOf(SOUND));
    expect(bundle?.scenario.slug).toBe("lending");
    expect(bundle?.brief).toBe(BRIEF);
    expect(bundle?.answers).toEqual([
      { file: "1-sound.txt", title: "The sound one", text: ANSWER },
      { file: "2-other.txt", title: "Another one", text: ANSWER.replace("The sound one", "Another one") },
    ]);
    expect(bundle?.mistakes.map(({ file, rule }) => [file, rule])).toEqual([
      ["constraints-unique.email.txt", "constraints/unique"],
      ["key-value-no-expiry.txt", "key-value/no-expiry"],
    ]);
  });

  test("is read once for each root", () => {
    const root = contentRootOf(SOUND);
    expect(loadScenarios(root)).toBe(loadScenarios(root));
    expect(loadScenarios(root)).not.toBe(loadScenarios(contentRootOf(SOUND)));
  });

  test("is found by its slug, and nothing else is", () => {
    const root = contentRootOf(SOUND);
    expect(findBundle("lending", root)?.scenario.title).toBe("Library");
    for (const slug of ["", "Lending", "..", "lending/", "constructor"]) expect(findBundle(slug, root)).toBeNull();
  });

  test("may be written with a byte order mark and with carriage returns", () => {
    const files = Object.entries(SOUND).map(([name, text]) => [name, `\uFEFF${text.replaceAll("\n", "\r\n")}`]);
    expect(loadScenarios(contentRootOf(Object.fromEntries(files)))).toEqual(loadScenarios(contentRootOf(SOUND)));
  });
});

describe("what is wrong with the files of a folder", () => {
  test.each<[string, Record<string, string | null>, string[]]>([
    ["no scenario", { "scenario.yaml": null }, ["/scenario.yaml:1:1 This file is missing."]],
    ["no brief", { "brief.md": null }, ["/brief.md:1:1 This file is missing."]],
    [
      "a brief without a section",
      { "brief.md": BRIEF.replace("## How much", "## How many") },
      ["/brief.md:1:1 The section '## How much' is missing."],
    ],
    [
      "no answers",
      { "answers/1-sound.txt": null, "answers/2-other.txt": null },
      ["/answers:1:1 There is no model answer."],
    ],
    [
      "an answer without a title",
      { "answers/1-sound.txt": ANSWER.replace("# The sound one\n", "") },
      ["/answers/1-sound.txt:2:1 The front matter has no title: begin it with a '# comment'."],
    ],
    [
      "an answer to another scenario",
      { "answers/1-sound.txt": ANSWER.replace("scenario: lending", "scenario: auction") },
      ["/answers/1-sound.txt:2:1 The front matter should say 'scenario: lending'."],
    ],
    [
      "a mistake named after no rule",
      { "mistakes/constraints-uniqe.txt": ANSWER },
      [
        "/mistakes/constraints-uniqe.txt:1:1 The file's name does not begin with a rule, as in 'constraints-unique.email.txt'.",
      ],
    ],
  ])("%s", (_, change, expected) => {
    const changed = Object.fromEntries(Object.entries(change).map(([name, text]) => [`${FOLDER}/${name}`, text]));
    const root = contentRootOf({ ...SOUND, ...changed });
    const said = readScenarios(root).problems.map(
      ({ file, line, column, message }) => `${file.slice(`${root}/${FOLDER}`.length)}:${line}:${column} ${message}`,
    );
    expect(said).toEqual(expected);
  });

  test("all of it comes in one error, each with its place", () => {
    const root = contentRootOf({
      ...SOUND,
      [`${FOLDER}/brief.md`]: BRIEF.replace("one address", "an address"),
      [`${FOLDER}/scenario.yaml`]: SCENARIO.replace("find: loan", "find: lease"),
    });
    const place = `${root}/${FOLDER}/scenario.yaml`;
    expect(() => loadScenarios(root)).toThrow(
      new Error(
        [
          "The scenarios cannot be used; 3 to mend:",
          `${place}:35:17 There is no entity 'lease'. Known: member, book, loan.`,
          `${place}:36:31 No earlier step finds 'loan', so there are no 'those' to look among.`,
          `${place}:26:78 The brief does not say 'one address'. Quote it exactly.`,
        ].join("\n"),
      ),
    );
  });

  test("a root without scenarios is said, not taken for none", () => {
    expect(() => loadScenarios(contentRootOf({}))).toThrow(/scenarios:1:1 This folder is missing\./);
  });
});

const DECK = `deck: keys
title: Keys
summary: What tells rows apart.
order: 1
cards:
  - { id: keys/primary, kind: basic, front: What is a primary key?, back: What tells a row apart., source: notes }
  - { id: keys/foreign, kind: basic, front: What is a foreign key?, back: A pointer., source: notes }
`;

describe("decks", () => {
  const problemsOf = (files: Record<string, string>) => {
    const root = contentRootOf(files);
    return readDecks(root).problems.map(
      ({ file, line, column, message }) => `${file.slice(`${root}/cards/`.length)}:${line}:${column} ${message}`,
    );
  };

  test("are loaded in the order in which they are learnt", () => {
    const root = contentRootOf({
      "cards/a.yaml": DECK.replaceAll("keys", "a").replace("order: 1", "order: 2"),
      "cards/keys.yaml": DECK,
    });
    expect(loadDecks(root).map(({ deck }) => deck)).toEqual(["keys", "a"]);
  });

  test("are none where there is no folder", () => expect(loadDecks(contentRootOf({}))).toEqual([]));

  test("a deck is named as its file", () => {
    expect(problemsOf({ "cards/locks.yaml": DECK })).toEqual([
      "locks.yaml:1:7 The deck should be 'locks', as the file.",
    ]);
  });

  test("a card's problem is told at the card", () => {
    const twice = DECK.replace("keys/foreign", "keys/primary");
    expect(problemsOf({ "cards/keys.yaml": twice })).toEqual([
      expect.stringMatching(/^keys\.yaml:7:11 .*keys\/primary/),
    ]);
    const elsewhere = DECK.replace("keys/foreign", "locks/foreign");
    expect(problemsOf({ "cards/keys.yaml": elsewhere })).toEqual([
      expect.stringMatching(/^keys\.yaml:7:11 .*locks\/foreign/),
    ]);
  });

  test("a shape that the schema refuses is told with its place", () => {
    expect(problemsOf({ "cards/keys.yaml": DECK.replace("kind: basic", "kind: poem") })).toEqual([
      expect.stringMatching(/^keys\.yaml:6:31 cards\.0\.kind: /),
    ]);
  });

  test("what no card teaches is a gap of the content, not of a deck", () => {
    const root = contentRootOf({ ...SOUND, "cards/keys.yaml": DECK });
    expect(readDecks(root).problems).toEqual([]);
    const gaps = checkContent(root);
    expect(gaps.length).toBeGreaterThan(0);
    expect(gaps.every(({ file }) => file === `${root}/cards`)).toBe(true);
  });
});
