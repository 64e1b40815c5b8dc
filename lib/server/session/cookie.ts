import { cookies, headers } from "next/headers";
import { type Claims, makeToken, newClaims, readSession, SESSION_SECONDS, type Session } from "./token";

/** One name with or without TLS, so that next-auth's routes and ours read the same one. */
export const COOKIE = "cardinality.session";

export function cookieOptions(secure: boolean) {
  return { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
}

/** Whether the browser's own connection is encrypted, by the proxy's word where it is trusted. */
export async function isSecure(): Promise<boolean> {
  if (process.env.NEXTAUTH_URL?.startsWith("https://")) return true;
  return Boolean(process.env.AUTH_TRUST_HOST) && (await headers()).get("x-forwarded-proto") === "https";
}

export async function presentSession(): Promise<Session | null> {
  return readSession((await cookies()).get(COOKIE)?.value);
}

/** Begins a session, in a server action or a route. */
export async function beginSession(personId: string, tokenVersion: number): Promise<void> {
  await writeSession(newClaims(personId, tokenVersion));
}

/** Gives the session's token its whole time again. */
export async function renewSession({ claims, issuedAt }: Session, now: number = Date.now()): Promise<void> {
  if (now - issuedAt > 86_400_000) await writeSession(claims);
}

async function writeSession(claims: Claims): Promise<void> {
  const options = { ...cookieOptions(await isSecure()), maxAge: SESSION_SECONDS };
  (await cookies()).set(COOKIE, await makeToken(claims), options);
}

export async function clearSession(): Promise<void> {
  (await cookies()).set(COOKIE, "", { ...cookieOptions(await isSecure()), maxAge: 0 });
}
