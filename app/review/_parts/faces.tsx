import type { CardItem, Option } from "@/components/review/item";
import { Prose, setOff } from "@/components/ui/prose";
import { arrange, type Card, clozeParts } from "@/lib/cards";
import { arrange as arrangeDrill, type Drill } from "@/lib/drills";

/** What a card shows, drawn here, so that no Markdown parser goes to the browser. */
export type Faces = Pick<CardItem, "front" | "back" | "backReplacesFront" | "options" | "orders">;

/** So many showings have an order of their own before the first one comes again. */
const ORDERS = 6;
const NO_OPTIONS = { options: [], orders: [] };

export function facesOf(card: Card): Faces {
  if (card.kind === "cloze") return clozeFaces(card.text, card.why);
  if (card.kind === "basic") return basicFaces(card.front, card.back, card.why);
  const options = [card.right, ...card.wrong].map((text, index) => optionOf(text, index === 0, index));
  return {
    front: <Prose>{card.front}</Prose>,
    back: <Prose>{card.why}</Prose>,
    backReplacesFront: false,
    options,
    orders: ordersBy((seed) => arrange(card, seed), [card.right, ...card.wrong]),
  };
}

export function basicFaces(front: string, back: string, why?: string): Faces {
  return {
    front: <Prose>{front}</Prose>,
    back: <Back words={back} why={why} />,
    backReplacesFront: false,
    ...NO_OPTIONS,
  };
}

/** Shown in place of hidden words; it does not tell their length. */
const BLANK = setOff("[…]");

export function clozeFaces(text: string, why?: string): Faces {
  const parts = clozeParts(text);
  const covered = parts.map((part) => (part.hidden ? BLANK : part.text)).join("");
  const whole = parts.map((part) => (part.hidden ? setOff(part.text) : part.text)).join("");
  return {
    front: <Prose>{covered}</Prose>,
    back: <Back words={whole} why={why} />,
    backReplacesFront: true,
    ...NO_OPTIONS,
  };
}

export function drillOptions(drill: Drill): Pick<CardItem, "options" | "orders"> {
  const { options } = drill;
  return {
    options: options.map(({ text, right }, index) => optionOf(text, right, index)),
    orders: ordersBy(
      (seed) => arrangeDrill(drill, seed),
      options.map(({ text }) => text),
    ),
  };
}

function optionOf(text: string, right: boolean, index: number): Option {
  return { id: String(index), words: <Prose>{text}</Prose>, right };
}

/** Which place each option has at the first showing, the second …: the browser needs no text to put them in order. */
function ordersBy(arranged: (seed: number) => readonly { readonly text: string }[], texts: readonly string[]) {
  return Array.from({ length: ORDERS }, (_, seed) => arranged(seed).map(({ text }) => texts.indexOf(text)));
}

function Back({ words, why }: { words: string; why?: string | undefined }) {
  return (
    <>
      <Prose className="text-lead">{words}</Prose>
      {why && <Prose className="mt-4 text-body text-ink-soft">{why}</Prose>}
    </>
  );
}
