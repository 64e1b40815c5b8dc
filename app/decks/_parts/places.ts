import type { Route } from "next";
import type { DeckKind } from "@/lib/server";

/** A deck's page; its name may hold any sign. */
export function deckPlace(
  kind: DeckKind,
  id: string,
  query: { readonly words?: string; readonly page?: number } = {},
): Route {
  const { words = "", page = 1 } = query;
  const search = new URLSearchParams({ ...(words ? { q: words } : {}), ...(page > 1 ? { page: String(page) } : {}) });
  const tail = search.size > 0 ? `?${search}` : "";
  return `/decks/${kind}/${encodeURIComponent(id)}${tail}` as Route;
}

export function cardPlace(id: string): Route {
  return `/decks/card/${encodeURIComponent(id)}` as Route;
}
