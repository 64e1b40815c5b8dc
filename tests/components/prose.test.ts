import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderMarkdown, setOff } from "@/components/ui/prose";

/** Everything that Markdown itself can say; nothing else may come out. */
const TAGS =
  /<(?!\/?(?:p|em|strong|del|code|pre|a|ul|ol|li|h[1-6]|blockquote|hr|br|table|thead|tbody|tr|th|td|mark|input)\b)/i;

const CASES = [
  { markdown: "`a` and *b*", html: "<p><code>a</code> and <em>b</em></p>\n" },
  { markdown: "<script>alert(1)</script>", html: "&lt;script&gt;alert(1)&lt;/script&gt;" },
  { markdown: 'a <img src=x onerror="x"> b', html: "<p>a &lt;img src=x onerror=&quot;x&quot;&gt; b</p>\n" },
  { markdown: "a <script> < b", html: "<p>a &lt;script&gt; &lt; b</p>\n" },
  { markdown: "a &amp; b &lt; c", html: "<p>a &amp; b &lt; c</p>\n" },
  { markdown: "[words](javascript:alert(1))", html: "<p>words</p>\n" },
  { markdown: "[words](//elsewhere.example)", html: "<p>words</p>\n" },
  { markdown: "[words](/practice)", html: '<p><a href="/practice">words</a></p>\n' },
  { markdown: "![words](https://elsewhere.example/pixel.png)", html: "<p>words</p>\n" },
  {
    markdown: `key${setOff("s")} and \`${setOff("id")}\``,
    html: "<p>key<mark>s</mark> and <code><mark>id</mark></code></p>\n",
  },
];

describe("prose", () => {
  test.each(CASES)("$markdown", ({ markdown, html }) => {
    expect(renderMarkdown(markdown)).toBe(html);
  });

  test("no text brings a tag or an event of its own", () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      '"',
      "'",
      "`",
      "[",
      "](",
      ")",
      "script",
      "img ",
      "onload=",
      "javascript:",
      "\n",
      "&lt;",
      "a",
      "!",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const html = renderMarkdown(pieces.join(""));
        expect(html).not.toMatch(TAGS);
        expect(html).not.toMatch(/<[^>]*\son\w+=/i);
        expect(html).not.toMatch(/href="\s*javascript:/i);
      }),
      { numRuns: 2_000 },
    );
  });
});
