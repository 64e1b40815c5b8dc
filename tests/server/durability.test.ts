import { expect, test } from "vitest";
import { listAttempts } from "@/lib/server/attempts";
import { readDraft, saveDraft } from "@/lib/server/drafts";
import { accepted, testDatabase } from "./support/database";
import { ended, start } from "./support/process";

const database = testDatabase();

/** Lines that the writer printed until it was killed, without asking it, after so many. */
async function writeUntilKilled(lines: number): Promise<readonly string[]> {
  const child = start("tests/server/support/writer.ts", { DATABASE_URL: `file:${database.file()}` });
  let heard = "";
  child.stdout?.on("data", (bytes: Buffer) => {
    heard += bytes.toString();
    if (heard.split("\n").length > lines) child.kill("SIGKILL");
  });
  const { signal, output } = await ended(child);
  expect(signal, output).toBe("SIGKILL");
  return output.split("\n").filter((line) => line.startsWith("saved "));
}

/** A process starts in seconds, on a busy machine in many. */
const PATIENCE = { timeout: 120_000 };

test.each([1, 5, 23])(
  "kill -9 after %i confirmed writes: each is there, and nothing is half there",
  PATIENCE,
  async (lines) => {
    const saved = (await writeUntilKilled(lines)).map((line) => line.split(" ").slice(1));
    expect(saved.length).toBeGreaterThanOrEqual(lines);
    const of = (what: string) => saved.flatMap(([kind, id = ""]) => (kind === what ? [id] : []));
    const [person = ""] = of("person");
    const drafts = of("draft").map(Number);
    expect((await readDraft(person, "auction"))?.revision ?? 0).toBeGreaterThanOrEqual(drafts.at(-1) ?? 0);
    const attempts = (await listAttempts(person)).map(({ id }) => id);
    expect(attempts).toEqual(expect.arrayContaining(of("attempt")));
    const reviews = database.rows(`SELECT "id" FROM "Review"`).map(({ id }) => id);
    expect(reviews).toEqual(expect.arrayContaining([...of("attempt"), ...of("review")]));
    // One transaction each: every attempt has its review, every review its item.
    expect(attempts.filter((id) => !reviews.includes(id))).toEqual([]);
    expect(database.rows("PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
    expect(database.rows("PRAGMA foreign_key_check")).toEqual([]);
    const current = await readDraft(person, "auction");
    accepted(await saveDraft(person, "auction", { text: "and on it goes", basedOn: current?.revision ?? null }));
  },
);
