import { expect, test } from "vitest";
import { countsOf, expectedOf, read, schemasIn } from "./sql-oracle";

/** Schemas with slips (a byte-order mark, typographic quotes, commas and semicolons missing): each slip is named, nothing is lost. */
test.each(schemasIn("messy"))("$file has what its header counts, and its slips are named", ({ file, text }) => {
  const { value, diagnostics } = read(text);
  expect(file.startsWith(value.design.dialect)).toBe(true);
  expect(countsOf(value.design)).toEqual(expectedOf({ file, text }));
  expect(diagnostics.some(({ severity }) => severity === "warning")).toBe(true);
});
