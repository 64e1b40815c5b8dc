import { randomUUID } from "node:crypto";
import { z } from "zod";
import { database } from "../database";
import { PERSON, type Person } from "../people";
import { guarded, prismaCode, type Refusal, refuse } from "../refusal";
import { hashPassword, passwordSchema } from "./password";

export const emailSchema = z
  .string()
  .transform((text) => text.trim().normalize("NFC").toLowerCase())
  .pipe(z.email("Write an e-mail address, such as ada@example.com.").max(254, "This e-mail address is too long."));

const signUpSchema = z.object({
  name: z.string().trim().max(80, "Use at most 80 characters.").optional(),
  email: emailSchema,
  password: passwordSchema,
});
export type SignUpFields = z.input<typeof signUpSchema>;

/** What is wrong with which field, in words to show beside it. */
export type InvalidFields<Fields> = Refusal<"invalid"> & {
  readonly fields: Readonly<Partial<Record<keyof Fields, string>>>;
};

/** A person as a session needs them. */
export interface Known {
  readonly ok: true;
  readonly person: Person;
  readonly tokenVersion: number;
}

const KNOWN = { ...PERSON, tokenVersion: true } as const;

/** A person who begins at once, without a form. */
export async function registerGuest(now: number = Date.now()): Promise<Known | Refusal<"storage" | "signed-out">> {
  return await guarded(async () => {
    const data = { id: randomUUID(), guest: true, createdAt: new Date(now) };
    return known(await (await database()).person.create({ data, select: KNOWN }));
  });
}

/**
 * Makes an account. A guest's own row becomes it, with everything done so far; sessions from before end.
 * @param guestId the guest who signs up; null where nobody is there yet.
 */
export async function register(
  guestId: string | null,
  fields: SignUpFields,
  now: number = Date.now(),
): Promise<Known | InvalidFields<SignUpFields> | Refusal<"email-taken" | "signed-in" | "storage" | "signed-out">> {
  const parsed = signUpSchema.safeParse(fields);
  if (!parsed.success) return { ...refuse("invalid"), fields: firstWords(parsed.error) };
  const { email, password, name } = parsed.data;
  return await guarded(async () => {
    const db = await database();
    if (await db.person.findUnique({ where: { email }, select: { id: true } })) return refuse("email-taken");
    const account = { email, name: name || null, passwordHash: await hashPassword(password), guest: false as const };
    try {
      return await store(guestId, account, now);
    } catch (error) {
      if (prismaCode(error) === "P2002") return refuse("email-taken");
      throw error;
    }
  });
}

interface Account {
  readonly email: string;
  readonly name: string | null;
  readonly passwordHash: string;
  readonly guest: false;
}

async function store(guestId: string | null, account: Account, now: number): Promise<Known | Refusal<"signed-in">> {
  const db = await database();
  if (guestId === null) {
    return known(
      await db.person.create({ data: { id: randomUUID(), ...account, createdAt: new Date(now) }, select: KNOWN }),
    );
  }
  const [row] = await db.person.updateManyAndReturn({
    where: { id: guestId, guest: true },
    data: { ...account, tokenVersion: { increment: 1 } },
    select: KNOWN,
  });
  return row ? known(row) : refuse("signed-in");
}

function known({ tokenVersion, ...person }: Person & { readonly tokenVersion: number }): Known {
  return { ok: true, person, tokenVersion };
}

/** The first thing to mend in each field. */
export function firstWords(error: z.ZodError): Record<string, string> {
  const words: Record<string, string> = {};
  for (const { path, message } of error.issues) words[String(path[0])] ??= message;
  return words;
}
