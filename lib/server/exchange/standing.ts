import { itemId } from "@/lib/practice";
import { database } from "../database";
import { readState, stateOf } from "../items";
import { pause } from "./drive";
import type { Incoming, IncomingReview, Standing, StandingItem } from "./incoming";

/** As many items, or ratings, as are asked for at once: other requests come in between. */
const ITEMS = 100;
const RATINGS = 1_000;

/** What the person has of the items that a file brings, with their ratings. */
export async function readStanding(personId: string, incoming: readonly Incoming[]): Promise<Standing> {
  const stamp = await readStamp(personId);
  const rows = await (await database()).item.findMany({ where: { personId } });
  const wanted = new Map(incoming.map((each) => [itemId(each.name.kind, each.name.ref), each]));
  const met = rows.filter(({ kind, ref }) => wanted.has(`${kind}:${ref}`));
  const reviews = await readReviews(met.map(({ id }) => id));
  const items = met.map((row): readonly [string, StandingItem] => {
    const { sibling, buriedOn, position, createdAt } = row;
    const made = { sibling, buriedOn, position, createdAt: createdAt.getTime() };
    return [`${row.kind}:${row.ref}`, { id: row.id, state: stateOf(row), made, reviews: reviews.get(row.id) ?? [] }];
  });
  const named = incoming.flatMap(({ reviews: brought }) => brought.map(({ id }) => id));
  return { items: new Map(items), reviewIds: await readIds(personId, named), stamp };
}

async function readReviews(ids: readonly string[]): Promise<ReadonlyMap<string, IncomingReview[]>> {
  const found = new Map<string, IncomingReview[]>();
  for (let at = 0; at < ids.length; at += ITEMS) {
    // By item alone, and sorted below: asked by person or in order, SQLite would walk through all of their ratings each time.
    const where = { itemId: { in: ids.slice(at, at + ITEMS) } };
    const rows = await (await database()).review.findMany({ where });
    for (const { itemId: item, before, undoneAt, due, at: time, ...row } of rows) {
      const state = before === null ? null : readState(before);
      const review = {
        ...row,
        at: time.getTime(),
        due: due.getTime(),
        before: state,
        phase: null,
        undoneAt: undoneAt?.getTime() ?? null,
      };
      const known = found.get(item);
      if (known) known.push(review);
      else found.set(item, [review]);
    }
    await pause();
  }
  for (const reviews of found.values()) reviews.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return found;
}

/** Which of these ratings the person has. */
async function readIds(personId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let at = 0; at < ids.length; at += RATINGS) {
    const where = { personId, id: { in: ids.slice(at, at + RATINGS) } };
    const rows = await (await database()).review.findMany({ where, select: { id: true } });
    for (const { id } of rows) found.add(id);
    await pause();
  }
  return found;
}

type Reader = Pick<Awaited<ReturnType<typeof database>>, "$queryRawUnsafe">;

/** Another stamp means that the person did something meanwhile: what was worked out before is worked out anew. */
export async function readStamp(personId: string, reader?: Reader): Promise<string> {
  const rows = await (reader ?? (await database())).$queryRawUnsafe<readonly { readonly stamp: string }[]>(
    STAMP,
    ...[personId, personId, personId],
  );
  return rows[0]?.stamp ?? "";
}

const STAMP = `SELECT (SELECT count(*) || ' ' || count("undoneAt") FROM "Review" WHERE "personId" = ?) || ' ' ||
(SELECT count(*) || ' ' || count("suspendedAt") || ' ' || coalesce(sum("due"), 0) || ' ' || count("reason") FROM "Item" WHERE "personId" = ?) || ' ' ||
(SELECT count(*) || ' ' || coalesce(sum(length("front") + length("back")), 0) FROM "OwnCard" WHERE "personId" = ?) AS "stamp"`;
