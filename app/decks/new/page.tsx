import type { Metadata } from "next";
import { CardForm } from "@/components/decks/card-form";
import { Page, PageHeading } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/link-button";
import { currentPerson, ownDeckNames } from "@/lib/server";
import { addCardAction, previewAction } from "../actions";

export const metadata: Metadata = { title: "New card" };

export default async function NewCardPage() {
  const person = await currentPerson();
  const decks = person ? await ownDeckNames(person.id) : [];
  const card = { deck: decks[0] ?? "My cards", kind: "basic", front: "", back: "" } as const;
  return (
    <Page className="space-y-8">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <PageHeading title="New card">
          One idea a card. It comes among your new cards, in the order of writing.
        </PageHeading>
        <LinkButton href="/decks">All decks</LinkButton>
      </div>
      <CardForm card={card} decks={decks} save={addCardAction} preview={previewAction} button="Add the card" />
    </Page>
  );
}
