/** Something of a file that was not taken, and why. */
export interface LeftOut {
  /** What a person knows it by: the card's first words, the picture's name. */
  readonly what: string;
  readonly why: string;
}

export interface LeftOuts {
  readonly count: number;
  /** The first of them, for showing. */
  readonly first: readonly LeftOut[];
}

const SHOWN = 20;
const WORDS = 80;

/** Counts what is left out and keeps the first twenty. The same thing for the same reason counts once. */
export class LeftOutList {
  #count = 0;
  readonly #first: LeftOut[] = [];
  readonly #known = new Set<string>();

  add(what: string, why: string): void {
    const short = shorten(what);
    const key = `${why}\n${short}`;
    if (this.#known.has(key)) return;
    if (this.#known.size < 10_000) this.#known.add(key);
    this.#count += 1;
    if (this.#first.length < SHOWN) this.#first.push({ what: short, why });
  }

  get all(): LeftOuts {
    return { count: this.#count, first: [...this.#first] };
  }
}

/** One line, so that a card is known by its first words. */
function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length <= WORDS ? line : `${line.slice(0, WORDS - 1)}…`;
}
