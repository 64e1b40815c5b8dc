import { describe, expect, test } from "vitest";
import { printAs, readSheet } from "@/lib/notation";
import { corpus, countDesign, expectedCounts } from "./corpus/count";
import { sheetOf, withoutSpans } from "./support";

const files = corpus("shorthand").map(({ file, text }) => [file, text] as const);

describe.each(files)("%s", (_, text) => {
  const { value, diagnostics } = readSheet(text);

  test("holds what its header counts, without an error", () => {
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(value.design.dialect).toBe("shorthand");
    expect(countDesign(value.design)).toEqual(expectedCounts(text));
  });

  test("comes back by printing", () => {
    const again = readSheet(sheetOf(printAs(value.design, "shorthand"))).value.design;
    expect(withoutSpans(again)).toEqual(withoutSpans(value.design));
  });

  test("draws as Mermaid with an entity for each table", () => {
    const drawn = printAs(value.design, "mermaid");
    expect(drawn.startsWith("erDiagram\n")).toBe(true);
    for (const { name } of value.design.tables) expect(drawn).toContain(name.text.replaceAll('"', " "));
  });
});
