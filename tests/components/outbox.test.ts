import "fake-indexeddb/auto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DeviceStore, openDeviceStore } from "@/components/review/device-store";
import type { Letter, Reply } from "@/components/review/letter";
import { memoryStore } from "@/components/review/memory-store";
import { type Outbox, type OutboxState, openOutbox } from "@/components/review/outbox";

function aRating(id: string): Letter {
  return { kind: "rate", rating: { id, itemId: `card:${id}`, rating: 3, at: 1, elapsed: 1, zone: "UTC" } };
}

function nameOf(letter: Letter): string {
  if (letter.kind === "rate") return letter.rating.id;
  return letter.kind === "undo" ? `undo ${letter.reviewId}` : `${letter.kind} ${letter.itemId}`;
}

const undoOf = (id: string): Letter => ({ kind: "undo", reviewId: id, itemId: `card:${id}` });
const isRating = (id: string) => (letter: Letter) => letter.kind === "rate" && letter.rating.id === id;

const TAKEN: Reply = { ok: true };
const NETWORK = "network";
/** Never comes: the tab was closed. */
const NEVER = new Promise<never>(() => undefined);

let people = 0;

/** A device of somebody who was never here. */
function aDevice(): Promise<DeviceStore> {
  people += 1;
  return openDeviceStore(`person-${people}`);
}

/** Lets one in at a time, as the browser's locks do; a tab that is closed gives its place up. */
function aLock() {
  let last: Promise<void> = Promise.resolve();
  return (run: () => Promise<void>, closed: Promise<void> = NEVER): Promise<void> => {
    const mine = last.then(() => Promise.race([run(), closed]));
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** An outbox whose server answers from a list: what it says to each try, in order; then it takes everything. */
function aDesk(store: DeviceStore, answers: readonly (Reply | typeof NETWORK)[]) {
  const tries: string[] = [];
  const states: OutboxState[] = [];
  const refused: string[] = [];
  const later: (() => void)[] = [];
  const outbox = openOutbox({
    send: (letter) => {
      const answer = answers[tries.length] ?? TAKEN;
      tries.push(nameOf(letter));
      return answer === NETWORK ? Promise.reject(new Error("The network is gone.")) : Promise.resolve(answer);
    },
    store,
    alone: aLock(),
    later: (run) => later.push(run),
    onChange: (state) => states.push(state),
    onRefused: (letter, message) => refused.push(`${nameOf(letter)}: ${message}`),
    onSent: () => undefined,
  });
  return { outbox, tries, refused, later, last: () => states.at(-1), onDevice: () => store.count() };
}

/** Until nothing moves: every call of the store takes some turns of the loop. */
async function settle(turns = 60): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}

/** Both places where letters may be kept do the same. */
const STORES = { "on the device": aDevice, "in the page": () => Promise.resolve(memoryStore()) };

describe.each(Object.entries(STORES))("the outbox, kept %s", (_, open) => {
  test("sends in order, one at a time, and keeps nothing that was taken", async () => {
    const desk = aDesk(await open(), []);
    await desk.outbox.post(aRating("a"));
    await desk.outbox.post(aRating("b"));
    await settle();
    expect(desk.tries).toEqual(["a", "b"]);
    expect(await desk.onDevice()).toBe(0);
    expect(desk.last()).toEqual({ kind: "sent" });
  });

  test("says what is unsent when the network fails, keeps it, and tries again", async () => {
    const desk = aDesk(await open(), [NETWORK, NETWORK]);
    await desk.outbox.post(aRating("a"));
    await settle();
    await desk.outbox.post(aRating("b"));
    await settle();
    expect(desk.last()).toEqual({ kind: "waiting", unsent: 2 });
    expect(await desk.onDevice()).toBe(2);
    for (const run of desk.later) run();
    await settle();
    expect(desk.tries).toEqual(["a", "a", "a", "b"]);
    expect(desk.last()).toEqual({ kind: "sent" });
  });

  test("a full disk passes, a refusal does not: it is said, and the next letter follows", async () => {
    const full: Reply = { ok: false, code: "storage", message: "Full." };
    const gone: Reply = { ok: false, code: "not-found", message: "Gone." };
    const desk = aDesk(await open(), [full, gone]);
    await desk.outbox.post(aRating("a"));
    await settle();
    await desk.outbox.post(aRating("b"));
    expect(desk.last()).toMatchObject({ kind: "waiting" });
    desk.outbox.retry();
    await settle();
    expect(desk.tries).toEqual(["a", "a", "b"]);
    expect(desk.refused).toEqual(["a: Gone."]);
  });

  test("stops for a session that ended, loses nothing, and goes on with the next letter", async () => {
    const desk = aDesk(await open(), [{ ok: false, code: "signed-out", message: "Sign in." }]);
    await desk.outbox.post(aRating("a"));
    await settle();
    expect(desk.last()).toEqual({ kind: "stopped", unsent: 1, message: "Sign in." });
    expect(desk.later).toEqual([]);
    await desk.outbox.post(aRating("b"));
    await settle();
    expect(desk.tries).toEqual(["a", "a", "b"]);
  });

  test("a letter is taken back before it leaves, and undone once it may have arrived", async () => {
    const desk = aDesk(await open(), [NETWORK]);
    await desk.outbox.post(aRating("a"));
    await settle();
    await desk.outbox.post(aRating("b"));
    // The second try of `a` has failed or not: `b` was never tried, `a` was.
    await desk.outbox.takeBack(isRating("b"), undoOf("b"));
    await desk.outbox.takeBack(isRating("a"), undoOf("a"));
    desk.outbox.retry();
    await settle();
    expect(new Set(desk.tries)).toEqual(new Set(["a", "undo a"]));
    expect(desk.tries.at(-1)).toBe("undo a");
  });

  test("a suspension that was sent is taken back by its opposite, before what follows", async () => {
    const desk = aDesk(await open(), []);
    await desk.outbox.post({ kind: "suspend", itemId: "card:a" });
    await settle();
    void desk.outbox.takeBack(({ kind }) => kind === "suspend", { kind: "resume", itemId: "card:a" });
    void desk.outbox.post(aRating("b"));
    await settle();
    expect(desk.tries).toEqual(["suspend card:a", "resume card:a", "b"]);
  });
});

test("what an earlier visit could not send leaves when the page opens", async () => {
  const store = await aDevice();
  await store.add(aRating("old"));
  const desk = aDesk(store, []);
  desk.outbox.retry();
  await settle();
  expect(desk.tries).toEqual(["old"]);
  expect(await desk.onDevice()).toBe(0);
});

test("after a month without a network, all of it goes out in order", async () => {
  const store = await aDevice();
  const names = Array.from({ length: 500 }, (_, number) => `r${number}`);
  for (const name of names) await store.add(aRating(name));
  const desk = aDesk(store, []);
  desk.outbox.retry();
  await expect.poll(() => desk.tries.length, { timeout: 15_000 }).toBe(names.length);
  expect(desk.tries).toEqual(names);
});

/** What happens on a device with some tabs, and to the network. */
type Step =
  | { readonly kind: "post" | "close" | "open" | "wait"; readonly tab: number }
  /** `lost`: it arrives, and the answer does not. */
  | { readonly kind: "network"; readonly is: "up" | "down" | "lost" };

const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("post" as const), tab: fc.nat(2) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom("close" as const, "open" as const, "wait" as const), tab: fc.nat(2) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("network" as const), is: fc.constantFrom("up", "down", "lost") }),
  },
);

/** A device: three tabs that come and go, one store, one lock, and a server that notes what arrives. */
class Device {
  readonly arrived: string[] = [];
  readonly posted: string[] = [];
  network: "up" | "down" | "lost" = "up";
  /** The most tabs that were sending at once. */
  together = 0;
  private readonly sending = new Set<number>();
  private readonly alone = aLock();
  private readonly tabs = new Map<number, { readonly outbox: Outbox; readonly close: () => void }>();

  constructor(private readonly store: DeviceStore) {}

  private async answer(tab: number, letter: Letter): Promise<Reply> {
    this.sending.add(tab);
    this.together = Math.max(this.together, this.sending.size);
    const { network } = this;
    if (network !== "down") this.arrived.push(nameOf(letter));
    await settle(12);
    this.sending.delete(tab);
    if (network !== "up") throw new Error("The network is gone.");
    return TAKEN;
  }

  open(tab: number): Outbox {
    const known = this.tabs.get(tab);
    if (known) return known.outbox;
    let isOpen = true;
    let close = () => {};
    const closed = new Promise<void>((resolve) => {
      close = () => {
        isOpen = false;
        resolve();
      };
    });
    /** What a tab awaits never comes once it is closed, wherever in its work that was. */
    const living = async <T>(work: Promise<T>): Promise<T> => {
      const result = await work;
      return isOpen ? result : await NEVER;
    };
    const { store } = this;
    const outbox = openOutbox({
      send: (letter) => living(this.answer(tab, letter)),
      store: {
        add: (letter) => living(store.add(letter)),
        take: () => living(store.take()),
        remove: (key) => living(store.remove(key)),
        withdraw: (isMeant) => living(store.withdraw(isMeant)),
        count: () => living(store.count()),
      },
      alone: (run) => this.alone(run, closed),
      later: () => undefined,
      onChange: () => undefined,
      onRefused: () => undefined,
      onSent: () => undefined,
    });
    this.tabs.set(tab, { outbox, close });
    return outbox;
  }

  close(tab: number): void {
    this.tabs.get(tab)?.close();
    this.sending.delete(tab);
    this.tabs.delete(tab);
  }

  async post(tab: number, name: string): Promise<void> {
    await this.open(tab).post(aRating(name));
    this.posted.push(name);
  }

  /** The network is back and a page is open: what is kept leaves. */
  async end(): Promise<void> {
    this.network = "up";
    this.open(9).retry();
    await expect.poll(() => this.store.count(), { interval: 5, timeout: 5_000 }).toBe(0);
    await settle(5);
  }
}

async function happen(device: Device, step: Step, name: string): Promise<void> {
  if (step.kind === "network") device.network = step.is;
  else if (step.kind === "post") await device.post(step.tab, name);
  else if (step.kind === "close") device.close(step.tab);
  else if (step.kind === "open") device.open(step.tab).retry();
  else await settle(step.tab * 3);
}

test("each letter arrives, in the order of the device, sent by one tab at a time, whatever tabs and network do", async () => {
  const steps = fc.array(stepArbitrary, { minLength: 3, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      const device = new Device(await aDevice());
      for (const [number, step] of list.entries()) await happen(device, step, `r${number}`);
      await device.end();
      // Sent twice is harmless, for the ids are the same; what counts is the first time that each arrives.
      expect([...new Set(device.arrived)]).toEqual(device.posted);
      expect(device.together).toBeLessThanOrEqual(1);
    }),
    { numRuns: 60 },
  );
}, 60_000);
