import { hash, verify } from "@node-rs/argon2";
import { z } from "zod";

/** Argon2id (the package's default kind) at OWASP's parameters: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const FEWEST = 10;
const MOST = 256;

/** The same characters however a keyboard composes them. */
export const passwordSchema = z
  .string()
  .transform((text) => text.normalize("NFKC"))
  .refine((text) => [...text].length >= FEWEST, `Use at least ${FEWEST} characters; a short sentence is good.`)
  .refine((text) => [...text].length <= MOST, `Use at most ${MOST} characters.`);

export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

/** What an e-mail without an account is compared with, so that it takes as long to refuse as a wrong password. */
let nobody: Promise<string> | null = null;

/** @param passwordHash null where there is no such account; then false, after the same work. */
export async function passwordFits(password: string, passwordHash: string | null): Promise<boolean> {
  nobody ??= hashPassword(crypto.randomUUID());
  const filler = await nobody;
  const fits = await verify(passwordHash ?? filler, password.slice(0, 4 * MOST).normalize("NFKC"));
  return fits && passwordHash !== null;
}
