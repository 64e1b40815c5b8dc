import type { Route } from "next";
import Link from "next/link";
import type { ItemLinks, ReviewItem } from "@/components/review/item";
import type { ShownQueue } from "@/components/review/queue";
import { Prose } from "@/components/ui/prose";
import { splitSheet } from "@/lib/notation";
import type { Queue, QueueItem } from "@/lib/server";
import { basicFaces, clozeFaces, drillOptions, facesOf } from "./faces";
import { linksOfDrill, linksOfRules } from "./links";

/** The queue as the page shows it: all that is to be read is drawn here. */
export function toShownQueue({ items, scheduling, nextDue, budget }: Queue, readAt: number): ShownQueue {
  const limit = budget.minutes === null ? null : budget.minutes * 60_000;
  return {
    items: items.map(toReviewItem),
    scheduling,
    nextDue,
    budget: { limit, spent: budget.spent * 1000 },
    readAt,
  };
}

const NO_LINKS: ItemLinks = { rules: [], scenario: null, proof: null };

function toReviewItem(item: QueueItem): ReviewItem {
  const why = item.why === null ? null : <Why words={item.why} attemptId={item.attemptId} />;
  const base = { id: item.id, why, memory: item.memory };
  switch (item.kind) {
    case "scenario":
      return { ...base, kind: "scenario", slug: item.ref, title: item.title };
    case "drill":
      return { ...base, leech: item.leech, ...drillItem(item) };
    case "own": {
      const { kind, front, back } = item.own;
      const faces = kind === "cloze" ? clozeFaces(front, back || undefined) : basicFaces(front, back);
      return {
        ...base,
        kind: "own",
        leech: item.leech,
        ...faces,
        links: NO_LINKS,
        source: item.own.deck,
        edit: `/decks/card/${encodeURIComponent(item.ref)}`,
      };
    }
    case "card": {
      const links = { ...NO_LINKS, rules: linksOfRules(item.card.rules) };
      const { source } = item.card;
      return {
        ...base,
        kind: "card",
        leech: item.leech,
        ...facesOf(item.card),
        links,
        source,
        edit: null,
      };
    }
  }
}

function drillItem({ drill, title }: Extract<QueueItem, { kind: "drill" }>) {
  const { text, explanation } = drill;
  return {
    kind: "drill",
    shows: drill.id,
    title,
    sheet: text,
    headLines: text.slice(0, splitSheet(text).body.start).split("\n").length - 1,
    asks: <Prose>{drill.asks}</Prose>,
    message: <Prose>{explanation.message}</Prose>,
    fix: <Prose>{explanation.fix}</Prose>,
    line: drill.place?.line ?? null,
    ...drillOptions(drill),
    links: linksOfDrill(drill, title),
  } as const;
}

function Why({ words, attemptId }: { words: string; attemptId: string | null }) {
  return (
    <>
      <Prose>{`Here ${words}.`}</Prose>
      {attemptId && (
        <Link
          href={`/reports/${attemptId}` as Route}
          prefetch={false}
          className="inline-flex min-h-6 items-center text-accent-text underline underline-offset-3"
        >
          See the report
        </Link>
      )}
    </>
  );
}
