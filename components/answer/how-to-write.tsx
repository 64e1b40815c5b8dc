import { Disclosure } from "./disclosure";

const EXAMPLES: readonly (readonly [string, string])[] = [
  ["users: id (PK), email (unique, not null)", "A table and its columns. One column a line, indented, works too."],
  ["user_id (FK -> users.id)", "A reference to another table."],
  ["amount numeric (not null, check > 0)", "A type and rules in brackets."],
  ["PK likes(user_id, post_id)", "A key of several columns. unique follows(a, b) is alike."],
  ["index posts(user_id, created_at desc)", "An index; its columns in order. Add where … for a part of the rows."],
  ["name (copy of users.name)", "A duplicate that you mean."],
  ["# a note", "A comment."],
];

/** The shorthand on one small page. */
export function HowToWrite() {
  return (
    <Disclosure summary="How to write it">
      <dl className="grid gap-x-4 gap-y-1.5 pt-1 pb-2 text-small sm:grid-cols-[auto_1fr]">
        {EXAMPLES.map(([code, words]) => (
          <div key={code} className="contents">
            <dt className="font-mono text-ink">{code}</dt>
            <dd className="mb-1.5 text-ink-soft sm:mb-0">{words}</dd>
          </div>
        ))}
      </dl>
      <p className="text-small text-ink-soft">
        Upper or lower case, plural and snake_case or camelCase never matter. A whole sheet with its <code>---</code>{" "}
        lines can be pasted: its decisions move into the form. <kbd>Tab</kbd> indents; <kbd>Esc</kbd> then{" "}
        <kbd>Tab</kbd> moves on.
      </p>
    </Disclosure>
  );
}
