import { isTooLong, type KeptDraft, type SaveRequest, type SaveResult } from "./desk-contract";
import type { DraftKeeper, DraftState, DraftStatus } from "./draft-state";
import { type Aside, type LocalCopies, openWith } from "./local-copy";

interface Doors {
  readonly slug: string;
  readonly person: string | null;
  readonly kept: KeptDraft | null;
  /** The sheet that one begins with. */
  readonly blank: string;
  readonly copies: LocalCopies;
  readonly save: (request: SaveRequest) => Promise<SaveResult>;
  readonly isOnline: () => boolean;
  /** Milliseconds without a key before a save. */
  readonly pause?: number;
}

/** Milliseconds until the next try, by the number of tries that failed. */
const RETRIES = [2_000, 5_000, 15_000, 30_000] as const;
/** States that wait for the person, not for time. */
const HELD: readonly DraftStatus[] = ["conflict", "signed-out", "other-person"];

/**
 * Keeps one sheet: on this device at each change, elsewhere shortly after, one save at a time.
 * A text that is replaced is put aside, never dropped.
 */
export function draftKeeper(doors: Doors): DraftKeeper {
  const { slug, copies, pause = 600 } = doors;
  const listeners = new Set<() => void>();
  let state: DraftState = {
    text: doors.kept?.text ?? doors.blank,
    status: doors.kept ? "saved" : "idle",
    person: doors.person,
    theirs: null,
    aside: null,
    stray: null,
    keptHere: true,
  };
  let revision = doors.kept?.revision ?? null;
  let unsaved = false;
  let sent: string | null = null;
  let busy = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tell(change: Partial<DraftState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  function keepHere(): boolean {
    return copies.write(state.person, { text: state.text, basedOn: revision, unsaved });
  }

  function later(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), milliseconds);
  }

  function became(person: string): void {
    if (person === state.person) return;
    copies.move(state.person, person);
    tell({ person });
    keepHere();
  }

  /** What a change makes of the status: trouble stays until a save has mended it. */
  function statusOfEdit(text: string): DraftStatus {
    if (HELD.includes(state.status)) return state.status;
    if (isTooLong(text)) return "too-long";
    return state.status === "offline" || state.status === "failed" ? state.status : "waiting";
  }

  function edit(text: string): void {
    if (text === state.text) return;
    unsaved = true;
    state = { ...state, text };
    tell({ keptHere: keepHere(), status: statusOfEdit(text) });
    // What waits for the person, or is too long, is not sent: `flush` sees to that.
    later(pause);
  }

  function putAside(aside: Aside | null): void {
    copies.writeAside(state.person, aside);
    tell({ aside });
  }

  function replace(text: string, from: Aside["from"]): void {
    if (text === state.text) return;
    putAside({ text: state.text, from });
    edit(text);
  }

  function failed(status: "offline" | "failed"): void {
    tell({ status });
    later(RETRIES[Math.min(failures, RETRIES.length - 1)] ?? 30_000);
    failures += 1;
  }

  function wasSaved(at: number): void {
    revision = at;
    failures = 0;
    unsaved = state.text !== sent;
    keepHere();
    tell({ status: unsaved ? "waiting" : "saved" });
    if (unsaved) later(pause);
  }

  function clashed(theirs: KeptDraft, before: string | null): void {
    // An answer that was lost on its way: what is kept there is what was sent from here.
    const mine = theirs.text === state.text || theirs.text === before;
    if (!mine) tell({ status: "conflict", theirs });
    else {
      sent = theirs.text;
      wasSaved(theirs.revision);
    }
  }

  function settle(result: SaveResult, before: string | null): void {
    if ("person" in result) became(result.person);
    if (result.ok) wasSaved(result.revision);
    else if (result.code === "conflict") clashed(result.theirs, before);
    else if (result.code === "signed-out" || result.code === "other-person" || result.code === "too-long")
      tell({ status: result.code });
    else failed("failed");
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    if (busy || !unsaved || HELD.includes(state.status) || isTooLong(state.text)) return;
    const before = sent;
    sent = state.text;
    busy = true;
    tell({ status: "saving" });
    try {
      const result = await doors.save({ slug, text: sent, basedOn: revision, person: state.person });
      busy = false;
      settle(result, before);
    } catch {
      busy = false;
      failed(doors.isOnline() ? "failed" : "offline");
    }
  }

  function restore(): void {
    const opening = openWith(doors.kept, copies.read(state.person));
    tell({ aside: copies.readAside(state.person) });
    if (opening.kind === "kept") {
      if (!doors.kept) tell({ stray: copies.stray(state.person)?.text ?? null });
      return;
    }
    const { text, basedOn } = opening.copy;
    revision = basedOn;
    unsaved = opening.copy.unsaved;
    if (opening.kind === "both") tell({ text, status: "conflict", theirs: opening.theirs });
    else tell({ text, status: unsaved ? statusOfEdit(text) : "saved" });
    later(0);
  }

  function choose(which: "mine" | "theirs"): void {
    const { theirs, text: mine } = state;
    if (!theirs) return;
    revision = theirs.revision;
    unsaved = which === "mine";
    putAside(unsaved ? { text: theirs.text, from: "other-device" } : { text: mine, from: "this-device" });
    tell({ theirs: null, text: unsaved ? mine : theirs.text, status: unsaved ? "waiting" : "saved" });
    keepHere();
    later(0);
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => state,
    restore,
    edit,
    replace,
    flush,
    choose,
    swapAside: () => {
      if (state.aside) replace(state.aside.text, state.aside.from === "this-device" ? "other-device" : "this-device");
    },
    dropAside: () => putAside(null),
    takeStray: () => {
      const text = state.stray;
      if (text === null) return;
      tell({ stray: null });
      if (state.text === doors.blank) edit(text);
      else replace(text, "earlier-session");
    },
    leaveStray: () => tell({ stray: null }),
    became,
    stop: () => clearTimeout(timer),
  };
}
