export { type Card, cardSchema, type Deck, deckSchema } from "./card";
