import { expect, test } from "vitest";
import { readScenarios } from "@/lib/scenario/load";
import { contentRootOf } from "../support/content-root";
import { ANSWER, BRIEF, SCENARIO } from "./lending";

/** What is wrong after one change to the scenario, as `line:column message`. */
function problemsAfter(from: string, to: string, brief = BRIEF): string[] {
  expect(SCENARIO.includes(from), `'${from}' should stand in the scenario`).toBe(true);
  const root = contentRootOf({
    "scenarios/lending/scenario.yaml": SCENARIO.replace(from, to),
    "scenarios/lending/brief.md": brief,
    "scenarios/lending/answers/1-sound.txt": ANSWER,
  });
  const { problems } = readScenarios(root);
  expect(new Set(problems.map(({ file }) => file.slice(root.length)))).toEqual(
    new Set(problems.length === 0 ? [] : ["/scenarios/lending/scenario.yaml"]),
  );
  return problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

/** The line and column of a text in the scenario, after the change: so that the table says a place by what stands there. */
function placeOf(changed: string, text: string): string {
  const before = changed.slice(0, changed.indexOf(text));
  return `${before.split("\n").length}:${before.length - before.lastIndexOf("\n")}`;
}

interface Broken {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  /** What stands at the place that each problem names, and its message. */
  readonly says: readonly (readonly [at: string, message: string])[];
}

const LOAN = "lent_at, due_at, book, borrower";

const TABLE: readonly Broken[] = [
  {
    what: "an identity that is no column",
    from: "identity: [book, lent_at]",
    to: "identity: [book, day]",
    says: [["day]", `There is no attribute or role of loan 'day'. Known: ${LOAN}.`]],
  },
  {
    what: "a relation to nothing",
    from: "{ from: loan, to: member, as: borrower, synonyms: [member] }",
    to: "{ from: loan, to: person, as: borrower }",
    says: [["person", "There is no entity 'person'. Known: member, book, loan."]],
  },
  {
    what: "a relation that stands twice",
    from: "  - { from: loan, to: book }\n",
    to: "  - { from: loan, to: book }\n  - { from: loan, to: book, oneToOne: true }\n",
    says: [["{ from: loan, to: book, oneToOne", "The relation 'loan->book' is there twice."]],
  },
  {
    what: "an invariant of no relation",
    from: "relation: loan->book",
    to: "relation: loan->shelf",
    says: [["loan->shelf", "There is no relation 'loan->shelf'. Known: loan->book, loan->borrower."]],
  },
  {
    what: "an invariant of no entity: its columns are not told as well",
    from: "entity: member, columns",
    to: "entity: person, columns",
    says: [["person", "There is no entity 'person'. Known: member, book, loan."]],
  },
  {
    what: "a unique of no column",
    from: "columns: [email]",
    to: "columns: [email, phone]",
    says: [["phone", "There is no attribute or role of member 'phone'. Known: email."]],
  },
  {
    what: "a condition of a unique that names nothing",
    from: "columns: [email], ",
    to: "columns: [email], where: left_at is null, ",
    says: [["left_at is", "There is no attribute or role of member 'left_at'. Known: email."]],
  },
  {
    what: "a not-null of no column",
    from: "column: due_at",
    to: "column: back_at",
    says: [["back_at", `There is no attribute or role of loan 'back_at'. Known: ${LOAN}.`]],
  },
  {
    what: "a check of names that are not there, functions and texts left aside",
    from: "condition: due_at > lent_at",
    to: "condition: lower(borrower) <> 'nobody' and until > since and due_at is not null",
    says: [
      ["lower(", `There is no attribute or role of loan 'until'. Known: ${LOAN}.`],
      ["lower(", `There is no attribute or role of loan 'since'. Known: ${LOAN}.`],
    ],
  },
  {
    what: "another condition that names nothing",
    from: "condition: due_at > lent_at",
    to: "condition: due_at > lent_at, alsoMetBy: [due_at > days]",
    says: [["due_at > days", `There is no attribute or role of loan 'days'. Known: ${LOAN}.`]],
  },
  {
    what: "a condition that cannot be read",
    from: "condition: due_at > lent_at",
    to: "condition: due_at after lent_at",
    says: [["due_at after", "'due_at after lent_at' is no condition that can be read. Write it like 'amount > 0'."]],
  },
  {
    what: "an invariant that stands twice",
    from: "id: due-later",
    to: "id: due-known",
    says: [["due-known, kind: check", "The invariant 'due-known' is there twice."]],
  },
  {
    what: "a step that finds nothing known",
    from: "find: loan",
    to: "find: lease",
    says: [
      ["lease", "There is no entity 'lease'. Known: member, book, loan."],
      ["id in loan.book", "No earlier step finds 'loan', so there are no 'those' to look among."],
    ],
  },
  {
    what: "a step by an unknown column",
    from: "where: [borrower]",
    to: "where: [reader]",
    says: [["reader], range", `There is no attribute or role of loan 'reader'. Known: ${LOAN}, id.`]],
  },
  {
    what: "a condition of a step that cannot be read",
    from: "where: [borrower]",
    to: "where: [borrower > 3]",
    says: [
      [
        "borrower > 3",
        "'borrower > 3' is not understood. Write 'auction', 'status = open' or 'author in follow.followee'.",
      ],
    ],
  },
  {
    what: "a constant that is none of the values",
    from: "state = out",
    to: "state = lost",
    says: [["state = lost", "There is no value of book.state 'lost'. Known: in, out."]],
  },
  {
    what: "those of a column that is not there",
    from: "id in loan.book",
    to: "id in loan.volume",
    says: [["id in loan.volume", `There is no attribute or role of loan 'volume'. Known: ${LOAN}, id.`]],
  },
  {
    what: "a range that cannot be read",
    from: "range: due_at > t",
    to: "range: due_at after t",
    says: [["due_at after", "'due_at after t' is no range. Write it like 'ends_at < t'."]],
  },
  {
    what: "a range over nothing",
    from: "range: due_at > t",
    to: "range: back_at > t",
    says: [["back_at", `There is no attribute or role of loan 'back_at'. Known: ${LOAN}.`]],
  },
  {
    what: "an order that cannot be read",
    from: "order: lent_at desc",
    to: "order: newest lent_at",
    says: [["newest", "'newest lent_at' is no order. Write it like 'created_at desc'."]],
  },
  {
    what: "an order by nothing",
    from: "order: lent_at desc",
    to: "order: taken_at desc",
    says: [["taken_at", `There is no attribute or role of loan 'taken_at'. Known: ${LOAN}, id.`]],
  },
  {
    what: "a shard of nothing, by nothing",
    from: "right: [{ entity: loan, by: [book]",
    to: "right: [{ entity: room, by: [floor] , why: no }, { entity: loan, by: [floor]",
    says: [
      ["room, by", "There is no entity 'room'. Known: member, book, loan."],
      ["floor], why: A book", `There is no attribute or role of loan 'floor'. Known: ${LOAN}, id.`],
    ],
  },
  {
    what: "a shard key that is right and wrong",
    from: "by: [lent_at], hot",
    to: "by: [book], hot",
    says: [["{ entity: loan, by: [book], hot", "The shard key loan by book is both right and wrong."]],
  },
  {
    what: "consistency of unknown data",
    from: "{ of: loan, expected: strong",
    to: "{ of: loan.fine, expected: strong",
    says: [["loan.fine", `There is no attribute or role of loan 'fine'. Known: ${LOAN}.`]],
  },
  {
    what: "consistency said twice",
    from: "{ of: shelf,",
    to: "{ of: loan,",
    says: [["loan, expected: eventual", "The consistency 'loan' is there twice."]],
  },
  {
    what: "an alternative of nothing",
    from: "entities: [book, loan]",
    to: "entities: [book, copy]",
    says: [["copy], why", "There is no entity 'copy'. Known: member, book, loan."]],
  },
  {
    what: "a copy that serves nothing",
    from: "serves: [my-books]",
    to: "serves: [our-books]",
    says: [["our-books", "There is no pattern 'our-books'. Known: my-books."]],
  },
  {
    what: "a synonym of two entities",
    from: "synonyms: [borrowing]",
    to: "synonyms: [borrowing, readers]",
    says: [["readers", "'readers' means both member and loan. Keep it for one of them."]],
  },
  {
    what: "a synonym that is another entity's own word",
    from: "synonyms: [reader]",
    to: "synonyms: [reader, book]",
    says: [["book]\n    attributes", "'book' means both book and member. Keep it for one of them."]],
  },
  {
    what: "a synonym of an entity that is a copy's name",
    from: "synonyms: [borrowing]",
    to: "synonyms: [borrowing, book_case]",
    says: [["bookcase]", "'bookcase' means both loan and shelf. Keep it for one of them."]],
  },
  {
    what: "a synonym that is understood without it",
    from: "synonyms: [borrowing]",
    to: "synonyms: [borrowing, loans]",
    says: [["loans]", "'loans' is understood already: it stands for loan without being listed."]],
  },
  {
    what: "a synonym of two attributes",
    from: "due_at: { synonyms: [deadline]",
    to: "due_at: { synonyms: [deadline, start]",
    says: [["start], type: time }\nrel", "'start' means both loan.lent_at and loan.due_at. Keep it for one of them."]],
  },
  {
    what: "a synonym of two attributes that one table may hold",
    from: "state: { facts",
    to: "state: { synonyms: [deadline], facts",
    says: [["deadline], type", "'deadline' means both book.state and loan.due_at. Keep it for one of them."]],
  },
  {
    what: "an attribute that goes by an entity's name",
    from: "synonyms: [mail]",
    to: "synonyms: [mail, borrowing]",
    says: [["borrowing], facts", "'borrowing' stands for member.email here, but it is a name of loan too."]],
  },
  {
    what: "a role that goes by another entity's name",
    from: "as: borrower, synonyms: [member]",
    to: "as: borrower, synonyms: [member, title]",
    says: [["title] }", "'title' stands for loan->borrower here, but it is a name of book too."]],
  },
  {
    what: "a quote that the brief does not hold",
    from: "words: one address",
    to: "words: one e-mail address",
    says: [["one e-mail", "The brief does not say 'one e-mail address'. Quote it exactly."]],
  },
  {
    what: "several at once, in the order of the parts",
    from: "relation: loan->book, words: a book that we own }\n  - { id: email-once",
    to: "relation: loan->dog, words: a dog that we own }\n  - { id: due-known",
    says: [
      ["due-known, kind: not-null", "The invariant 'due-known' is there twice."],
      ["loan->dog", "There is no relation 'loan->dog'. Known: loan->book, loan->borrower."],
      ["a dog that", "The brief does not say 'a dog that we own'. Quote it exactly."],
    ],
  },
  {
    what: "a key that the schema does not know",
    from: "minutes: 20",
    to: "minuets: 20",
    says: [
      ["slug", "minutes: Invalid input: expected number, received undefined"],
      ["20", "Unknown key 'minuets'."],
    ],
  },
  {
    what: "a value that the schema refuses",
    from: "heat: hot",
    to: "heat: lukewarm",
    says: [["lukewarm", 'patterns.0.heat: Invalid option: expected one of "hot"|"warm"']],
  },
  {
    what: "a slug that is not the folder's",
    from: "slug: lending",
    to: "slug: library",
    says: [["library", "The slug should be 'lending', as the folder."]],
  },
];

test("the scenario that the table breaks is sound", () => {
  expect(problemsAfter("slug: lending", "slug: lending")).toEqual([]);
});

test.each(TABLE)("$what", ({ from, to, says }) => {
  const changed = SCENARIO.replace(from, to);
  expect(problemsAfter(from, to)).toEqual(says.map(([at, message]) => `${placeOf(changed, at)} ${message}`));
});

test("white space in the brief does not break a quote", () => {
  expect(problemsAfter("slug", "slug", BRIEF.replace("one address", "one\n  address"))).toEqual([]);
});

test("a text that is no YAML is told with its place", () => {
  expect(problemsAfter("heat: hot", 'heat: "hot')[0]).toMatch(/^\d+:\d+ Missing closing "quote$/);
});
