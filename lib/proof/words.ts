export const spoken = (name: string): string => name.replaceAll("_", " ");

const article = (word: string) => (/^([aeio]|u(?!se|ni))/.test(word) ? "an" : "a");

/** `a bid`, `an auction`. */
export const aSpoken = (name: string): string => `${article(spoken(name))} ${spoken(name)}`;

export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
