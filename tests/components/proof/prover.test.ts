import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ProofEvent, ProofRequest } from "@/components/proof/protocol";
import { Prover, SILENCE, type Thread } from "@/components/proof/prover";
import { findBundle } from "@/lib/scenario/load";

const scenario = findBundle("auction")?.scenario;
if (!scenario) throw new Error("no auction");
const REQUEST: ProofRequest = {
  subject: { text: "", scenario, questions: "" },
  assets: { version: "v", files: [] },
};

/** The browser's side of a worker, for a platform that has none. */
class FakeThread extends EventTarget implements Thread {
  readonly asked: unknown[] = [];
  ended = false;

  postMessage(message: unknown): void {
    this.asked.push(message);
  }

  terminate(): void {
    this.ended = true;
  }

  say(event: ProofEvent): void {
    this.dispatchEvent(new MessageEvent("message", { data: event }));
  }
}

const DONE: ProofEvent = { kind: "done", differences: [], milliseconds: 1 };

function begun() {
  const threads: FakeThread[] = [];
  const heard: ProofEvent[] = [];
  const prover = new Prover(() => {
    const thread = new FakeThread();
    threads.push(thread);
    return thread;
  });
  const prove = () => prover.prove(REQUEST, (event) => heard.push(event));
  prove();
  const faults = () => heard.flatMap((event) => (event.kind === "failed" ? [event.fault.code] : []));
  return { threads, heard, faults, prover, prove };
}

describe("a worker for proofs", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("it stays from run to run", () => {
    const { threads, prove } = begun();
    threads[0]?.say(DONE);
    prove();
    expect(threads.length).toBe(1);
    expect(threads[0]?.asked).toEqual([REQUEST, REQUEST]);
  });

  test("it is ended when nothing is heard of it, and the next run has another", () => {
    const { threads, faults, prove } = begun();
    vi.advanceTimersByTime((SILENCE - 1) * 1000);
    threads[0]?.say({ kind: "starting" });
    vi.advanceTimersByTime((SILENCE - 1) * 1000);
    expect(faults()).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(faults()).toEqual(["silence"]);
    expect(threads[0]?.ended).toBe(true);
    prove();
    expect(threads.length).toBe(2);
  });

  test("silence after the end is no fault", () => {
    const { threads, faults } = begun();
    threads[0]?.say(DONE);
    vi.advanceTimersByTime(SILENCE * 10_000);
    expect(faults()).toEqual([]);
    expect(threads[0]?.ended).toBe(false);
  });

  test("one that never said a word was blocked; one that did broke off", () => {
    const [blocked, broken] = [begun(), begun()];
    blocked.threads[0]?.dispatchEvent(new Event("error", { cancelable: true }));
    expect(blocked.faults()).toEqual(["worker-blocked"]);
    broken.threads[0]?.say({ kind: "alive" });
    broken.threads[0]?.dispatchEvent(new Event("error", { cancelable: true }));
    expect(broken.faults()).toEqual(["crash"]);
  });

  test("a run that begins over another ends it, and what it still says is not heard", () => {
    const { threads, heard, prove } = begun();
    prove();
    expect(threads.map(({ ended }) => ended)).toEqual([true, false]);
    threads[0]?.say(DONE);
    expect(heard).toEqual([]);
  });

  test("a fault is told once, and what it came from is ended", () => {
    const { threads, faults } = begun();
    const failed: ProofEvent = { kind: "failed", fault: { code: "memory", detail: "" } };
    threads[0]?.say(failed);
    threads[0]?.say(failed);
    expect(faults()).toEqual(["memory"]);
    expect(threads[0]?.ended).toBe(true);
  });
});
