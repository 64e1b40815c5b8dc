import type { DeviceStore } from "./device-store";
import type { Letter, Reply } from "./letter";

/** `sending`: all is well. `waiting`: the last try failed, another follows. `stopped`: a person must act first. */
export type OutboxState =
  | { readonly kind: "sent" | "sending" }
  | { readonly kind: "waiting"; readonly unsent: number }
  | { readonly kind: "stopped"; readonly unsent: number; readonly message: string };

export type OutboxStore = Pick<DeviceStore, "add" | "take" | "remove" | "withdraw" | "count">;

export interface OutboxParts {
  readonly send: (letter: Letter) => Promise<Reply>;
  /** What is unsent, kept on this device for all its tabs: a closed page loses nothing. */
  readonly store: OutboxStore;
  /** Runs it while no other tab of this person on this device does. */
  readonly alone: (run: () => Promise<void>) => Promise<void>;
  readonly later: (run: () => void, milliseconds: number) => void;
  readonly onChange: (state: OutboxState) => void;
  /** The server will never take this one; it is dropped, and said. */
  readonly onRefused: (letter: Letter, message: string) => void;
  readonly onSent: (letter: Letter, reply: Reply & { ok: true }) => void;
}

/** Refusals that pass: the same letter may be taken later. */
const PASSING = new Set(["storage", "throttled"]);
const FIRST_WAIT = 1_000;
/** After a month without a network it is still asked for twice a minute: a failed try costs nothing. */
const LONGEST_WAIT = 30_000;

export interface Outbox {
  readonly post: (letter: Letter) => Promise<void>;
  /** Takes a letter back before it leaves; where it may have arrived, what undoes it is posted instead. */
  readonly takeBack: (isMeant: (letter: Letter) => boolean, undoing: Letter) => Promise<void>;
  /** Tries now what failed before (the page opened, the network is back, a button was pressed). */
  readonly retry: () => void;
}

/** What ended a run through the row. */
type End = "empty" | "failed" | { readonly stopped: string };

/**
 * Sends letters one at a time, in the order in which they were posted on this device, each until it is taken. The ids in them
 * make sending twice harmless. Only one tab sends at a time, so that none overtakes another.
 */
export function openOutbox(parts: OutboxParts): Outbox {
  const { store } = parts;
  /** What the device could not keep: sent after the rest, while the page lives. */
  const loose: Letter[] = [];
  /** Posting and taking back happen one after the other, in the order of the calls. */
  let turn: Promise<void> = Promise.resolve();
  let running = false;
  let again = false;
  let end: End = "empty";
  let wait = FIRST_WAIT;
  /** Counts the planned tries, so that an older plan does nothing once a newer one exists. */
  let plan = 0;

  async function report(): Promise<void> {
    const unsent = loose.length + (await store.count().catch(() => 0));
    if (unsent === 0) parts.onChange({ kind: "sent" });
    else if (end === "failed") parts.onChange({ kind: "waiting", unsent });
    else if (end === "empty") parts.onChange({ kind: "sending" });
    else parts.onChange({ kind: "stopped", unsent, message: end.stopped });
  }

  async function next(): Promise<{ readonly letter: Letter; readonly remove: () => Promise<void> } | null> {
    const kept = await store.take().catch(() => null);
    if (kept) return { letter: kept.letter, remove: () => store.remove(kept.key) };
    const [letter] = loose;
    return letter ? { letter, remove: () => Promise.resolve(void loose.shift()) } : null;
  }

  async function sendAll(): Promise<End> {
    for (let found = await next(); found; found = await next()) {
      const { letter, remove } = found;
      const reply = await parts.send(letter).catch(() => null);
      const refusal = refusalOf(reply);
      if (refusal !== null) return refusal;
      // A letter that cannot be removed would be taken again at once, and for ever.
      if (!(await succeeds(remove()))) return "failed";
      wait = FIRST_WAIT;
      end = "empty";
      if (reply?.ok) parts.onSent(letter, reply);
      else if (reply) parts.onRefused(letter, reply.message);
      await report();
    }
    return "empty";
  }

  function planNext(): void {
    plan += 1;
    const mine = plan;
    parts.later(() => mine === plan && void run(), wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }

  async function run(): Promise<void> {
    again = true;
    if (running) return;
    running = true;
    plan += 1;
    while (again) {
      again = false;
      await parts.alone(async () => {
        end = await sendAll();
      });
      if (end !== "empty") again = false;
    }
    running = false;
    await report();
    if (end === "failed") planNext();
  }

  function inTurn(act: () => Promise<void>): Promise<void> {
    turn = turn.then(act);
    return turn;
  }

  async function keep(letter: Letter): Promise<void> {
    await store.add(letter).catch(() => void loose.push(letter));
    await report();
    void run();
  }

  return {
    post: (letter) => inTurn(() => keep(letter)),
    takeBack: (isMeant, undoing) =>
      inTurn(async () => {
        const withdrawn = await store.withdraw(isMeant).catch(() => false);
        await (withdrawn ? report() : keep(undoing));
      }),
    retry() {
      wait = FIRST_WAIT;
      void run();
    },
  };
}

/** Why the letter stays where it is; null where the server has decided about it. */
function refusalOf(reply: Reply | null): Exclude<End, "empty"> | null {
  if (reply === null) return "failed";
  if (reply.ok) return null;
  if (reply.code === "signed-out") return { stopped: reply.message };
  return PASSING.has(reply.code) ? "failed" : null;
}

function succeeds(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
