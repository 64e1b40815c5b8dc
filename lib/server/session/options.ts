import type { NextRequest } from "next/server";
import NextAuth, { type NextAuthOptions, type User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { authenticate } from "../accounts/authenticate";
import { type Known, registerGuest } from "../accounts/register";
import { database } from "../database";
import { logFailure } from "../log";
import type { Refusal, RefusalCode } from "../refusal";
import { COOKIE, cookieOptions, isSecure } from "./cookie";
import { bringWork, currentPerson } from "./index";
import { sessionSecret } from "./secret";
import { type Claims, endSession, newClaims, readSession, SESSION_SECONDS } from "./token";

/** next-auth's own routes, on the same sessions as the server actions: one cookie, one token, one check. */
export function authOptions(secure: boolean): NextAuthOptions {
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    useSecureCookies: secure,
    cookies: { sessionToken: { name: COOKIE, options: cookieOptions(secure) } },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        id: "password",
        name: "Password",
        credentials: { email: { label: "E-mail", type: "email" }, password: { label: "Password", type: "password" } },
        authorize: signInByPassword,
      }),
      CredentialsProvider({
        id: "guest",
        name: "Guest",
        credentials: {},
        authorize: beginAsGuest,
      }),
    ],
    jwt: { decode: async ({ token }) => claimsOf(token) },
    callbacks: {
      jwt: async ({ token, user }) => (user ? { ...(await claimsFor(user.id)) } : token),
      session: async ({ session, token }) => ({ ...session, user: await namesOf(token.sub) }),
    },
    logger: { error: logError, warn: () => {}, debug: () => {} },
    events: { signOut: async ({ token }) => endByToken(token) },
  };
}

async function beginAsGuest(): Promise<User> {
  const present = await currentPerson();
  return present ? { id: present.id } : userOf(await registerGuest());
}

async function signInByPassword(fields: Record<"email" | "password", string> | undefined): Promise<User | null> {
  const found = await authenticate({ email: fields?.email ?? "", password: fields?.password ?? "" });
  if (!found.ok && found.code === "wrong") return null;
  const user = userOf(found);
  const merged = await bringWork(user.id);
  if (!merged.ok) throw new Error(merged.code);
  return user;
}

/** next-auth shows the message of what is thrown here as `?error=…`: a code, never more. */
function userOf(result: Known | Refusal<RefusalCode>): User {
  if (!result.ok) throw new Error(result.code);
  return { id: result.person.id };
}

async function claimsFor(personId: string): Promise<Claims> {
  const select = { tokenVersion: true };
  const { tokenVersion } = await (await database()).person.findUniqueOrThrow({ where: { id: personId }, select });
  return newClaims(personId, tokenVersion);
}

async function claimsOf(token: string | undefined) {
  const found = await readSession(token);
  return found && { ...found.claims };
}

async function namesOf(personId: string | undefined) {
  const select = { name: true, email: true };
  return (await database()).person.findUniqueOrThrow({ where: { id: personId ?? "" }, select });
}

async function endByToken(token: Partial<Claims> | null | undefined): Promise<void> {
  const { sub, session, version } = token ?? {};
  if (sub && session && version !== undefined) await endSession({ sub, session, version });
}

/** A token that is no longer taken is nobody, which is no failure. */
function logError(code: string, metadata: unknown): void {
  if (code !== "JWT_SESSION_ERROR") logFailure(`next-auth: ${code}`, metadata);
}

// Without an address of its own, next-auth takes every redirect to localhost:3000; Next passes the host that was asked for.
if (!process.env.NEXTAUTH_URL) process.env.AUTH_TRUST_HOST ??= "true";

interface AuthContext {
  readonly params: Promise<{ nextauth: string[] }>;
}

/** Answers `/api/auth/*`. */
export async function answerAuth(request: NextRequest, context: AuthContext): Promise<Response> {
  return NextAuth(request, context, authOptions(await isSecure()));
}
