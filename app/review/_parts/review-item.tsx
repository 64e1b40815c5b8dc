import type { Route } from "next";
import Link from "next/link";
import type { CardItem, ReviewItem } from "@/components/review/item";
import { Prose, setOff } from "@/components/ui/prose";
import { arrange, type Card, clozeParts } from "@/lib/cards";
import type { OwnFace, QueueItem } from "@/lib/server";

/** A card of the queue as the page shows it: its Markdown drawn here, so that no parser goes to the browser. */
export function toReviewItem(item: QueueItem): ReviewItem | null {
  const why = item.why === null ? null : <Why words={item.why} attemptId={item.attemptId} />;
  if (item.kind === "scenario") return { kind: "scenario", id: item.id, why, slug: item.ref, title: item.title };
  if (item.kind === "drill") return null;
  const { 1: again, 2: hard, 3: good, 4: easy } = item.preview;
  const intervals = { 1: again.interval, 2: hard.interval, 3: good.interval, 4: easy.interval };
  return {
    kind: "card",
    id: item.id,
    why,
    intervals,
    ...faces(item.kind === "own" ? ownCard(item.own, item.id) : item.card, item.due),
  };
}

function Why({ words, attemptId }: { words: string; attemptId: string | null }) {
  return (
    <>
      <Prose>{`Here ${words}.`}</Prose>
      {attemptId && (
        <Link
          href={`/reports/${attemptId}` as Route}
          className="inline-flex min-h-6 items-center text-accent-text underline underline-offset-3"
        >
          See the report
        </Link>
      )}
    </>
  );
}

/** A card of the person's own has the same faces as ours. */
function ownCard({ kind, front, back }: OwnFace, id: string): Card {
  const base = { id, rules: [], source: "" };
  return kind === "cloze"
    ? { ...base, kind, text: front, ...(back === "" ? {} : { why: back }) }
    : { ...base, kind, front, back };
}

type Faces = Pick<CardItem, "front" | "back" | "backReplacesFront" | "options">;

function faces(card: Card, seed: number): Faces {
  if (card.kind === "cloze") return clozeFaces(card);
  const front = <Prose>{card.front}</Prose>;
  if (card.kind === "basic") {
    const back = <Back words={card.back} why={card.why} />;
    return { front, back, backReplacesFront: false, options: [] };
  }
  const options = arrange(card, seed).map(({ text, right }, index) => ({
    id: String(index),
    words: <Prose>{text}</Prose>,
    right,
  }));
  return { front, back: <Prose>{card.why}</Prose>, backReplacesFront: false, options };
}

function Back({ words, why }: { words: string; why?: string | undefined }) {
  return (
    <>
      <Prose className="text-lead">{words}</Prose>
      {why && <Prose className="mt-4 text-body text-ink-soft">{why}</Prose>}
    </>
  );
}

/** Shown in place of hidden words; it does not tell their length. */
const BLANK = setOff("[…]");

function clozeFaces(card: Extract<Card, { kind: "cloze" }>): Faces {
  const parts = clozeParts(card.text);
  const covered = parts.map((part) => (part.hidden ? BLANK : part.text)).join("");
  const whole = parts.map((part) => (part.hidden ? setOff(part.text) : part.text)).join("");
  return {
    front: <Prose>{covered}</Prose>,
    back: <Back words={whole} why={card.why} />,
    backReplacesFront: true,
    options: [],
  };
}
