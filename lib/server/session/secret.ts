import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "../database";

/** Shorter than this, a secret can be guessed. */
const SHORTEST = 32;
const known = new Map<string, string>();

/**
 * What sessions are encrypted with: `AUTH_SECRET` or `NEXTAUTH_SECRET`, else a random one in `data/secret`, made at the
 * first start and readable by its owner only.
 * @throws Error where the one given is too short, or the file is empty.
 */
export function sessionSecret(folder = dataFolder()): string {
  const given = process.env.AUTH_SECRET || process.env.NEXTAUTH_SECRET;
  if (given) return checked(given, "AUTH_SECRET");
  const file = join(folder, "secret");
  const secret = known.get(file) ?? checked(readOrMake(folder, file), file);
  known.set(file, secret);
  return secret;
}

/** Two processes that start at once agree: the second to create it finds it there. */
function readOrMake(folder: string, file: string): string {
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(file, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(file, "utf8").trim();
}

function checked(secret: string, from: string): string {
  if (secret.length >= SHORTEST) return secret;
  throw new Error(`${from} must hold at least ${SHORTEST} characters.`);
}
