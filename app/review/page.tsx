import type { Metadata } from "next";
import { ReviewSession } from "@/components/review/review-session";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/link-button";
import { intervalWords } from "@/lib/schedule";
import { currentPerson, readQueue } from "@/lib/server";
import { NothingDue, NotStarted } from "./_parts/empty";
import { toReviewItem } from "./_parts/review-item";
import { rateAction, undoAction } from "./actions";

export const metadata: Metadata = { title: "Review" };

export default async function ReviewPage() {
  const person = await currentPerson();
  if (!person) return <NotStarted />;
  const now = Date.now();
  const { items, nextDue } = await readQueue(person.id, now);
  const nextAfter = nextDue === null ? null : Math.max(0, nextDue - now);
  const nextIn = nextAfter === null ? null : `in ${intervalWords(nextAfter)}`;
  return (
    <Page width="prose" className="flex grow flex-col pt-6 pb-0 sm:pt-[10vh] sm:pb-12">
      <h1 className="sr-only">Review</h1>
      <ReviewSession
        personId={person.id}
        items={items.flatMap((item) => toReviewItem(item) ?? [])}
        nextAfter={nextAfter}
        nextIn={nextIn}
        rate={rateAction}
        undo={undoAction}
        empty={<NothingDue nextIn={nextIn} />}
        onward={<LinkButton href="/practice">Practise a scenario</LinkButton>}
      />
    </Page>
  );
}
