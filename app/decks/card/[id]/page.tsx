import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CardForm } from "@/components/decks/card-form";
import { DeleteCard } from "@/components/decks/delete-card";
import { Page, PageHeading } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/link-button";
import { currentPerson, ownDeckNames, readOwnCard } from "@/lib/server";
import { deckPlace } from "../../_parts/places";
import { deleteCardAction, editCardAction, previewAction } from "../../actions";

export const metadata: Metadata = { title: "Edit a card" };

interface EditCardPageProps {
  readonly params: Promise<{ readonly id: string }>;
}

export default async function EditCardPage({ params }: EditCardPageProps) {
  const { id } = await params;
  const person = await currentPerson();
  const card = person && (await readOwnCard(person.id, id));
  if (!person || !card) notFound();
  return (
    <Page className="space-y-8">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <PageHeading title="Edit a card">What is known of your memory stays: a better text is no new card.</PageHeading>
        <div className="flex flex-wrap gap-2">
          <DeleteCard remove={deleteCardAction.bind(null, id, card.deck)} />
          <LinkButton href={deckPlace("own", card.deck)}>Back to the deck</LinkButton>
        </div>
      </div>
      <CardForm
        card={card}
        decks={await ownDeckNames(person.id)}
        save={editCardAction.bind(null, id)}
        preview={previewAction}
        button="Save"
      />
    </Page>
  );
}
