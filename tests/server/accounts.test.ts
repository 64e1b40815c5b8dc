import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { describe, expect, test } from "vitest";
import { authenticate, replacePassword } from "@/lib/server/accounts/authenticate";
import { register } from "@/lib/server/accounts/register";
import { saveDraft } from "@/lib/server/drafts";
import { endAllSessions, endSession, makeToken, newClaims, readSession } from "@/lib/server/session/token";
import { accepted, MINUTE, NOON, newGuest, testDatabase } from "./support/database";

const database = testDatabase();
const ADA = { name: "Ada", email: "ada@example.com", password: "a long enough sentence" };
const people = () => database.rows(`SELECT * FROM "Person"`);

describe("signing up", () => {
  test("turns the guest's own row into the account, with all they did", async () => {
    const guest = await newGuest();
    accepted(await saveDraft(guest, "auction", { text: "kept", basedOn: null }, NOON));
    const { person } = accepted(await register(guest, ADA, NOON));
    expect(person).toEqual({ id: guest, name: "Ada", email: "ada@example.com", guest: false });
    expect(people()).toHaveLength(1);
    expect(people()[0]?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(database.rows(`SELECT "text" FROM "Draft" WHERE "personId" = ?`, guest)).toEqual([{ text: "kept" }]);
  });

  test("makes a new one for nobody; a name is not needed", async () => {
    const { person } = accepted(await register(null, { email: ADA.email, password: ADA.password, name: "  " }, NOON));
    expect(person).toMatchObject({ name: null, email: ADA.email, guest: false });
  });

  test("an e-mail is one account, whatever its case and the space around it", async () => {
    accepted(await register(null, { ...ADA, email: "  Ada@Example.COM " }, NOON));
    expect(people()).toMatchObject([{ email: "ada@example.com" }]);
    const guest = await newGuest();
    expect(await register(guest, ADA, NOON)).toMatchObject({ ok: false, code: "email-taken" });
    expect(people().find(({ id }) => id === guest)).toMatchObject({ guest: 1, email: null });
  });

  test("at the same moment with the same e-mail: one of them", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => register(null, ADA, NOON)));
    expect(answers.map((one) => (one.ok ? "ok" : one.code)).sort()).toEqual(["email-taken", "email-taken", "ok"]);
  });

  test("who has an account already is told so", async () => {
    const { person } = accepted(await register(null, ADA, NOON));
    expect(await register(person.id, { ...ADA, email: "b@example.com" }, NOON)).toMatchObject({
      ok: false,
      code: "signed-in",
    });
    expect(people()).toMatchObject([{ email: ADA.email }]);
  });

  const wrong: readonly { title: string; fields: Partial<typeof ADA>; field: string; says: RegExp }[] = [
    { title: "nine characters", fields: { password: "123456789" }, field: "password", says: /at least 10/ },
    {
      title: "nine characters of many bytes",
      fields: { password: "🪶".repeat(9) },
      field: "password",
      says: /at least 10/,
    },
    { title: "a password of a page", fields: { password: "x".repeat(257) }, field: "password", says: /at most 256/ },
    { title: "no e-mail", fields: { email: "ada" }, field: "email", says: /ada@example\.com/ },
    { title: "an e-mail of a page", fields: { email: `${"a".repeat(250)}@example.com` }, field: "email", says: /./ },
    { title: "a name of a page", fields: { name: "x".repeat(81) }, field: "name", says: /at most 80/ },
  ];
  test.each(wrong)("$title is refused beside its field, and nothing is kept", async ({ fields, field, says }) => {
    const answer = await register(null, { ...ADA, ...fields }, NOON);
    expect(answer).toMatchObject({ ok: false, code: "invalid", fields: { [field]: expect.stringMatching(says) } });
    expect(people()).toEqual([]);
  });
});

describe("signing in", () => {
  test("by the e-mail in any case, and the same password however it was composed", async () => {
    const { person } = accepted(await register(null, { ...ADA, password: "crème brûlée, twice" }, NOON));
    const decomposed = "crème brûlée, twice".normalize("NFD");
    expect(accepted(await authenticate({ email: " ADA@example.com", password: decomposed }, NOON)).person).toEqual(
      person,
    );
  });

  const wrong: readonly { title: string; email: string; password: string }[] = [
    { title: "a wrong password", email: ADA.email, password: "a long enough sentencE" },
    { title: "an unknown e-mail", email: "eve@example.com", password: ADA.password },
    { title: "no e-mail at all", email: "", password: ADA.password },
    { title: "no password", email: ADA.email, password: "" },
    { title: "a megabyte of password", email: ADA.email, password: "x".repeat(1_000_000) },
  ];
  test.each(wrong)("$title: the same words for all of them", async ({ email, password }) => {
    accepted(await register(null, ADA, NOON));
    expect(await authenticate({ email, password }, NOON)).toEqual({
      ok: false,
      code: "wrong",
      message: "The e-mail address or the password is wrong.",
    });
  });

  test("a guest has no password to guess", async () => {
    await newGuest();
    expect(await authenticate({ email: "", password: "" }, NOON)).toMatchObject({ code: "wrong" });
  });
});

describe("too many wrong passwords", () => {
  const guess = (email: string, now: number) => authenticate({ email, password: "wrong wrong wrong" }, now);

  test("for one e-mail: five, then waits that double; the right one waits too, and then forgets them", async () => {
    accepted(await register(null, ADA, NOON));
    for (let i = 0; i < 5; i++) expect(await guess(ADA.email, NOON)).toMatchObject({ code: "wrong" });
    expect(await authenticate(ADA, NOON)).toMatchObject({
      code: "throttled",
      retryAt: NOON + MINUTE / 2,
      message: expect.stringContaining("in a minute"),
    });
    expect(await guess(ADA.email, NOON + MINUTE / 2)).toMatchObject({ code: "wrong" });
    expect(await guess(ADA.email, NOON + MINUTE / 2)).toMatchObject({
      code: "throttled",
      retryAt: NOON + 1.5 * MINUTE,
    });
    accepted(await authenticate(ADA, NOON + 1.5 * MINUTE));
    expect(await guess(ADA.email, NOON + 1.5 * MINUTE)).toMatchObject({ code: "wrong" });
    expect(await guess(ADA.email, NOON + 1.5 * MINUTE)).toMatchObject({ code: "wrong" });
  });

  test("the wait is never longer than a quarter of an hour, and an hour without a try forgets them", {
    timeout: 60_000,
  }, async () => {
    let now = NOON;
    let waited = 0;
    for (let i = 0; i < 15; i++) {
      await guess(ADA.email, now);
      const next = await guess(ADA.email, now);
      if (next.ok || next.code !== "throttled") continue;
      waited = Math.max(waited, next.retryAt - now);
      now = next.retryAt;
    }
    expect(waited).toBe(15 * MINUTE);
    expect(await guess(ADA.email, now + 61 * MINUTE)).toMatchObject({ code: "wrong" });
    expect(await guess(ADA.email, now + 61 * MINUTE)).toMatchObject({ code: "wrong" });
  });

  test("a hundred at the same moment are a hundred: five are tried", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => guess(ADA.email, NOON)));
    const codes = answers.map((one) => (one.ok ? "ok" : one.code));
    expect(codes.filter((code) => code === "wrong")).toHaveLength(5);
    expect(codes.filter((code) => code === "throttled")).toHaveLength(15);
  });

  test("one password on many e-mails: sixty a minute in all, while others' e-mails are not told apart", {
    timeout: 60_000,
  }, async () => {
    const answers = await Promise.all(Array.from({ length: 62 }, (_, i) => guess(`p${i}@example.com`, NOON)));
    expect(answers.filter((one) => !one.ok && one.code === "wrong")).toHaveLength(60);
    expect(await guess("new@example.com", NOON + MINUTE - 1)).toMatchObject({
      code: "throttled",
      retryAt: NOON + MINUTE,
    });
    expect(await guess("new@example.com", NOON + MINUTE)).toMatchObject({ code: "wrong" });
  });

  test("no e-mail that was tried is kept readable", async () => {
    await guess("somebody@example.com", NOON);
    expect(JSON.stringify(database.rows(`SELECT * FROM "Throttle"`))).not.toContain("somebody");
  });
});

describe("sessions", () => {
  const begin = async (id: string, version = 0) => {
    const claims = newClaims(id, version);
    return { claims, token: await makeToken(claims) };
  };

  test("a token names its person, and holds nothing of them", async () => {
    const { person } = accepted(await register(null, ADA, NOON));
    const { token, claims } = await begin(person.id);
    expect(await readSession(token)).toMatchObject({ person, claims });
    expect(Object.keys(claims).sort()).toEqual(["session", "sub", "version"]);
  });

  test("a copied token does not outlive signing out; another device's stays", async () => {
    const id = await newGuest();
    const here = await begin(id);
    const there = await begin(id);
    const renewed = await makeToken(here.claims);
    await endSession(here.claims);
    await endSession(here.claims);
    expect(await readSession(here.token)).toBeNull();
    expect(await readSession(renewed)).toBeNull();
    expect(await readSession(there.token)).not.toBeNull();
  });

  test("ended everywhere: no token of before is taken, one of after is", async () => {
    const id = await newGuest();
    const before = await begin(id);
    const after = await begin(id, await endAllSessions(id));
    expect(await readSession(before.token)).toBeNull();
    expect(await readSession(after.token)).not.toBeNull();
  });

  test("what signing out keeps goes when every token of it has expired", async () => {
    const id = await newGuest();
    const [old, now] = [await begin(id), await begin(id)];
    await endSession(old.claims, NOON);
    await endSession(now.claims, NOON + 181 * 86_400_000);
    expect(database.rows(`SELECT "id" FROM "EndedSession"`)).toEqual([{ id: now.claims.session }]);
  });

  test("signing up ends the guest's sessions; a new password ends all", async () => {
    const guest = await newGuest();
    const asGuest = await begin(guest);
    const signedUp = accepted(await register(guest, ADA, NOON));
    expect(await readSession(asGuest.token)).toBeNull();
    const session = await begin(guest, signedUp.tokenVersion);
    expect(
      await replacePassword(guest, { current: "not the one I have", next: "another long sentence" }, NOON),
    ).toMatchObject({ code: "wrong" });
    expect(await replacePassword(guest, { current: ADA.password, next: "short" }, NOON)).toMatchObject({
      code: "invalid",
      fields: { next: expect.any(String) },
    });
    expect(await readSession(session.token)).not.toBeNull();
    const changed = accepted(
      await replacePassword(guest, { current: ADA.password, next: "another long sentence" }, NOON),
    );
    expect(await readSession(session.token)).toBeNull();
    expect(await readSession((await begin(guest, changed.tokenVersion)).token)).not.toBeNull();
    expect(await authenticate(ADA, NOON)).toMatchObject({ code: "wrong" });
    accepted(await authenticate({ email: ADA.email, password: "another long sentence" }, NOON));
  });

  const secret = () => process.env.AUTH_SECRET ?? "";
  const forged: readonly { title: string; token: (id: string) => Promise<string | undefined> }[] = [
    { title: "none", token: async () => undefined },
    { title: "noise", token: async () => "a.b.c.d.e" },
    {
      title: "another secret's",
      token: (id) => encode({ token: { ...newClaims(id, 0) }, secret: "another secret, just as long as it" }),
    },
    {
      title: "an expired one",
      token: (id) => encode({ token: { ...newClaims(id, 0) }, secret: secret(), maxAge: -60 }),
    },
    {
      title: "one without a version",
      token: (id) => encode({ token: { sub: id, session: randomUUID() }, secret: secret() }),
    },
    { title: "one of nobody", token: () => makeToken(newClaims(randomUUID(), 0)) },
    { title: "one of a version to come", token: (id) => makeToken(newClaims(id, 1)) },
    { title: "one cut short", token: async (id) => (await makeToken(newClaims(id, 0))).slice(0, -2) },
  ];
  test.each(forged)("a token that is $title is nobody", async ({ token }) => {
    expect(await readSession(await token(await newGuest()))).toBeNull();
  });
});
