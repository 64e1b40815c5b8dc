import { createHash } from "node:crypto";
import { database, type Transaction } from "../database";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** For one e-mail: five tries, then a wait that doubles from half a minute to a quarter of an hour; an hour forgets. */
const OWN = { free: 5, firstWait: 30 * SECOND, longestWait: 15 * MINUTE, forgottenAfter: HOUR };
/** For all e-mails together: so many wrong passwords a minute, or one could try one password on every account. */
const ALL = { free: 60, window: MINUTE };
const ALL_KEY = "all";

/**
 * Asks leave to try a password, and counts the try as wrong until `succeeded` says otherwise: a hundred tries at the same
 * moment are a hundred.
 * @returns when to come back, epoch milliseconds; null where the try may be made.
 */
export async function tryPassword(email: string, now: number): Promise<number | null> {
  const db = await database();
  return await db.$transaction(async (tx) => {
    const key = keyOf(email);
    const rows = await tx.throttle.findMany({ where: { key: { in: [key, ALL_KEY] } } });
    const until = Math.max(0, ...rows.map((row) => row.until.getTime()));
    if (until > now) return until;
    await countOwn(tx, key, rows.find((row) => row.key === key) ?? null, now);
    await countAll(tx, rows.find((row) => row.key === ALL_KEY) ?? null, now);
    return null;
  });
}

export async function succeeded(email: string): Promise<void> {
  const db = await database();
  await db.$transaction([
    db.throttle.deleteMany({ where: { key: keyOf(email) } }),
    db.throttle.updateMany({ where: { key: ALL_KEY, failures: { gt: 0 } }, data: { failures: { decrement: 1 } } }),
  ]);
}

interface Count {
  readonly failures: number;
  readonly since: Date;
}

async function countOwn(tx: Transaction, key: string, row: Count | null, now: number): Promise<void> {
  const fresh = row === null || row.since.getTime() < now - OWN.forgottenAfter;
  const failures = fresh ? 1 : row.failures + 1;
  const wait = failures < OWN.free ? 0 : Math.min(OWN.longestWait, OWN.firstWait * 2 ** (failures - OWN.free));
  // `since` is the last try: an hour without one forgets them all.
  await write(tx, key, failures, now, now + wait);
  await tx.throttle.deleteMany({ where: { since: { lt: new Date(now - 24 * HOUR) } } });
}

async function countAll(tx: Transaction, row: Count | null, now: number): Promise<void> {
  const fresh = row === null || row.since.getTime() <= now - ALL.window;
  const failures = fresh ? 1 : row.failures + 1;
  const since = fresh ? now : row.since.getTime();
  await write(tx, ALL_KEY, failures, since, failures < ALL.free ? now : since + ALL.window);
}

async function write(tx: Transaction, key: string, failures: number, since: number, until: number): Promise<void> {
  const data = { failures, since: new Date(since), until: new Date(until) };
  await tx.throttle.upsert({ where: { key }, create: { key, ...data }, update: data, select: { key: true } });
}

/** E-mails that nobody signed up with are not kept readable. */
function keyOf(email: string): string {
  return `email:${createHash("sha256").update(email).digest("hex")}`;
}
