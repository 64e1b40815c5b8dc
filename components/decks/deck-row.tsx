import type { Route } from "next";
import Link from "next/link";
import { ToneBadge } from "../ui/badge";
import { Icon } from "../ui/icon";
import { countWords } from "./deck-words";

export interface DeckRowProps {
  readonly href: Route;
  readonly title: string;
  readonly summary: string | null;
  readonly cards: number;
  readonly seen: number;
  readonly due: number;
  readonly suspended: number;
  readonly leeches: number;
}

/** One deck in the list; the whole line is the link. */
export function DeckRow({ href, title, summary, cards, seen, due, suspended, leeches }: DeckRowProps) {
  return (
    <li className="relative grid gap-x-8 gap-y-2 px-4 py-3.5 transition-colors hover:bg-hover sm:grid-cols-[minmax(0,1fr)_auto] sm:px-6">
      <div className="min-w-0">
        <h3 className="font-medium break-words">
          <Link href={href} className="after:absolute after:inset-0">
            {title}
          </Link>
        </h3>
        {summary && <p className="max-w-prose text-small text-ink-soft">{summary}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-small text-ink-soft sm:justify-end">
        {leeches > 0 && <ToneBadge tone="partly">{countWords(leeches, "leech", "leeches")}</ToneBadge>}
        {suspended > 0 && <span>{countWords(suspended, "suspended", "suspended")}</span>}
        <span className="tabular-nums">
          {seen.toLocaleString("en-GB")} of {countWords(cards, "card")} seen
        </span>
        {due > 0 ? (
          <span className="inline-flex items-center gap-1 rounded-full bg-accent-soft px-2 text-accent-text">
            <Icon name="cards" className="size-3.5" />
            <span className="font-mono">{due.toLocaleString("en-GB")}</span> due
          </span>
        ) : (
          <span className="text-ink-faint">none due</span>
        )}
      </div>
    </li>
  );
}
