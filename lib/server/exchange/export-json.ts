import { database } from "../database";
import type { Item, Review } from "../generated/client";
import { pause } from "./drive";

const BATCH = 2_000;

/** Everything that is kept of a person, but the password: their own to read, to keep and to take elsewhere. */
export async function exportJson(personId: string, now: number): Promise<string> {
  const db = await database();
  const where = { personId };
  const [person, drafts, attempts, ownCards, items, days, evidence] = await Promise.all([
    db.person.findUniqueOrThrow({ where: { id: personId } }),
    db.draft.findMany({ where }),
    db.attempt.findMany({ where, orderBy: { createdAt: "asc" } }),
    db.ownCard.findMany({ where }),
    db.item.findMany({ where }),
    db.day.findMany({ where, orderBy: { day: "asc" } }),
    db.evidence.findMany({ where }),
  ]);
  const names = new Map(items.map(({ id, kind, ref }) => [id, `${kind}:${ref}`]));
  const account = {
    cardinality: 1,
    madeAt: now,
    person: { name: person.name, zone: person.zone, settings: parsed(person.settings), fit: parsed(person.fit) },
    drafts: drafts.map(({ slug, text, revision, updatedAt }) => ({
      slug,
      text,
      revision,
      updatedAt: updatedAt.getTime(),
    })),
    attempts: attempts.map(({ personId: _, report, scheduled, createdAt, ...attempt }) => ({
      ...attempt,
      report: parsed(report),
      scheduled: parsed(scheduled),
      createdAt: createdAt.getTime(),
    })),
    ownCards: ownCards.map(({ personId: _, kind, createdAt, ...card }) => ({
      ...card,
      kind,
      createdAt: createdAt.getTime(),
    })),
    items: items.map(itemOf),
    reviews: await readReviews(personId, names),
    days: days.map(({ personId: _, ...day }) => day),
    evidence: evidence.map(({ personId: _, lastAt, ...sums }) => ({ ...sums, lastAt: lastAt.getTime() })),
  };
  return `${JSON.stringify(account)}\n`;
}

function itemOf({ id: _id, personId: _person, ...row }: Item) {
  const { kind, phase, due, lastReview, firstReview, suspendedAt, createdAt, ...item } = row;
  return {
    ...item,
    kind,
    phase,
    due: due.getTime(),
    lastReview: lastReview?.getTime() ?? null,
    firstReview: firstReview?.getTime() ?? null,
    suspendedAt: suspendedAt?.getTime() ?? null,
    createdAt: createdAt.getTime(),
  };
}

/** Those that were undone too, page by page so that others are answered in between. */
async function readReviews(personId: string, names: ReadonlyMap<string, string>) {
  const db = await database();
  const all: ReturnType<typeof reviewOf>[] = [];
  let after = "";
  for (;;) {
    const where = { personId, id: { gt: after } };
    const rows: readonly Review[] = await db.review.findMany({ where, orderBy: { id: "asc" }, take: BATCH });
    all.push(...rows.map((row) => reviewOf(row, names)));
    if (rows.length < BATCH) return all;
    after = rows.at(-1)?.id ?? "";
    await pause();
  }
}

function reviewOf({ personId: _, itemId, at, due, undoneAt, ...review }: Review, names: ReadonlyMap<string, string>) {
  const times = { at: at.getTime(), due: due.getTime(), undoneAt: undoneAt?.getTime() ?? null };
  return { ...review, ...times, item: names.get(itemId) ?? "" };
}

/** A column that holds JSON. */
function parsed(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}
