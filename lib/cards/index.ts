export { arrange, type ChooseCard, type Option } from "./arrange";
export { type Card, cardSchema, type Deck, deckSchema } from "./card";
export { checkDecks, type DeckProblem } from "./check";
export { type ClozePart, clozeParts } from "./cloze";
export { findCard, inTeachingOrder, teachesOf } from "./find";
