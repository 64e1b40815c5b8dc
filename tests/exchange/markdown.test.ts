import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderMarkdown } from "@/components/ui/prose";
import { fromHtml } from "@/lib/exchange/markdown/from-html";
import { toHtml } from "@/lib/exchange/markdown/to-html";

const FIELDS: readonly (readonly [html: string, markdown: string])[] = [
  ["plain words", "plain words"],
  ["a<br>b", "a\\\nb"],
  ["<div>a</div><div>b</div>", "a\\\nb"],
  ["<p>a</p><p>b</p>", "a\n\nb"],
  ["<b>bold </b>and<i> italic</i>", "**bold** and *italic*"],
  ["<b>a</b><i>b</i>", "**a**b"],
  ["<b><i>both</i></b>", "***both***"],
  ["<ul><li>one</li><li>two<ul><li>deep</li></ul></li></ul>after", "- one\n- two\n  - deep\n\nafter"],
  ["<ol><li>one<br>more</li><li>two</li></ol>", "1. one\\\n   more\n2. two"],
  ["<code>SELECT *</code>", "`SELECT *`"],
  ["<code>a `b`</code>", "`` a `b` ``"],
  ['<pre><code class="language-sql">SELECT 1;\nSELECT 2;</code></pre>', "```sql\nSELECT 1;\nSELECT 2;\n```"],
  ["<pre>a<br>&lt;b&gt;</pre>", "```\na\n<b>\n```"],
  ["2 * 3 * 4 and snake_case and _this_", "2 \\* 3 \\* 4 and snake_case and \\_this\\_"],
  ["1. not a list", "1\\. not a list"],
  ["# not a heading", "\\# not a heading"],
  ["<h2>A heading</h2>text", "## A heading\n\ntext"],
  ["a &lt;b&gt; &amp; &nbsp;c", "a \\<b\\> & c"],
  ["&amp;lt;", "\\&lt;"],
  ['<a href="https://example.org/a">here</a>', "[here](https://example.org/a)"],
  ["see http://example.org/a_b?c=1&amp;d. Or www.x.org", "see <http://example.org/a_b?c=1&d>. Or www\\.x.org"],
  ['<a href="javascript:alert(1)">here</a>', "here"],
  ['see <img src="folder/x.png" onerror="alert(1)">', "see \\[image: x.png\\]"],
  ["hear [sound:x.mp3]", "hear \\[sound: x.mp3\\]"],
  ["<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "a \\| b\\\nc \\| d"],
  ["<script>alert(1)</script>after", "after"],
  ["<style>b {}</style>a<!-- not <b>seen</b> -->b", "ab"],
  ["a < b and c > d", "a \\< b and c \\> d"],
  ["<b", ""],
];

describe("a field of Anki as Markdown", () => {
  for (const [html, markdown] of FIELDS) {
    test(html, () => expect(fromHtml(html).markdown).toBe(markdown));
  }

  test("names what is left out", () => {
    expect(fromHtml('<img src="a.png"> [sound:b.mp3] <img src="data:image/png;base64,AA">').media).toEqual([
      "a.png",
      "b.mp3",
      "in the text",
    ]);
  });

  // What our own pages draw of it has the same words, whatever signs they hold.
  test("keeps every word of plain text", () => {
    fc.assert(
      fc.property(text(), (words) => {
        const html = words.map(escaped).join("<br>");
        expect(wordsOf(renderMarkdown(fromHtml(html).markdown))).toBe(spaced(words.join(" ")));
      }),
      { numRuns: 2_000 },
    );
  });

  test("keeps every word of styled text", () => {
    const run = fc.tuple(fc.constantFrom("b", "i", "span", "code", "u"), line());
    fc.assert(
      fc.property(fc.array(run, { maxLength: 6 }), (runs) => {
        const html = runs.map(([tag, words]) => `<${tag}>${escaped(words)}</${tag}>`).join("");
        const plain = runs.map(([, words]) => words).join("");
        expect(wordsOf(renderMarkdown(fromHtml(html).markdown)).replaceAll(" ", "")).toBe(
          spaced(plain).replaceAll(" ", ""),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  // What was brought in, given out and brought in again is the same: a second import changes nothing.
  test("comes to rest", () => {
    fc.assert(
      fc.property(field(), (html) => {
        const once = fromHtml(html).markdown;
        const twice = fromHtml(toHtml(once)).markdown;
        expect(fromHtml(toHtml(twice)).markdown).toBe(twice);
      }),
      { numRuns: 2_000 },
    );
  });

  test("leaves no tag that a page could run, and ends soon, whatever comes", () => {
    const tags = fc.constantFrom(
      "<script>",
      "<img src=x onerror=a>",
      "<svg/onload=a>",
      "<a href='javascript:a'>",
      "<",
      ">",
      "`",
      "'",
      '"',
      "<!--",
      "</",
      "<b ",
      "\\",
      "\n",
      "&#60;script&#62;",
      "&lt;b&gt;",
      "x",
    );
    fc.assert(
      fc.property(fc.array(tags, { maxLength: 30 }), (parts) => {
        const drawn = renderMarkdown(fromHtml(parts.join("")).markdown);
        expect(
          drawn.replaceAll(
            /<\/?(p|br|strong|em|code|pre|ul|ol|li|h[1-6]|hr|del)>|<code class="[^"<>]*">|<a href="https?:[^"<>]*">|<\/a>/g,
            "",
          ),
        ).not.toMatch(/[<>]/);
      }),
      { numRuns: 2_000 },
    );
  });

  test("takes time in proportion to the text", () => {
    for (const piece of ["<a '", '<a "', "<b", "<!--", "<a '>'", "<a href=\"x' ", "[sound:", "&#", "`", "<b>"]) {
      expect(fromHtml(piece.repeat(60_000)).markdown.length).toBeLessThan(1_000_000);
    }
  });
});

/** Any signs that HTML or Markdown could take for its own, and letters of several scripts. */
function line() {
  const sign = fc.constantFrom(
    ..."ab1 .,*_`~#+-=!|<>&;:()[]{}\\/\"'$%^@é語",
    "http://x.y",
    "&amp;",
    "1. ",
    "- ",
    "{{",
    "}}",
  );
  return fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(""));
}

function text() {
  return fc.array(line(), { maxLength: 4 });
}

function field() {
  const tag = fc.constantFrom(
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<br>",
    "<div>",
    "</div>",
    "<ul>",
    "</ul>",
    "<li>",
    "</li>",
    "<ol>",
    "</ol>",
    "<code>",
    "</code>",
    "<pre>",
    "</pre>",
    "<p>",
    "</p>",
    "<h3>",
    "</h3>",
    "<hr>",
  );
  return fc.array(fc.oneof(tag, line().map(escaped)), { maxLength: 14 }).map((parts) => parts.join(""));
}

function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function wordsOf(html: string): string {
  const plain = html
    .replaceAll(/<(?:br|\/p|\/li|hr)>/g, " ")
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
  return spaced(plain);
}

function spaced(words: string): string {
  return words.replaceAll(/\s+/g, " ").trim();
}
