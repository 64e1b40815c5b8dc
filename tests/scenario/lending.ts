/** A small sound scenario; the tests break it in one place at a time. */
export const SCENARIO = `slug: lending
title: Library
summary: Members borrow books and bring them back.
minutes: 20
difficulty: warm-up
entities:
  member:
    synonyms: [reader]
    attributes:
      email: { synonyms: [mail], facts: [unique, mutable] }
  book:
    synonyms: [title]
    attributes:
      state: { facts: [few-values], values: [in, out] }
  loan:
    synonyms: [borrowing]
    identity: [book, lent_at]
    attributes:
      lent_at: { synonyms: [start], type: time }
      due_at: { synonyms: [deadline], type: time }
relations:
  - { from: loan, to: book }
  - { from: loan, to: member, as: borrower, synonyms: [member] }
invariants:
  - { id: loan-has-book, kind: reference, relation: loan->book, words: a book that we own }
  - { id: email-once, kind: unique, entity: member, columns: [email], words: one address }
  - { id: due-known, kind: not-null, entity: loan, column: due_at, words: a day to be back }
  - { id: due-later, kind: check, entity: loan, condition: due_at > lent_at, words: a day to be back }
patterns:
  - id: my-books
    heat: hot
    asks: What have I borrowed?
    words: what have I borrowed
    steps:
      - { find: loan, where: [borrower], range: due_at > t, order: lent_at desc, limit: 5 }
      - { find: book, where: [id in loan.book, state = out] }
volume:
  expected: single
  words: a thousand loans a day
  why: One machine has room for that.
  shard:
    right: [{ entity: loan, by: [book], why: A book's loans stay together. }]
    wrong: [{ entity: loan, by: [lent_at], hot: true, why: All new loans fall on one shard. }]
consistency:
  - { of: loan, expected: strong, why: A book is lent to one member. }
  - { of: shelf, expected: eventual, why: A list may lag. }
stores:
  relational: { fit: best, why: Rows. }
  document: { fit: fine, why: Documents. }
  key-value: { fit: poor, why: Keys alone. }
  wide-column: { fit: poor, why: Appends alone. }
  graph: { fit: poor, why: One hop. }
alternatives:
  - { kind: merge, entities: [book, loan], why: A test. }
  - { kind: copy, name: shelf, synonyms: [bookcase], of: [loan], serves: [my-books], why: A list kept ready. }
`;

export const BRIEF = `We lend books.

## What it must do
Members have one address. They borrow a book that
we own, with a day to be back.

## How much
There are a thousand loans a day.

## What is asked of the data
So, what have I borrowed?

## What must hold
Nothing else.
`;

export const ANSWER = `---
# The sound one
scenario: lending
---
loans: id (PK)
`;
