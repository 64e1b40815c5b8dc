import { cover, type Diagnostic, type Severity, type Span } from "@/lib/diagnostics";
import { nearest } from "./nearest";

/** More than anyone reads; beyond it the rest is named as one place, so that noise stays cheap. */
const MOST = 200;
/** Comparisons with every known name are for people's slips, not for a megabyte of noise. */
const MOST_GUESSES = 400;

/** Collects what is wrong with one text. */
export class Problems {
  private readonly found: Diagnostic[] = [];
  private rest: { count: number; span: Span } | null = null;
  private guesses = 0;

  private add(diagnostic: Diagnostic): void {
    if (this.found.length < MOST) this.found.push(diagnostic);
    else if (this.rest) this.rest = { count: this.rest.count + 1, span: cover(this.rest.span, diagnostic.span) };
    else this.rest = { count: 1, span: diagnostic.span };
  }

  report(severity: Severity, span: Span, message: string, fix?: Diagnostic["fix"]): void {
    this.add({ severity, message, span, ...(fix ? { fix } : {}) });
  }

  /** Names a word that is not legal here; the nearest legal one becomes the fix. */
  unknown(severity: Severity, span: Span, written: string, legal: Iterable<string>, message: string): void {
    const guess = this.guess(written, legal);
    if (guess === null) this.report(severity, span, message);
    else this.replace(severity, span, guess, `${message} Did you mean “${guess}”?`);
  }

  /** A diagnostic whose fix puts other words in the place it names. */
  replace(severity: Severity, span: Span, text: string, message: string): void {
    this.report(severity, span, message, { label: `Write “${short(text)}”`, edits: [{ span, text }] });
  }

  guess(written: string, legal: Iterable<string>): string | null {
    if (this.guesses >= MOST_GUESSES) return null;
    this.guesses++;
    return nearest(written, legal);
  }

  /** In the order of the text. */
  list(): readonly Diagnostic[] {
    const sorted = this.found.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    if (!this.rest) return sorted;
    const { count, span } = this.rest;
    const places = count === 1 ? "1 more place was" : `${count} more places were`;
    return [
      ...sorted,
      { severity: "error", span, message: `${places} not understood. Mend the first ones, then look again.` },
    ];
  }
}

/** Words of the text as a message shows them: one line, cut where they are long. */
export function short(text: string): string {
  const flat = text.slice(0, 200).replace(/\s+/g, " ").trim();
  return flat.length > 40 ? `${flat.slice(0, 39)}…` : flat;
}
