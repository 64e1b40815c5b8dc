/** Advance of one cell of Geist Mono, and of nearly every mono font, in parts of the font size. */
const ADVANCE = 0.6;

/** Characters that take two cells: East Asian wide and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/u;
const UNSEEN = /\p{M}|\p{Cf}/u;

/** Cells that a text takes in a mono font. */
export function cells(text: string): number {
  let sum = 0;
  for (const character of text) sum += UNSEEN.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return sum;
}

/** Width of a text in pixels at a font size, without asking the browser. */
export function widthOf(text: string, size: number): number {
  return Math.round(cells(text) * size * ADVANCE * 100) / 100;
}

/** The text, or as much of it as fits and an ellipsis. */
export function cut(text: string, most: number): string {
  if (cells(text) <= most) return text;
  let kept = "";
  for (const character of text) {
    if (cells(kept + character) > most - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Lines of at most so many cells, broken at spaces; a word that is longer is cut. The last line says where there is more. */
export function wrap(text: string, most: number, lines: number): readonly string[] {
  const made: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (cells(longer) <= most) {
      line = longer;
      continue;
    }
    if (line !== "") made.push(line);
    line = cut(word, most);
  }
  made.push(line);
  if (made.length <= lines) return made;
  const last = made[lines - 1] ?? "";
  return [...made.slice(0, lines - 1), cells(last) < most ? `${last}…` : cut(`${last} …`, most)];
}
