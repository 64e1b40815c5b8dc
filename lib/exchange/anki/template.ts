/** What a template asks for while it is filled in. */
export interface Fill {
  /** The value of a field with its filters, the outermost first; "" for what there is not. */
  readonly value: (name: string, filters: readonly string[]) => string;
  /** Whether a conditional section on that name is shown. */
  readonly isSet: (name: string) => boolean;
}

/**
 * A template of Anki filled in: fields, filters, and sections that are shown where a field has something (`{{#a}}…{{/a}}`)
 * or nothing (`{{^a}}…{{/a}}`). A section that is never closed goes to the end.
 * https://docs.ankiweb.net/templates/generation.html
 */
export function fillTemplate(template: string, fill: Fill): string {
  let out = "";
  const hidden: boolean[] = [];
  for (const [index, part] of template.split(/\{\{([^{}]{1,300})\}\}/).entries()) {
    const shown = !hidden.includes(true);
    if (index % 2 === 0) {
      if (shown) out += part;
      continue;
    }
    const mark = part.trim()[0] ?? "";
    const name = part.trim().slice(1).trim();
    if (mark === "#" || mark === "^") hidden.push(fill.isSet(name) === (mark === "^"));
    else if (mark === "/") hidden.pop();
    else if (shown) out += tagValue(part, fill);
  }
  return out;
}

function tagValue(tag: string, fill: Fill): string {
  const parts = tag.split(":").map((part) => part.trim());
  const name = parts.pop() ?? "";
  return fill.value(name, parts);
}

/** Whether a field has anything to show: words, or a picture. */
export function hasContent(html: string): boolean {
  return /<img|\[sound:/i.test(html) || html.replaceAll(/<\/?(?:br|div|p|span)[^>]{0,200}>|&nbsp;/gi, "").trim() !== "";
}
