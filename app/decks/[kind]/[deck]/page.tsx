import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CardRows } from "@/components/decks/card-rows";
import { countWords } from "@/components/decks/deck-words";
import { Pager } from "@/components/decks/pager";
import { Page, PageHeading } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TextField } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { dateOfDay, dayOf } from "@/lib/schedule";
import { currentPerson, readDeck, readHabits } from "@/lib/server";
import { cardPlace, deckPlace } from "../../_parts/places";
import { changeCardAction } from "../../actions";
import { placeSchema, querySchema } from "../../schema";

export const metadata: Metadata = { title: "Deck" };

interface DeckPageProps {
  readonly params: Promise<unknown>;
  readonly searchParams: Promise<unknown>;
}

export default async function DeckPage({ params, searchParams }: DeckPageProps) {
  const place = placeSchema.safeParse(await params);
  if (!place.success) notFound();
  const { kind, deck: id } = place.data;
  const { q: words, page: wanted } = querySchema.parse(await searchParams);
  const person = await currentPerson();
  const now = Date.now();
  const deck = await readDeck(person?.id ?? null, { kind, id, words, page: wanted }, now);
  if (!deck) notFound();
  const { clock } = await readHabits(person?.id ?? null);
  const cards = deck.cards.map(({ ownId, ...card }) => ({
    ...card,
    editHref: ownId === null ? null : cardPlace(ownId),
  }));
  return (
    <Page className="space-y-6">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <PageHeading title={deck.title}>{deck.summary}</PageHeading>
        <LinkButton href="/decks">All decks</LinkButton>
      </div>
      <search>
        <form className="flex max-w-md items-start gap-2">
          <TextField label="Find a card" name="q" type="search" defaultValue={words} className="grow" />
          <Button type="submit" className="mt-6.5 md:min-h-11">
            Find
          </Button>
        </form>
      </search>
      <p role="status" className="text-small text-ink-soft">
        {countWords(deck.count, "card")}
        {words && ` with “${words}”`}
      </p>
      {cards.length === 0 ? (
        <EmptyState
          title="No card has these words"
          action={<LinkButton href={deckPlace(kind, id)}>Show all cards</LinkButton>}
        />
      ) : (
        <CardRows cards={cards} today={dateOfDay(dayOf(now, clock))} change={changeCardAction} />
      )}
      <Pager page={deck.page} pages={deck.pages} hrefOf={(page) => deckPlace(kind, id, { words, page })} />
    </Page>
  );
}
