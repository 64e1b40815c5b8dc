import { editDistance } from "@/lib/design";
import { wordsOf } from "./words";

/** One or two slips of the finger in a long word, not in its first letter: an edit distance of at most 1 from 5 letters, 2 from 9. */
function nearlySame(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  const most = longest >= 9 ? 2 : longest >= 5 ? 1 : 0;
  if (most === 0 || Math.abs(a.length - b.length) > most || a[0] !== b[0]) return false;
  const slips = editDistance(a, b);
  /** Two slips only where two letters changed places: `translation` is no `transaction`. */
  return slips <= 1 || (slips === 2 && most === 2 && [...a].toSorted().join("") === [...b].toSorted().join(""));
}

/** The same words but for one that is nearly the same. */
function misspelt(written: readonly string[], meant: readonly string[]): boolean {
  if (written.length !== meant.length) return false;
  let other = -1;
  for (let i = 0; i < written.length; i += 1) {
    if (written[i] === meant[i]) continue;
    if (other !== -1) return false;
    other = i;
  }
  return other !== -1 && nearlySame(written[other] ?? "", meant[other] ?? "");
}

/**
 * How much two names, already in words, mean the same: 0 to 1.
 * 1 the same words; 0.9 misspelt; 0.75 one's head noun with a qualifier (`auction bid` for `bid`);
 * 0.6 the head noun alone; 0.5 the first word alone (`bid history`); 0 nothing in common.
 */
export function likeness(written: readonly string[], meant: readonly string[]): number {
  if (written.length === 0 || meant.length === 0) return 0;
  if (sameWords(written, meant)) return 1;
  if (misspelt(written, meant)) return 0.9;
  if (endsWith(written, meant)) return 0.75;
  if (endsWith(meant, written) && written.join("").length > 2) return 0.6;
  return startsWith(written, meant) ? 0.5 : 0;
}

/** The same words, wherever they are parted (`user name`, `username`). */
function sameWords(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === b.length) return a.every((word, i) => word === b[i]);
  return a.join("") === b.join("");
}

function endsWith(words: readonly string[], tail: readonly string[]): boolean {
  return words.length > tail.length && tail.every((word, i) => words[words.length - tail.length + i] === word);
}

function startsWith(words: readonly string[], head: readonly string[]): boolean {
  return words.length > head.length && head.every((word, i) => words[i] === word);
}

interface Phrase {
  readonly words: readonly string[];
  /** 1 for the name itself, a little less for a synonym. */
  readonly weight: number;
}

/** A name with its synonyms, laid out so that asking costs a few look-ups however many synonyms there are. */
interface Term {
  readonly phrases: readonly Phrase[];
  /** Letters without gaps (`auctionbid`) → weight. */
  readonly letters: ReadonlyMap<string, number>;
  /** Words (`auction bid`) → weight. */
  readonly whole: ReadonlyMap<string, number>;
  /** Proper endings (`bid` of `auction bid`) → weight. */
  readonly endings: ReadonlyMap<string, number>;
}

const SYNONYM_WEIGHT = 0.97;

function note(map: Map<string, number>, key: string, weight: number): void {
  map.set(key, Math.max(weight, map.get(key) ?? 0));
}

function makeTerm(name: string, synonyms: readonly string[]): Term {
  const phrases = [name, ...synonyms].map((one, at) => ({
    words: wordsOf(one),
    weight: at === 0 ? 1 : SYNONYM_WEIGHT,
  }));
  const [letters, whole, endings] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  for (const { words, weight } of phrases) {
    note(letters, words.join(""), weight);
    note(whole, words.join(" "), weight);
    /** What stands behind "by" is how a table is asked, not what it holds. */
    const by = words.indexOf("by");
    for (let at = 1; at < (by > 0 ? by : words.length); at += 1)
      note(endings, words.slice(at, by > 0 ? by : undefined).join(" "), weight);
  }
  return { phrases, letters, whole, endings };
}

/** One list for all names without synonyms, so that they too are laid out once. */
const NONE: readonly string[] = [];

/** By the list of synonyms, which is one object for each thing of a scenario, then by name. */
const terms = new WeakMap<readonly string[], Map<string, Term>>();

function termOf(name: string, synonyms: readonly string[]): Term {
  let byName = terms.get(synonyms);
  if (!byName) {
    byName = new Map();
    terms.set(synonyms, byName);
  }
  const known = byName.get(name);
  if (known) return known;
  const made = makeTerm(name, synonyms);
  byName.set(name, made);
  return made;
}

function partLikeness(written: readonly string[], { whole, endings }: Term): number {
  const text = written.join(" ");
  let best = text.length > 2 ? 0.6 * (endings.get(text) ?? 0) : 0;
  for (let at = 1; at < written.length; at += 1) {
    best = Math.max(best, 0.75 * (whole.get(written.slice(at).join(" ")) ?? 0));
    best = Math.max(best, 0.5 * (whole.get(written.slice(0, at).join(" ")) ?? 0));
  }
  return best;
}

/** Likeness by the words asked for, then by the term: names come again and again, in one design and the next. */
const answered = new WeakMap<readonly string[], Map<Term, number>>();

/**
 * The best likeness to a name or one of its synonyms, as `likeness` has it; a synonym counts a little less than the name itself.
 * Fast where `synonyms` is a list that lives as long as the scenario.
 */
export function bestLikeness(written: readonly string[], name: string, synonyms: readonly string[] = NONE): number {
  if (written.length === 0) return 0;
  const term = termOf(name, synonyms);
  let byTerm = answered.get(written);
  if (!byTerm) {
    byTerm = new Map();
    answered.set(written, byTerm);
  }
  const known = byTerm.get(term);
  if (known !== undefined) return known;
  const made = compare(written, term);
  byTerm.set(term, made);
  return made;
}

function compare(written: readonly string[], term: Term): number {
  const exact = term.letters.get(written.join(""));
  if (exact !== undefined) return exact;
  const slip = term.phrases.reduce(
    (most, { words, weight }) => (weight > most && misspelt(written, words) ? weight : most),
    0,
  );
  return Math.max(0.9 * slip, partLikeness(written, term));
}
