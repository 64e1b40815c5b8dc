import { randomUUID } from "node:crypto";
import { decode, encode, type JWT } from "next-auth/jwt";
import { z } from "zod";
import { database } from "../database";
import { PERSON, type Person } from "../people";
import { sessionSecret } from "./secret";

/** A session ends when it was not used for so long; each use of it in an action begins the time anew. */
export const SESSION_SECONDS = 180 * 86_400;

const claimsSchema = z.object({
  /** The person's id. */
  sub: z.string(),
  /** The person's `tokenVersion` when it was made: raising that ends every session. */
  version: z.int(),
  /** The session's own id, the same in every token that renews it: signing out ends it, wherever it was copied to. */
  session: z.string(),
});
export type Claims = z.output<typeof claimsSchema>;

export function newClaims(personId: string, version: number): Claims {
  return { sub: personId, version, session: randomUUID() };
}

/** An encrypted token, the same that next-auth makes and reads. */
export function makeToken(claims: Claims): Promise<string> {
  return encode({ token: { ...claims }, secret: sessionSecret(), maxAge: SESSION_SECONDS });
}

export interface Session {
  readonly person: Person;
  readonly claims: Claims;
  /** When this token was made, epoch milliseconds. */
  readonly issuedAt: number;
}

/** Whose token it is; null where it is forged, expired, signed out of, or its person is gone. */
export async function readSession(token: string | undefined): Promise<Session | null> {
  const payload = await decrypt(token);
  const claims = claimsSchema.safeParse(payload);
  if (!payload || !claims.success) return null;
  const person = await personOf(claims.data);
  const issued = typeof payload.iat === "number" ? payload.iat * 1000 : 0;
  return person && { person, claims: claims.data, issuedAt: issued };
}

async function decrypt(token: string | undefined): Promise<JWT | null> {
  if (!token) return null;
  try {
    return await decode({ token, secret: sessionSecret() });
  } catch {
    // Forged, cut short, expired or made with another secret: all of them are nobody.
    return null;
  }
}

async function personOf({ sub, version, session }: Claims): Promise<Person | null> {
  const select = { ...PERSON, tokenVersion: true, endedSessions: { where: { id: session }, select: { id: true } } };
  const row = await (await database()).person.findUnique({ where: { id: sub }, select });
  if (!row || row.tokenVersion !== version || row.endedSessions.length > 0) return null;
  const { id, name, email, guest } = row;
  return { id, name, email, guest };
}

/** Signs out of one session: no token of it, copied or not, is taken from now on. */
export async function endSession({ sub, session }: Claims, now: number = Date.now()): Promise<void> {
  const db = await database();
  await db.endedSession.deleteMany({ where: { expires: { lt: new Date(now) } } });
  const key = { personId: sub, id: session };
  const expires = new Date(now + SESSION_SECONDS * 1000);
  await db.endedSession.upsert({ where: { personId_id: key }, create: { ...key, expires }, update: { expires } });
}

/** Signs out everywhere. @returns the version for a session that begins after. */
export async function endAllSessions(personId: string): Promise<number> {
  const data = { tokenVersion: { increment: 1 } };
  const { tokenVersion } = await (await database()).person.update({ where: { id: personId }, data });
  return tokenVersion;
}
