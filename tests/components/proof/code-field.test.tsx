import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CodeField } from "@/components/proof/code-field";

const nothing = () => undefined;
const shown = (unread: readonly string[], leftOut: readonly string[]) => {
  const lines = (all: readonly string[]) => all.map((message, at) => ({ line: at + 3, message }));
  return renderToStaticMarkup(
    <CodeField
      label="Design"
      text="users: id (PK)"
      unread={lines(unread)}
      leftOut={lines(leftOut)}
      rows={[2, 8]}
      onChange={nothing}
      onRun={nothing}
    />,
  );
};

test("what a run goes without stands below the design with its line, and makes the text no fault", () => {
  const markup = shown([], ["the check x of users is left out of the run: PostgreSQL cannot hold this check."]);
  expect(markup).toContain("Line 3: the check x of users is left out of the run");
  expect(markup).not.toContain('aria-invalid="true"');
});

test("what is not understood does", () => {
  expect(shown(["“nonsense” is not understood"], [])).toContain('aria-invalid="true"');
});
