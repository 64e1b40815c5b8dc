import type { Metadata } from "next";
import { ReviewSession } from "@/components/review/review-session";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/link-button";
import { intervalWords } from "@/lib/schedule";
import { buildId, currentPerson, readQueue } from "@/lib/server";
import { NothingDue, NotStarted } from "./_parts/empty";
import { toShownQueue } from "./_parts/shown-queue";
import { sendLetterAction } from "./actions";

export const metadata: Metadata = { title: "Review" };

export default async function ReviewPage() {
  const person = await currentPerson();
  if (!person) return <NotStarted />;
  const now = Date.now();
  const queue = await readQueue(person.id, now);
  const { nextDue } = queue;
  const nextIn = nextDue === null ? null : `in ${intervalWords(Math.max(0, nextDue - now))}`;
  return (
    <Page width="prose" className="flex grow flex-col pt-6 pb-0 sm:pt-[10vh] sm:pb-12">
      <h1 className="sr-only">Review</h1>
      <ReviewSession
        personId={person.id}
        build={buildId()}
        queue={toShownQueue(queue, now)}
        send={sendLetterAction}
        empty={<NothingDue nextIn={nextIn} />}
        onward={
          <>
            <LinkButton href="/practice">Practise a scenario</LinkButton>
            <LinkButton href="/progress">See your progress</LinkButton>
          </>
        }
      />
    </Page>
  );
}
