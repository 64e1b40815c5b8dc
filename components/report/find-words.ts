/** A stretch of one of the texts. */
export interface Stretch {
  /** Position of the text. */
  readonly node: number;
  readonly start: number;
  readonly end: number;
}

interface Letter {
  readonly node: number;
  readonly at: number;
}

const SPACE = /\s/;
/** Marks of Markdown, which are not there any more once it is drawn. */
const DRAWN = /[*`]/;

/** Where the words stand in texts that follow one another, white space and Markdown's marks aside; empty where they do not. */
export function findWords(texts: readonly string[], words: string): readonly Stretch[] {
  const letters: Letter[] = [];
  let all = "";
  for (const [node, text] of texts.entries()) {
    for (let at = 0; at < text.length; at += 1) {
      const letter = text.charAt(at);
      if (SPACE.test(letter) || DRAWN.test(letter)) continue;
      letters.push({ node, at });
      all += letter;
    }
  }
  const wanted = [...words].filter((letter) => !SPACE.test(letter) && !DRAWN.test(letter)).join("");
  const from = wanted === "" ? -1 : all.indexOf(wanted);
  return from < 0 ? [] : stretchesOf(letters.slice(from, from + wanted.length));
}

/** One stretch for each text that the letters lie in. */
function stretchesOf(letters: readonly Letter[]): readonly Stretch[] {
  const found = new Map<number, Stretch>();
  for (const { node, at } of letters) {
    const start = found.get(node)?.start ?? at;
    found.set(node, { node, start, end: at + 1 });
  }
  return [...found.values()];
}
