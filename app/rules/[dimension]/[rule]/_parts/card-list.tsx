import { Icon } from "@/components/ui/icon";
import { InlineCode } from "@/components/ui/inline-code";
import { Prose } from "@/components/ui/prose";
import { type Card, clozeParts } from "@/lib/cards";

/** What a card asks in one line, and its answer. */
function facesOf(card: Card): { readonly front: string; readonly back: string } {
  if (card.kind === "basic") return { front: card.front, back: card.back };
  if (card.kind === "choose") return { front: card.front, back: `${card.right}\n\n${card.why}` };
  const parts = clozeParts(card.text);
  return {
    front: parts.map(({ text, hidden }) => (hidden ? "…" : text)).join(""),
    back: parts.map(({ text, hidden }) => (hidden ? `**${text}**` : text)).join(""),
  };
}

/** The cards that teach a rule; the answer is folded, to be thought of first. */
export function CardList({ cards }: { cards: readonly Card[] }) {
  if (cards.length === 0) return <p className="text-ink-soft">No card teaches it yet.</p>;
  return (
    <ul className="max-w-3xl divide-y divide-line border-y border-line">
      {cards.map((card) => {
        const { front, back } = facesOf(card);
        return (
          <li key={card.id}>
            <details className="group">
              <summary className="flex min-h-11 list-none items-baseline gap-2 rounded-sm py-2 hover:bg-hover [&::-webkit-details-marker]:hidden">
                <Icon
                  name="right"
                  className="size-3.5 translate-y-0.5 text-ink-faint transition-transform group-open:rotate-90"
                />
                <span className="min-w-0">
                  <InlineCode text={front.replaceAll("**", "")} />
                </span>
              </summary>
              <Prose className="pb-3 pl-5.5 text-ink-soft">{back}</Prose>
            </details>
          </li>
        );
      })}
    </ul>
  );
}
