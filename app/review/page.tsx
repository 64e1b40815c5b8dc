import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReviewSession } from "@/components/review/review-session";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/link-button";
import { RULES } from "@/lib/rubric";
import { intervalWords } from "@/lib/schedule";
import { buildId, currentPerson, readQueue, readRuleQueue } from "@/lib/server";
import { NothingDue, NotStarted } from "./_parts/empty";
import { OneRule, RuleDone } from "./_parts/one-rule";
import { toShownQueue } from "./_parts/shown-queue";
import { sendLetterAction } from "./actions";

export const metadata: Metadata = { title: "Review" };

interface ReviewPageProps {
  /** `rule`: only what teaches it, whether or not it is due. */
  readonly searchParams: Promise<{ readonly rule?: string | readonly string[] }>;
}

export default async function ReviewPage({ searchParams }: ReviewPageProps) {
  const asked = (await searchParams).rule;
  const rule = asked === undefined ? null : RULES.find(({ id }) => id === asked);
  if (rule === undefined) notFound();
  const person = await currentPerson();
  if (!person) return <NotStarted rule={rule} />;
  const now = Date.now();
  const queue = await (rule ? readRuleQueue(person.id, rule.id, now) : readQueue(person.id, now));
  const { nextDue } = queue;
  const nextIn = nextDue === null ? null : `in ${intervalWords(Math.max(0, nextDue - now))}`;
  return (
    <Page width="prose" className="flex grow flex-col pt-6 pb-0 sm:pt-[10vh] sm:pb-12">
      <h1 className="sr-only">{rule ? `Review: ${rule.doc.title}` : "Review"}</h1>
      {rule && <OneRule rule={rule} />}
      <ReviewSession
        // What was done in the one sitting is not the other's.
        key={rule?.id ?? "all"}
        personId={person.id}
        // A sitting on one rule is not what opens without a network: that is the day's.
        build={rule ? null : buildId()}
        queue={toShownQueue(queue, now)}
        send={sendLetterAction}
        empty={rule ? <RuleDone rule={rule} nextIn={nextIn} /> : <NothingDue nextIn={nextIn} />}
        onward={
          <>
            {rule && <LinkButton href="/review">All reviews</LinkButton>}
            <LinkButton href="/practice">Practise a scenario</LinkButton>
            <LinkButton href="/progress">See your progress</LinkButton>
          </>
        }
      />
    </Page>
  );
}
