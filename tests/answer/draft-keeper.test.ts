import { expect, test } from "vitest";
import type { KeptDraft, SaveRequest, SaveResult } from "@/components/answer/desk-contract";
import { deviceStore } from "@/components/answer/device-store";
import { draftKeeper } from "@/components/answer/draft-keeper";
import { localCopies } from "@/components/answer/local-copy";

const SLUG = "auction";
const BLANK = "---\nscenario: auction\n---\n";

/** A browser's storage in memory. */
function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (i) => [...kept.keys()][i] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  };
}

/** One person's draft as a server keeps it: a save counts only from the revision that is there. */
function shelf(first: KeptDraft | null = null) {
  const world = { draft: first, person: "ada", down: false, loseAnswer: false, ended: false, saves: 0 };
  const save = (request: SaveRequest): Promise<SaveResult> => {
    if (world.down) return Promise.reject(new TypeError("Failed to fetch"));
    if (world.ended) return Promise.resolve({ ok: false, code: "signed-out" });
    const there = world.draft;
    if ((there?.revision ?? null) !== request.basedOn && there?.text !== request.text && there) {
      return Promise.resolve({ ok: false, code: "conflict", theirs: there, person: world.person });
    }
    world.saves += 1;
    world.draft = { text: request.text, revision: (there?.revision ?? 0) + 1, savedAt: world.saves };
    if (world.loseAnswer) return Promise.reject(new TypeError("Failed to fetch"));
    return Promise.resolve({ ok: true, ...world.draft, person: world.person });
  };
  return { world, save };
}

function open(device: Storage, server: ReturnType<typeof shelf>, person: string | null = "ada") {
  const copies = localCopies(
    deviceStore(() => device),
    SLUG,
  );
  const kept = person === null ? null : server.world.draft;
  const isOnline = () => !server.world.down;
  const keeper = draftKeeper({
    slug: SLUG,
    person,
    kept,
    blank: BLANK,
    copies,
    save: server.save,
    isOnline,
    pause: 1e6,
  });
  keeper.restore();
  return keeper;
}

test("a change is kept on the device at once and on the server after a flush", async () => {
  const device = storage();
  const server = shelf();
  const keeper = open(device, server);
  keeper.edit("a");
  expect(JSON.parse(device.getItem("cardinality:draft:auction:ada") ?? "")).toMatchObject({ text: "a", unsaved: true });
  expect(keeper.read().status).toBe("waiting");
  await keeper.flush();
  expect(server.world.draft).toMatchObject({ text: "a", revision: 1 });
  expect(keeper.read().status).toBe("saved");
  keeper.stop();
});

test("nothing is sent where nothing was written", async () => {
  const server = shelf();
  const keeper = open(storage(), server);
  await keeper.flush();
  expect(server.world.saves).toBe(0);
  expect(keeper.read()).toMatchObject({ status: "idle", text: BLANK });
});

test("what is typed while a save is on its way is saved next", async () => {
  const server = shelf();
  const keeper = open(storage(), server);
  keeper.edit("a");
  const first = keeper.flush();
  keeper.edit("ab");
  await first;
  expect(keeper.read().status).toBe("waiting");
  await keeper.flush();
  expect(server.world.draft).toMatchObject({ text: "ab", revision: 2 });
  keeper.stop();
});

test("a crash before the save loses nothing", async () => {
  const device = storage();
  const server = shelf({ text: "old", revision: 3, savedAt: 1 });
  const before = open(device, server);
  before.edit("new");
  before.stop();
  const after = open(device, server);
  expect(after.read()).toMatchObject({ text: "new", status: "waiting" });
  await after.flush();
  expect(server.world.draft).toMatchObject({ text: "new", revision: 4 });
});

test("offline is said, and the text goes up when the connection is back", async () => {
  const server = shelf();
  const keeper = open(storage(), server);
  server.world.down = true;
  keeper.edit("a");
  await keeper.flush();
  expect(keeper.read()).toMatchObject({ status: "offline", text: "a", keptHere: true });
  server.world.down = false;
  await keeper.flush();
  expect(keeper.read().status).toBe("saved");
  keeper.stop();
});

test("a save whose answer was lost is not taken for another device's", async () => {
  const server = shelf();
  const keeper = open(storage(), server);
  server.world.loseAnswer = true;
  keeper.edit("a");
  await keeper.flush();
  server.world.loseAnswer = false;
  keeper.edit("ab");
  await keeper.flush();
  expect(keeper.read().theirs).toBeNull();
  await keeper.flush();
  expect(server.world.draft?.text).toBe("ab");
  keeper.stop();
});

for (const [which, goesOn, aside] of [
  ["mine", "mine", "theirs"],
  ["theirs", "theirs", "mine"],
] as const) {
  test(`a conflict: ${which} is chosen, the other is put aside and can be had back`, async () => {
    const server = shelf({ text: "start", revision: 1, savedAt: 1 });
    const keeper = open(storage(), server);
    keeper.edit("mine");
    server.world.draft = { text: "theirs", revision: 2, savedAt: 2 };
    await keeper.flush();
    expect(keeper.read()).toMatchObject({ status: "conflict", text: "mine", theirs: { text: "theirs" } });
    await keeper.flush();
    expect(server.world.draft.text).toBe("theirs");
    keeper.choose(which);
    await keeper.flush();
    expect(server.world.draft.text).toBe(goesOn);
    expect(keeper.read()).toMatchObject({ text: goesOn, theirs: null, aside: { text: aside } });
    keeper.swapAside();
    await keeper.flush();
    expect(server.world.draft.text).toBe(aside);
    expect(keeper.read().aside?.text).toBe(goesOn);
    keeper.stop();
  });
}

test("both moved on while the page was closed: the person chooses", () => {
  const device = storage();
  const server = shelf({ text: "start", revision: 1, savedAt: 1 });
  const before = open(device, server);
  before.edit("here");
  before.stop();
  server.world.draft = { text: "there", revision: 2, savedAt: 2 };
  expect(open(device, server).read()).toMatchObject({ status: "conflict", text: "here", theirs: { text: "there" } });
});

test("a session that ended keeps the text here and sends nothing more", async () => {
  const device = storage();
  const server = shelf({ text: "start", revision: 1, savedAt: 1 });
  const keeper = open(device, server);
  server.world.ended = true;
  keeper.edit("written later");
  await keeper.flush();
  expect(keeper.read()).toMatchObject({ status: "signed-out", text: "written later" });
  keeper.edit("and more");
  expect(keeper.read().status).toBe("signed-out");
  server.world.ended = false;
  expect(open(device, server).read().text).toBe("and more");
});

test("a visitor's text becomes the guest's", async () => {
  const device = storage();
  const server = shelf();
  const keeper = open(device, server, null);
  keeper.edit("a");
  await keeper.flush();
  expect(keeper.read().person).toBe("ada");
  expect(device.getItem("cardinality:draft:auction:new")).toBeNull();
  expect(JSON.parse(device.getItem("cardinality:draft:auction:ada") ?? "")).toMatchObject({
    text: "a",
    unsaved: false,
  });
});

test("unsaved text of another session is offered, not shown, and never dropped", () => {
  const device = storage();
  const server = shelf();
  server.world.down = true;
  open(device, server).edit("unsaved");
  const keeper = open(device, server, null);
  expect(keeper.read()).toMatchObject({ text: BLANK, stray: "unsaved" });
  keeper.takeStray();
  expect(keeper.read()).toMatchObject({ text: "unsaved", stray: null });
  expect(JSON.parse(device.getItem("cardinality:draft:auction:ada") ?? "").text).toBe("unsaved");
  keeper.stop();
});

test("more than 64 kB stays on the device until it is shorter", async () => {
  const device = storage();
  const server = shelf();
  const keeper = open(device, server);
  keeper.edit("é".repeat(33_000));
  await keeper.flush();
  expect(keeper.read().status).toBe("too-long");
  expect(server.world.saves).toBe(0);
  expect(open(device, server).read().text).toHaveLength(33_000);
  keeper.edit("short");
  await keeper.flush();
  expect(server.world.draft?.text).toBe("short");
});

test("where the browser keeps nothing, that is known", () => {
  const forbidden: Storage = {
    ...storage(),
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  const keeper = open(forbidden, shelf());
  keeper.edit("a");
  expect(keeper.read()).toMatchObject({ text: "a", keptHere: false });
  keeper.stop();
});
