import { decode } from "next-auth/jwt";
import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  asPerson,
  changePassword,
  currentPerson,
  endOtherSessions,
  readDraft,
  saveDraft,
  signIn,
  signOut,
  signUp,
  startGuest,
} from "@/lib/server";
import { makeToken, readSession } from "@/lib/server/session/token";
import { accepted, NOON, testDatabase } from "./support/database";

/** One browser's cookies, in place of the request that Next would hand to a server action. */
interface Browser {
  readonly cookies: Map<string, { value: string; options: Readonly<Record<string, unknown>> }>;
  readonly headers: Record<string, string>;
}
const request = vi.hoisted(() => ({ browser: { cookies: new Map(), headers: {} } as Browser }));
vi.mock("next/headers", () => ({
  headers: () => Promise.resolve(new Headers(request.browser.headers)),
  cookies: () =>
    Promise.resolve({
      get: (name: string) => request.browser.cookies.get(name),
      set: (name: string, value: string, options: { maxAge?: number }) => {
        if (options.maxAge === 0) request.browser.cookies.delete(name);
        else request.browser.cookies.set(name, { value, options });
      },
    }),
}));

const database = testDatabase();
const NAME = "cardinality.session";
const ADA = { name: "Ada", email: "ada@example.com", password: "a long enough sentence" };

const newBrowser = (): Browser => ({ cookies: new Map(), headers: {} });
const token = () => request.browser.cookies.get(NAME)?.value;
beforeEach(() => {
  request.browser = newBrowser();
});

test("nobody is nobody, and what they do is answered, not thrown", async () => {
  expect(await currentPerson()).toBeNull();
  const act = vi.fn();
  expect(await asPerson(act)).toMatchObject({ ok: false, code: "signed-out" });
  expect(act).not.toHaveBeenCalled();
});

test("a guest begins without a form, and pressing twice makes one guest", async () => {
  const { person } = accepted(await startGuest());
  expect(person).toMatchObject({ guest: true, name: null, email: null });
  expect(accepted(await startGuest()).person).toEqual(person);
  expect(await currentPerson()).toEqual(person);
  expect(database.rows(`SELECT count(*) AS people FROM "Person"`)).toEqual([{ people: 1 }]);
});

test("the cookie is out of scripts' reach, lasts half a year, and is for TLS where there is TLS", async () => {
  accepted(await startGuest());
  const options = () => request.browser.cookies.get(NAME)?.options;
  expect(options()).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: false, maxAge: 180 * 86_400 });
  request.browser = newBrowser();
  request.browser.headers["x-forwarded-proto"] = "https";
  accepted(await startGuest());
  expect(options()).toMatchObject({ secure: true });
});

test("a guest signs up, signs out and signs in elsewhere: all they did is there", async () => {
  const { person } = accepted(await startGuest());
  const asGuest = token();
  accepted(await saveDraft(person.id, "auction", { text: "mine", basedOn: null }, NOON));
  expect(accepted(await signUp(ADA)).person).toEqual({ id: person.id, name: "Ada", email: ADA.email, guest: false });
  expect(await readSession(asGuest), "the guest's token ended with the guest").toBeNull();
  const copied = token();
  accepted(await signOut());
  expect(await currentPerson()).toBeNull();
  expect(await readSession(copied)).toBeNull();
  request.browser = newBrowser();
  expect(accepted(await signIn(ADA))).toMatchObject({ merged: false, person: { id: person.id } });
  expect(await readDraft((await currentPerson())?.id ?? "", "auction")).toMatchObject({ text: "mine" });
});

test("a guest's work goes to the account that they sign in to", async () => {
  const account = accepted(await signUp(ADA)).person;
  request.browser = newBrowser();
  const guest = accepted(await startGuest()).person;
  accepted(await saveDraft(guest.id, "auction", { text: "mine", basedOn: null }, NOON));
  expect(await signIn({ ...ADA, password: "not that sentence" })).toMatchObject({ ok: false, code: "wrong" });
  expect(await currentPerson(), "a wrong password changes nothing").toEqual(guest);
  expect(accepted(await signIn(ADA))).toMatchObject({ merged: true, person: account });
  expect(await currentPerson()).toEqual(account);
  expect(await readDraft(account.id, "auction")).toMatchObject({ text: "mine" });
});

test("signing up where one has an account already, or with its e-mail", async () => {
  accepted(await signUp(ADA));
  expect(await signUp({ ...ADA, email: "b@example.com" })).toMatchObject({ ok: false, code: "signed-in" });
  request.browser = newBrowser();
  expect(await signUp(ADA)).toMatchObject({ ok: false, code: "email-taken" });
  expect(await currentPerson()).toBeNull();
});

describe("two devices", () => {
  const [here, there] = [newBrowser(), newBrowser()];
  const on = (browser: Browser) => {
    request.browser = browser;
  };
  beforeEach(async () => {
    here.cookies.clear();
    there.cookies.clear();
    on(there);
    accepted(await signUp(ADA));
    on(here);
    accepted(await signIn(ADA));
  });

  const cases: readonly {
    title: string;
    act: () => Promise<{ readonly ok: boolean }>;
    left: readonly [boolean, boolean];
  }[] = [
    { title: "signing out here leaves the other one", act: signOut, left: [false, true] },
    { title: "ending the others leaves this one", act: endOtherSessions, left: [true, false] },
    {
      title: "a new password leaves this one",
      act: () => changePassword({ current: ADA.password, next: "another long sentence" }),
      left: [true, false],
    },
    {
      title: "a new password refused leaves both",
      act: async () => ({
        ok: !(await changePassword({ current: "wrong wrong wrong", next: "another long sentence" })).ok,
      }),
      left: [true, true],
    },
  ];
  test.each(cases)("$title", async ({ act, left }) => {
    accepted(await act());
    const signedIn: boolean[] = [];
    for (const browser of [here, there]) {
      on(browser);
      signedIn.push((await currentPerson()) !== null);
    }
    expect(signedIn).toEqual(left);
  });
});

test("a session in use is renewed after a day, and stays the same session", async () => {
  accepted(await startGuest());
  const before = token();
  accepted(await asPerson(() => Promise.resolve({ ok: true })));
  expect(token(), "not at every action").toBe(before);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2 * 86_400_000 });
  try {
    accepted(await asPerson(() => Promise.resolve({ ok: true })));
    const secret = process.env.AUTH_SECRET ?? "";
    const [old, renewed] = [
      await decode({ token: before ?? "", secret }),
      await decode({ token: token() ?? "", secret }),
    ];
    expect(renewed?.session).toBe(old?.session);
    expect(Number(renewed?.exp) - Number(old?.exp)).toBeGreaterThanOrEqual(2 * 86_400);
    accepted(await signOut());
    expect(await readSession(before), "signing out ends both").toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

test("a token of a person who is gone is nobody", async () => {
  const { person } = accepted(await startGuest());
  database.rows(`DELETE FROM "Person" WHERE "id" = ?`, person.id);
  expect(await currentPerson()).toBeNull();
  expect(await asPerson(() => Promise.resolve({ ok: true }))).toMatchObject({ code: "signed-out" });
  expect(await readSession(await makeToken({ sub: person.id, version: 0, session: "s" }))).toBeNull();
});
