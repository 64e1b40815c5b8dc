import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test, vi } from "vitest";
import { registerGuest } from "@/lib/server/accounts/register";
import { handIn } from "@/lib/server/attempts";
import { cardsById } from "@/lib/server/content";
import { databaseFile, database as openDatabase } from "@/lib/server/database";
import { readDraft, saveDraft } from "@/lib/server/drafts";
import { isHealthy } from "@/lib/server/health";
import { rate } from "@/lib/server/reviews";
import { accepted, NOON, newGuest, testDatabase } from "./support/database";

const database = testDatabase();
/** Big enough to need new pages of the file; comments, since grading is not what is tested. */
const TEXT = `---\nscenario: auction\n---\nusers: id (PK)\n${"# and so on, for a while\n".repeat(1_500)}`;
const CARD = `card:${[...cardsById().keys()][0]}`;

/** What the log says meanwhile; printing it is what should happen here. */
function logged() {
  return vi.spyOn(console, "error").mockImplementation(() => {});
}

/** Each makes the database refuse to write, as that fault of the machine does, and gives what mends it. */
const FAULTS: readonly {
  fault: string;
  largeOnly?: boolean;
  code: RegExp;
  breaks: () => Promise<() => Promise<void>>;
}[] = [
  {
    fault: "the disk is full",
    largeOnly: true,
    code: /SQLITE_FULL/,
    breaks: async () => {
      const db = await openDatabase();
      const [{ page_count: pages = 0n } = {}] = await db.$transaction((tx) =>
        tx.$queryRawUnsafe<{ page_count: bigint }[]>("PRAGMA page_count"),
      );
      await db.$queryRawUnsafe(`PRAGMA max_page_count = ${pages}`);
      return async () => {
        await db.$queryRawUnsafe("PRAGMA max_page_count = 1000000");
      };
    },
  },
  {
    fault: "the disk is read-only",
    code: /SQLITE_READONLY/,
    breaks: async () => {
      const db = await openDatabase();
      await db.$queryRawUnsafe("PRAGMA query_only = ON");
      return async () => {
        await db.$queryRawUnsafe("PRAGMA query_only = OFF");
      };
    },
  },
  {
    fault: "another process holds the file",
    code: /SQLITE_BUSY/,
    breaks: async () => {
      const db = await openDatabase();
      await db.$queryRawUnsafe("PRAGMA busy_timeout = 20");
      const other = new Database(databaseFile());
      other.exec("BEGIN IMMEDIATE");
      return async () => {
        other.exec("ROLLBACK");
        other.close();
        await db.$queryRawUnsafe("PRAGMA busy_timeout = 5000");
      };
    },
  },
];

/** `large`: needs new pages of the file, for which a full disk has no room; a small row may still fit into an old one. */
const ACTIONS: readonly {
  what: string;
  large: boolean;
  act: (person: string) => Promise<{ readonly ok: boolean }>;
}[] = [
  {
    what: "saving a draft",
    large: true,
    act: (person) => saveDraft(person, "auction", { text: TEXT, basedOn: 1 }, NOON),
  },
  {
    what: "handing in",
    large: true,
    act: (person) => handIn(person, { id: randomUUID(), slug: "auction", text: TEXT, seconds: 1 }, NOON),
  },
  {
    what: "rating",
    large: false,
    act: (person) => rate(person, { id: randomUUID(), itemId: CARD, rating: 3, at: NOON, elapsed: 1 }, NOON),
  },
  { what: "beginning as a guest", large: false, act: () => registerGuest(NOON) },
];

const cases = FAULTS.flatMap((fault) =>
  ACTIONS.filter(({ large }) => large || !fault.largeOnly).map((action) => ({ ...fault, ...action })),
);

test.each(cases)(
  "$fault, $what: words, a line in the log, nothing half done, and it works once mended",
  async (given) => {
    const { code, breaks, act } = given;
    const person = await newGuest();
    accepted(await saveDraft(person, "auction", { text: "before", basedOn: null }, NOON));
    const log = logged();
    const mend = await breaks();
    const tables = () =>
      ["Person", "Draft", "Attempt", "Item", "Review"].map((table) => database.rows(`SELECT * FROM "${table}"`));
    const before = tables();
    const message = expect.stringContaining("What you wrote is still here");
    expect(await act(person)).toEqual({ ok: false, code: "storage", message });
    expect(log.mock.calls.map(([line]) => String(line))).toEqual([expect.stringMatching(code)]);
    expect(tables()).toEqual(before);
    expect(await readDraft(person, "auction")).toMatchObject({ text: "before", revision: 1 });
    await mend();
    accepted(await act(person));
  },
);

describe("a database that cannot even be opened", () => {
  const places: readonly { title: string; path: string; make: (folder: string) => void }[] = [
    { title: "its folder is a file", path: "a/b.db", make: (folder) => writeFileSync(join(folder, "a"), "") },
    { title: "it is a folder", path: "a.db", make: (folder) => mkdirSync(join(folder, "a.db")) },
    {
      title: "it is something else",
      path: "a.db",
      make: (folder) => writeFileSync(join(folder, "a.db"), "not a database, but long enough ".repeat(99)),
    },
  ];
  test.each(places)("$title", async ({ path, make }) => {
    const folder = mkdtempSync(join(tmpdir(), "cardinality-closed-"));
    const log = logged();
    make(folder);
    process.env.DATABASE_URL = `file:${join(folder, path)}`;
    try {
      expect(await saveDraft("anyone", "auction", { text: "a", basedOn: null }, NOON)).toMatchObject({
        ok: false,
        code: "storage",
      });
      expect(await isHealthy()).toBe(false);
      expect(log).toHaveBeenCalledTimes(2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("an address that is no file says so", () => {
    const given = process.env.DATABASE_URL;
    process.env.DATABASE_URL = "postgresql://ada:secret@example.com/cards";
    try {
      expect(() => databaseFile()).toThrow(/^DATABASE_URL must name a file[^@]*$/);
    } finally {
      process.env.DATABASE_URL = given;
    }
  });
});

test("a healthy one says so", async () => {
  expect(await isHealthy()).toBe(true);
});
