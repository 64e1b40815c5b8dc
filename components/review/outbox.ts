import type { RatingToSend, Reply } from "./item";

/** What waits to be sent, in order: a rating, or the undoing of one. */
export type Letter =
  | { readonly kind: "rate"; readonly rating: RatingToSend }
  | { readonly kind: "undo"; readonly reviewId: string };

/** `sending`: all is well. `waiting`: the last try failed, another follows. `stopped`: a person must act first. */
export type OutboxState =
  | { readonly kind: "sent" | "sending" }
  | { readonly kind: "waiting"; readonly unsent: number }
  | { readonly kind: "stopped"; readonly unsent: number; readonly message: string };

export interface OutboxParts {
  readonly send: (letter: Letter) => Promise<Reply>;
  /** Keeps what is unsent on this device, so that a closed page loses nothing. */
  readonly keep: (letters: readonly Letter[]) => void;
  readonly later: (run: () => void, milliseconds: number) => void;
  readonly onChange: (state: OutboxState) => void;
  /** The server will never take this one; it is dropped, and said. */
  readonly onRefused: (letter: Letter, message: string) => void;
  readonly onSent?: (letter: Letter, reply: Reply & { ok: true }) => void;
}

/** Refusals that pass: the same letter may be taken later. */
const PASSING = new Set(["storage", "throttled"]);
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

export interface Outbox {
  readonly post: (letter: Letter) => void;
  /** Takes a rating back before it leaves; false where it may have arrived: then its undoing must be posted. */
  readonly withdraw: (reviewId: string) => boolean;
  /** Tries now what failed before (the network is back, a button was pressed). */
  readonly retry: () => void;
}

/** Sends letters one at a time, in order, each until it is taken; the ids in them make sending twice harmless. */
export function openOutbox(parts: OutboxParts, kept: readonly Letter[] = []): Outbox {
  let letters = [...kept];
  let busy = false;
  let wait = FIRST_WAIT;
  /** The last try failed: what is posted meanwhile waits too, and the note about it stays. */
  let failing = false;
  /** The first letter was tried: it may have arrived, though no answer came back. */
  let tried = false;
  /** Counts the planned tries, so that an older plan does nothing once a newer one exists. */
  let plan = 0;

  function changed(next: OutboxState): void {
    parts.keep(letters);
    parts.onChange(next);
  }

  function report(): void {
    const unsent = letters.length;
    changed(unsent === 0 ? { kind: "sent" } : failing ? { kind: "waiting", unsent } : { kind: "sending" });
  }

  function failed(): void {
    failing = true;
    report();
    plan += 1;
    const mine = plan;
    parts.later(() => mine === plan && void work(), wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }

  function done(letter: Letter): void {
    letters = letters.filter((other) => other !== letter);
    wait = FIRST_WAIT;
    failing = false;
    tried = false;
    report();
  }

  /** True where the next letter may follow. */
  async function sendOne(letter: Letter): Promise<boolean> {
    tried = true;
    const reply = await parts.send(letter).catch(() => null);
    if (reply === null || (!reply.ok && PASSING.has(reply.code))) {
      failed();
      return false;
    }
    if (!reply.ok && reply.code === "signed-out") {
      changed({ kind: "stopped", unsent: letters.length, message: reply.message });
      return false;
    }
    done(letter);
    if (reply.ok) parts.onSent?.(letter, reply);
    else parts.onRefused(letter, reply.message);
    return true;
  }

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    plan += 1;
    for (let letter = letters[0]; letter !== undefined; letter = letters[0]) {
      if (!(await sendOne(letter))) break;
    }
    busy = false;
  }

  if (letters.length > 0) void work();
  return {
    post(letter) {
      letters = [...letters, letter];
      report();
      void work();
    },
    withdraw(reviewId) {
      const at = letters.findIndex((letter) => letter.kind === "rate" && letter.rating.id === reviewId);
      if (at === -1 || (tried && at === 0)) return false;
      letters = letters.filter((_, index) => index !== at);
      report();
      return true;
    },
    retry() {
      wait = FIRST_WAIT;
      void work();
    },
  };
}
