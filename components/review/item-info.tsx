"use client";

import type { ReactNode } from "react";
import { type Memory, retrievability } from "@/lib/schedule";
import { Dialog } from "../ui/dialog";
import { LocalTime } from "../ui/local-time";
import { RATINGS, type RatedItem } from "./item";
import type { Act, Session } from "./session-state";

export interface ItemInfoProps {
  item: RatedItem;
  session: Session;
  /** When it was asked for, epoch milliseconds. */
  now: number;
  onClose: () => void;
}

const PHASE_WORDS: Readonly<Record<Memory["phase"], string>> = {
  new: "New: you have not seen it before",
  learning: "Being learnt",
  review: "Learnt",
  relearning: "Forgotten, being learnt again",
};

function days(count: number): string {
  const rounded = count < 10 ? Math.round(count * 10) / 10 : Math.round(count);
  return `${rounded} ${rounded === 1 ? "day" : "days"}`;
}

function rowsOf({ item, session, now }: ItemInfoProps): readonly (readonly [string, ReactNode])[] {
  const { memory } = item;
  const { parameters, settings } = session.scheduling;
  if (memory.phase === "new") return [["State", PHASE_WORDS.new]];
  const chance = retrievability(memory, now, settings.useFitted ? parameters : null);
  return [
    ["State", PHASE_WORDS[memory.phase]],
    ["Chance that you know it now", `${Math.round(chance * 100)} %`],
    ["Stability: falls to 90 % in", days(memory.stability)],
    ["Difficulty, 1 to 10", memory.difficulty.toFixed(1)],
    ["Reviews", memory.reps],
    ["Times forgotten", `${memory.lapses}${item.leech ? ": a leech" : ""}`],
    ["Due since", <LocalTime key="due" at={memory.due} style="date-time" />],
    ...(memory.lastReview === null
      ? []
      : [["Last seen", <LocalTime key="last" at={memory.lastReview} style="date-time" />] as const]),
  ];
}

/** The ratings that this item had in this sitting. */
function History({ acts, id }: { acts: readonly Act[]; id: string }) {
  const given = acts.filter((act) => act.kind === "rate" && act.item.id === id);
  if (given.length === 0) return null;
  return (
    <section className="mt-4">
      <h3 className="text-small font-medium text-ink-faint">In this sitting</h3>
      <ol className="mt-1 flex flex-wrap gap-x-4 text-small">
        {given.map((act) => (
          <li key={act.at}>
            <LocalTime at={act.at} style="date-time" />:{" "}
            {act.kind === "rate" && RATINGS.find(({ rating }) => rating === act.rating)?.name}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What is known of one's memory of an item. Loaded when it is first asked for. */
export function ItemInfo(props: ItemInfoProps) {
  const { item, session, onClose } = props;
  return (
    <Dialog open onOpenChange={onClose} title={item.kind === "drill" ? "About this drill" : "About this card"}>
      <dl className="divide-y divide-line">
        {rowsOf(props).map(([name, value]) => (
          <div key={name} className="flex items-baseline justify-between gap-6 py-2">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="text-right font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      <History acts={session.acts} id={item.id} />
      <p className="mt-4 font-mono text-small break-all text-ink-faint">
        {item.kind === "drill" ? item.shows : item.id}
      </p>
    </Dialog>
  );
}
