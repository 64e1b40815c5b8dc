import { describe, expect, test } from "vitest";
import { countsOf, expectedOf, read, schemasIn } from "./sql-oracle";

/** Schemas that no database here can execute: what is in them was counted by hand. */
describe.each(["mysql", "cql"])("the corpus in %s", (folder) => {
  test.each(schemasIn(folder))("$file has what its header counts, without a complaint", ({ file, text }) => {
    const { value, diagnostics } = read(text);
    expect(value.design.dialect).toBe(folder);
    expect(diagnostics.filter(({ severity }) => severity !== "hint")).toEqual([]);
    expect(countsOf(value.design)).toEqual(expectedOf({ file, text }));
  });
});
