import type { Collection, ExchangeCard, LoggedReview } from "@/lib/exchange";
import { isRating, newMemory } from "@/lib/schedule";
import { database } from "../database";
import type { Item, OwnCard, Review } from "../generated/client";
import { presentMemory, readState } from "../items";
import { type Habits, readHabits } from "../people";
import { builtInFaces, type Faces } from "./built-in";
import { pause } from "./drive";

/** As many items as are asked for at once: other requests come in between. */
const BATCH = 100;

export interface OwnCollection extends Collection {
  readonly habits: Habits;
}

/**
 * The cards of a person as files of cards show them: all of our decks, and their own. Drills and scenarios are not among
 * them: they are made by the program, and other programs could not show them.
 */
export async function readCollection(personId: string, now: number): Promise<OwnCollection> {
  const db = await database();
  const [habits, items, own] = await Promise.all([
    readHabits(personId),
    db.item.findMany({ where: { personId, kind: { in: ["card", "own"] } } }),
    db.ownCard.findMany({ where: { personId } }),
  ]);
  const byName = new Map(items.map((item) => [`${item.kind}:${item.ref}`, item]));
  const logs = await readLogs(items);
  const card = (faces: Faces, item: Item | undefined, position: number): ExchangeCard => ({
    ...faces,
    tags: item?.leech ? [...new Set([...faces.tags, "leech"])] : faces.tags,
    memory: item ? presentMemory(item, habits.clock) : newMemory(now),
    suspended: item?.suspendedAt != null,
    position,
    log: (item && logs.get(item.id)) ?? [],
  });
  const ours = [...builtInFaces()].map(([id, faces], place) => card(faces, byName.get(`card:${id}`), place));
  const theirs = own.map((row) => {
    const item = byName.get(`own:${row.id}`);
    return card(ownFaces(row), item, item?.position ?? 0);
  });
  theirs.sort((a, b) => a.position - b.position);
  return { cards: [...ours, ...theirs], habits };
}

function ownFaces({ note, ordinal, deck, kind, front, back, tags }: OwnCard): Faces {
  const words = tags.split(" ").filter((tag) => tag !== "");
  return { guid: note, ordinal, deck, kind: kind === "cloze" ? "cloze" : "basic", front, back, tags: words };
}

type LogRow = Pick<Review, "id" | "itemId" | "at" | "rating" | "elapsed" | "due" | "before">;
const LOG = { id: true, itemId: true, at: true, rating: true, elapsed: true, due: true, before: true } as const;

async function readLogs(items: readonly Item[]): Promise<ReadonlyMap<string, readonly LoggedReview[]>> {
  const rated = items.filter(({ reps }) => reps > 0);
  const logs = new Map<string, readonly LoggedReview[]>();
  for (let at = 0; at < rated.length; at += BATCH) {
    const batch = rated.slice(at, at + BATCH);
    // By item alone, and sorted here: asked by person or in order, SQLite would walk through all of their ratings each time.
    const where = { itemId: { in: batch.map(({ id }) => id) }, undoneAt: null };
    const rows = await (await database()).review.findMany({ where, select: LOG });
    const byItem = new Map<string, LogRow[]>();
    for (const row of rows)
      byItem
        .set(row.itemId, byItem.get(row.itemId) ?? [])
        .get(row.itemId)
        ?.push(row);
    for (const item of batch) logs.set(item.id, logOf((byItem.get(item.id) ?? []).sort(inOrder), item));
    // The driver answers at once: to wait for it lets nobody in.
    await pause();
  }
  return logs;
}

function inOrder(a: LogRow, b: LogRow): number {
  return a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1);
}

function logOf(rows: readonly LogRow[], item: Item): readonly LoggedReview[] {
  const states = rows.map(({ before }) => (before === null ? null : readState(before)));
  return rows.flatMap(({ at, rating, elapsed, due }, index) => {
    if (!isRating(rating)) return [];
    const next = index === rows.length - 1 ? item : states[index + 1];
    const difficulty = next && next.difficulty >= 1 ? next.difficulty : null;
    const phase = states[index]?.phase ?? (index === 0 ? "new" : "review");
    return [{ at: at.getTime(), rating, elapsed, phase, due: due.getTime(), difficulty }];
  });
}
