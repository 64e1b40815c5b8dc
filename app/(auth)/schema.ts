import type { Route } from "next";
import { z } from "zod";

const text = z.string().catch("");

/** What the two forms send. Whether it is an e-mail and a password is said by the server, once, in its words. */
export const accountFormSchema = z.object({ name: text, email: text, password: text, next: text });

export const passwordFormSchema = z.object({ current: text, next: text });

/** Only a place on this site; anything else is home. */
export function safeNext(value: unknown): Route {
  const safe = typeof value === "string" && /^\/(?![/\\])[\w\-/]*$/.test(value);
  return (safe ? value : "/") as Route;
}
