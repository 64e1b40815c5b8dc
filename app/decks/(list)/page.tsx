import type { Metadata } from "next";
import { DeckRow } from "@/components/decks/deck-row";
import { ExportLinks } from "@/components/decks/export-links";
import { ImportPanel } from "@/components/decks/import-panel";
import { Page, PageHeading } from "@/components/shell/page";
import { buttonClass } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { currentPerson, type DeckLine, listDecks } from "@/lib/server";
import { deckPlace } from "../_parts/places";

export const metadata: Metadata = { title: "Decks" };

export default async function DecksPage() {
  const person = await currentPerson();
  const decks = await listDecks(person?.id ?? null, Date.now());
  const own = decks.filter(({ kind }) => kind === "own");
  return (
    <Page className="space-y-12">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <PageHeading title="Decks">
          Cards that are here, and those that you bring or write yourself. All of them come in your reviews.
        </PageHeading>
        <div className="flex flex-wrap gap-2">
          <a href="#import" className={buttonClass("ghost")}>
            Import and export
          </a>
          <LinkButton href="/decks/new">New card</LinkButton>
        </div>
      </div>
      <Decks title="Yours" decks={own} none="None yet. Write a card, or bring your decks from Anki below." />
      <Decks title="Built in" decks={decks.filter(({ kind }) => kind === "built-in")} />
      <section aria-labelledby="in" className="max-w-prose scroll-mt-20 space-y-4" id="import">
        <h2 id="in" className="text-lead font-semibold">
          Bring in
        </h2>
        <p className="text-ink-soft">
          An Anki package, a table with the columns front and back, or what you took out here. What you have stays, and
          nothing counts twice.
        </p>
        <ImportPanel url="/decks/import" />
      </section>
      {person && (
        <section aria-labelledby="out" className="space-y-4">
          <h2 id="out" className="text-lead font-semibold">
            Take out
          </h2>
          <p className="max-w-prose text-ink-soft">
            Your work is yours. Drills and scenarios go with “Everything” only: other programs could not show them.
          </p>
          <ExportLinks />
        </section>
      )}
    </Page>
  );
}

function Decks({ title, decks, none }: { title: string; decks: readonly DeckLine[]; none?: string }) {
  const id = title.replace(" ", "-").toLowerCase();
  return (
    <section aria-labelledby={id} className="space-y-4">
      <h2 id={id} className="text-lead font-semibold">
        {title}
      </h2>
      {decks.length === 0 && <p className="text-ink-soft">{none}</p>}
      {decks.length > 0 && (
        <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
          {decks.map((deck) => (
            <DeckRow key={deck.id} {...deck} href={deckPlace(deck.kind, deck.id)} />
          ))}
        </ul>
      )}
    </section>
  );
}
