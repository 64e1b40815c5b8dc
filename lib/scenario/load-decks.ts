import { checkDecks, type Deck, deckSchema } from "@/lib/cards";
import { type FileProblem, readYaml, type YamlFile } from "./load-yaml";

/** A deck with the way back to its file. */
export interface DeckFile {
  readonly deck: Deck;
  readonly place: YamlFile<Deck>["place"];
}

/** Reads one deck; `name` is what the file is called without its ending. Never throws. */
export function readDeckFile(file: string, name: string, text: string) {
  const { value, problems, place } = readYaml(file, text, deckSchema);
  if (!value) return { deckFile: null, problems };
  const message = `The deck should be '${name}', as the file.`;
  const misnamed = value.deck === name ? [] : [place({ path: ["deck"], message })];
  return { deckFile: { deck: value, place }, problems: [...problems, ...misnamed] };
}

/** What is wrong within the decks, each at the card or deck that it is about. */
export function problemsOfDecks(files: readonly DeckFile[]): readonly FileProblem[] {
  return checkDecks(files.map(({ deck }) => deck)).flatMap(({ deck: name, card, message }) => {
    const owns = ({ deck }: DeckFile) =>
      name === null ? deck.cards.some(({ id }) => id === card) : deck.deck === name;
    const file = files.findLast(owns);
    if (!file) return [];
    const at = file.deck.cards.findLastIndex(({ id }) => id === card);
    return [file.place({ path: at < 0 ? ["deck"] : ["cards", at, "id"], message })];
  });
}

/** What all decks together leave out; it has no place in any file. */
export function gapsOfDecks(decks: readonly Deck[]): readonly string[] {
  return checkDecks(decks)
    .filter(({ deck, card }) => deck === null && card === null)
    .map(({ message }) => message);
}
