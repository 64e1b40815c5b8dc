import { clozeParts } from "@/lib/cards";
import { Prose, setOff } from "../ui/prose";
import type { CardText } from "./card-form-contract";

const BLANK = setOff("[…]");

/** Both sides of a card of one's own, one under the other. */
export function CardPreview({ kind, front, back }: CardText) {
  const parts = clozeParts(front);
  const question = kind === "basic" ? front : parts.map((part) => (part.hidden ? BLANK : part.text)).join("");
  const answer = kind === "basic" ? back : parts.map((part) => (part.hidden ? setOff(part.text) : part.text)).join("");
  return (
    <div className="rounded-lg border border-line bg-surface p-4 sm:p-6">
      <Prose className="text-lead">{question}</Prose>
      <div className="mt-6 border-t border-line pt-6">
        <Prose className="text-lead">{answer}</Prose>
        {kind === "cloze" && back.trim() !== "" && <Prose className="mt-4 text-ink-soft">{back}</Prose>}
      </div>
    </div>
  );
}
