import { database } from "../database";
import { PERSON } from "../people";
import { guarded, type Refusal, refuse } from "../refusal";
import { hashPassword, passwordFits, passwordSchema } from "./password";
import { emailSchema, firstWords, type InvalidFields, type Known } from "./register";
import { succeeded, tryPassword } from "./throttle";

export interface SignInFields {
  readonly email: string;
  readonly password: string;
}

/** When to try again is in the message too. */
export type Throttled = Refusal<"throttled"> & { readonly retryAt: number };

type SignInRefusal = Throttled | Refusal<"wrong" | "storage" | "signed-out">;

/** Whose e-mail and password these are. An e-mail without an account is a wrong password, and takes as long. */
export async function authenticate(fields: SignInFields, now: number = Date.now()): Promise<Known | SignInRefusal> {
  const parsed = emailSchema.safeParse(fields.email);
  if (!parsed.success || typeof fields.password !== "string") return refuse("wrong");
  const email = parsed.data;
  return await guarded(async () => {
    const retryAt = await tryPassword(email, now);
    if (retryAt !== null) return throttled(retryAt, now);
    const select = { ...PERSON, tokenVersion: true, passwordHash: true };
    const row = await (await database()).person.findUnique({ where: { email }, select });
    if (!(await passwordFits(fields.password, row?.passwordHash ?? null)) || !row) return refuse("wrong");
    await succeeded(email);
    const { passwordHash: _, tokenVersion, ...person } = row;
    return { ok: true, person, tokenVersion };
  });
}

export interface PasswordFields {
  readonly current: string;
  readonly next: string;
}

/** Every session of before ends; the caller begins a new one. */
export async function replacePassword(
  personId: string,
  { current, next }: PasswordFields,
  now: number = Date.now(),
): Promise<Known | InvalidFields<PasswordFields> | SignInRefusal> {
  const parsed = passwordSchema.safeParse(next);
  if (!parsed.success) return { ...refuse("invalid"), fields: { next: Object.values(firstWords(parsed.error))[0] } };
  return await guarded(async () => {
    const db = await database();
    const row = await db.person.findUnique({ where: { id: personId }, select: { email: true } });
    if (!row?.email) return refuse("signed-out");
    const checked = await authenticate({ email: row.email, password: current }, now);
    if (!checked.ok) return checked;
    const passwordHash = await hashPassword(parsed.data);
    const data = { passwordHash, tokenVersion: { increment: 1 } };
    const { tokenVersion } = await db.person.update({ where: { id: personId }, data, select: { tokenVersion: true } });
    return { ...checked, tokenVersion };
  });
}

function throttled(retryAt: number, now: number): Throttled {
  const minutes = Math.ceil((retryAt - now) / 60_000);
  const wait = minutes <= 1 ? "a minute" : `${minutes} minutes`;
  return { ...refuse("throttled", `There were too many wrong passwords. Try again in ${wait}.`), retryAt };
}
