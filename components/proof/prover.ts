import type { FaultCode, ProofEvent, ProofRequest } from "./protocol";

/** Seconds without a word from the worker after which it is ended: PostgreSQL can hang, and only ending its thread stops it. */
export const SILENCE = 30;

/** What is used of a worker. */
export type Thread = Pick<Worker, "addEventListener" | "postMessage" | "terminate">;

type Tell = (event: ProofEvent) => void;

/** Runs one proof at a time in a worker, which stays for the next one; ends it where it fails, falls silent or is stopped. */
export class Prover {
  private worker: Thread | null = null;
  private isAlive = false;
  private watch: ReturnType<typeof setInterval> | null = null;
  private silent = 0;
  private tell: Tell = () => undefined;

  constructor(private readonly make: () => Thread) {}

  private begin(): Thread {
    const worker = this.make();
    this.isAlive = false;
    /** One that was ended may have said something before; it is not heard any more. */
    const heard =
      <E extends Event>(hear: (event: E) => void) =>
      (event: E) => {
        if (this.worker === worker) hear(event);
      };
    worker.addEventListener(
      "message",
      heard(({ data }: MessageEvent<ProofEvent>) => this.hear(data)),
    );
    worker.addEventListener(
      "error",
      heard((event: ErrorEvent) => {
        event.preventDefault();
        this.fail(this.isAlive ? "crash" : "worker-blocked", event.message ?? "");
      }),
    );
    worker.addEventListener(
      "messageerror",
      heard(() => this.fail("crash", "a message could not be read")),
    );
    return worker;
  }

  private hear(event: ProofEvent): void {
    this.silent = 0;
    this.isAlive = true;
    if (event.kind === "failed") this.stop();
    if (event.kind === "done" || event.kind === "no-plan") this.rest();
    this.tell(event);
  }

  private fail(code: FaultCode, detail: string): void {
    this.stop();
    this.tell({ kind: "failed", fault: { code, detail } });
  }

  /** Counts seconds that really passed here: a machine that slept is not silent. */
  private listen(): void {
    this.rest();
    this.silent = 0;
    this.watch = setInterval(() => {
      this.silent += 1;
      if (this.silent >= SILENCE) this.fail("silence", `no word for ${SILENCE} seconds`);
    }, 1000);
  }

  private rest(): void {
    if (this.watch !== null) clearInterval(this.watch);
    this.watch = null;
  }

  /** Begins a proof; what was under way is ended. */
  prove(request: ProofRequest, tell: Tell): void {
    if (this.watch !== null) this.stop();
    this.tell = tell;
    if (typeof WebAssembly === "undefined") this.fail("no-webassembly", "WebAssembly is not there");
    else this.send(request);
  }

  private send(request: ProofRequest): void {
    try {
      this.worker ??= this.begin();
      this.worker.postMessage(request);
      this.listen();
    } catch (error) {
      this.fail(typeof Worker === "undefined" ? "no-worker" : "worker-blocked", String(error));
    }
  }

  /** Ends the worker, whatever it is at; the next proof starts another. */
  stop(): void {
    this.rest();
    this.worker?.terminate();
    this.worker = null;
  }
}
