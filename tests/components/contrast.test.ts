import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** WCAG 2.2: AA for text is 4.5, AAA is 7, and 3 is asked of what is not text but must be seen. */
const [AAA, AA, SEEN] = [7, 4.5, 3];
const THEMES = ["light", "dark"] as const;

const tokens = new Map(
  [...readFileSync("app/globals.css", "utf8").matchAll(/--color-([\w-]+):\s*light-dark\((#\w{6}),\s*(#\w{6})\)/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }],
  ),
);

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const PAPERS = ["paper", "surface", "sunk"];
const STATES = ["met", "partly", "missed", "info"];
const STORES = ["relational", "document", "key-value", "wide-column", "graph"];

/** What stands on what, and how well it must be told apart. */
const PAIRS: readonly (readonly [string, string, number])[] = [
  ...[...PAPERS, "hover", "accent-soft"].map((paper) => ["ink", paper, AAA] as const),
  ...PAPERS.flatMap((paper) => [
    ["ink-soft", paper, AAA] as const,
    ["accent-text", paper, AAA] as const,
    ["ink-faint", paper, AA] as const,
    ["line-strong", paper, SEEN] as const,
    ["ring", paper, SEEN] as const,
    ["accent", paper, SEEN] as const,
    ...[...STATES, ...STORES].map((hue) => [hue, paper, AA] as const),
  ]),
  ...[...STATES, ...STORES].flatMap((hue) => [
    [hue, `${hue}-soft`, AA] as const,
    ["ink", `${hue}-soft`, AAA] as const,
    ["ink-soft", `${hue}-soft`, AA] as const,
  ]),
  ...["hover", "accent-soft"].map((paper) => ["ink-soft", paper, AA] as const),
  ["ink-faint", "hover", AA],
  ["accent-text", "accent-soft", AA],
  ["on-accent", "accent", AA],
  ["on-accent", "accent-strong", AA],
  ["on-danger", "danger", AA],
  ["on-danger", "danger-strong", AA],
];

describe.each(THEMES)("contrast in the %s theme", (theme) => {
  test.each(PAIRS)("%s on %s reaches %d", (front, back, least) => {
    const [a, b] = [tokens.get(front), tokens.get(back)];
    if (!a || !b) throw new Error(`globals.css has no token '${a ? back : front}'.`);
    expect(ratio(a[theme], b[theme])).toBeGreaterThanOrEqual(least);
  });
});
