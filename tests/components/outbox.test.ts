import { describe, expect, test } from "vitest";
import type { Reply } from "@/components/review/item";
import { type Letter, type OutboxState, openOutbox } from "@/components/review/outbox";

function aRating(id: string): Letter {
  return { kind: "rate", rating: { id, itemId: `card:${id}`, rating: 3, at: 1, elapsed: 1, zone: "UTC" } };
}

function nameOf(letter: Letter): string {
  return letter.kind === "rate" ? letter.rating.id : `undo ${letter.reviewId}`;
}

const TAKEN: Reply = { ok: true };
const NETWORK = "network";

/** An outbox whose server answers from a list: what it says to each try, in order; then it takes everything. */
function aDesk(answers: readonly (Reply | typeof NETWORK)[], kept: readonly Letter[] = []) {
  const tries: string[] = [];
  const states: OutboxState[] = [];
  const refused: string[] = [];
  const later: (() => void)[] = [];
  let onDevice: readonly Letter[] = kept;
  const outbox = openOutbox(
    {
      send: (letter) => {
        const answer = answers[tries.length] ?? TAKEN;
        tries.push(nameOf(letter));
        return answer === NETWORK ? Promise.reject(new Error("The network is gone.")) : Promise.resolve(answer);
      },
      keep: (letters) => {
        onDevice = letters;
      },
      later: (run) => later.push(run),
      onChange: (state) => states.push(state),
      onRefused: (letter, message) => refused.push(`${nameOf(letter)}: ${message}`),
    },
    kept,
  );
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { outbox, tries, refused, later, settle, last: () => states.at(-1), onDevice: () => onDevice.map(nameOf) };
}

describe("the outbox of ratings", () => {
  test("sends in order, one at a time, and keeps nothing that was taken", async () => {
    const desk = aDesk([]);
    desk.outbox.post(aRating("a"));
    desk.outbox.post(aRating("b"));
    expect(desk.onDevice()).toEqual(["a", "b"]);
    await desk.settle();
    expect(desk.tries).toEqual(["a", "b"]);
    expect(desk.onDevice()).toEqual([]);
    expect(desk.last()).toEqual({ kind: "sent" });
  });

  test("says what is unsent when the network fails, keeps it on the device, and tries again", async () => {
    const desk = aDesk([NETWORK, NETWORK]);
    desk.outbox.post(aRating("a"));
    await desk.settle();
    desk.outbox.post(aRating("b"));
    await desk.settle();
    expect(desk.last()).toEqual({ kind: "waiting", unsent: 2 });
    expect(desk.onDevice()).toEqual(["a", "b"]);
    for (const run of desk.later) run();
    await desk.settle();
    expect(desk.tries).toEqual(["a", "a", "a", "b"]);
    expect(desk.last()).toEqual({ kind: "sent" });
  });

  test("a full disk passes, a refusal does not: it is said, and the next letter follows", async () => {
    const full: Reply = { ok: false, code: "storage", message: "Full." };
    const gone: Reply = { ok: false, code: "not-found", message: "Gone." };
    const desk = aDesk([full, gone]);
    desk.outbox.post(aRating("a"));
    desk.outbox.post(aRating("b"));
    await desk.settle();
    expect(desk.last()).toMatchObject({ kind: "waiting" });
    desk.outbox.retry();
    await desk.settle();
    expect(desk.tries).toEqual(["a", "a", "b"]);
    expect(desk.refused).toEqual(["a: Gone."]);
  });

  test("stops for a session that ended, and loses nothing", async () => {
    const desk = aDesk([{ ok: false, code: "signed-out", message: "Sign in." }]);
    desk.outbox.post(aRating("a"));
    await desk.settle();
    expect(desk.last()).toEqual({ kind: "stopped", unsent: 1, message: "Sign in." });
    expect(desk.onDevice()).toEqual(["a"]);
    expect(desk.later).toEqual([]);
  });

  test("takes a rating back before it leaves, but not once it may have arrived", async () => {
    const desk = aDesk([NETWORK]);
    desk.outbox.post(aRating("a"));
    desk.outbox.post(aRating("b"));
    expect(desk.outbox.withdraw("a")).toBe(false);
    expect(desk.outbox.withdraw("b")).toBe(true);
    await desk.settle();
    expect(desk.outbox.withdraw("a")).toBe(false);
    desk.outbox.post({ kind: "undo", reviewId: "a" });
    desk.outbox.retry();
    await desk.settle();
    expect(desk.tries.slice(-2)).toEqual(["a", "undo a"]);
  });

  test("sends what an earlier visit could not", async () => {
    const desk = aDesk([], [aRating("old")]);
    await desk.settle();
    expect(desk.tries).toEqual(["old"]);
    expect(desk.onDevice()).toEqual([]);
  });
});
