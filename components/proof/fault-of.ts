import type { Fault, FaultCode } from "./protocol";

/** Something around the proof failed, and what. */
export class ProofFault extends Error {
  constructor(
    readonly code: FaultCode,
    message: string,
  ) {
    super(message);
  }
}

/** What engines and PostgreSQL (SQLSTATE 53200) say where memory runs out. */
const MEMORY = /out of memory|\bOOM\b|could not allocate|cannot enlarge memory|allocation failed/i;

function codeOf(error: unknown, words: string): FaultCode {
  if (error instanceof ProofFault) return error.code;
  if (MEMORY.test(words)) return "memory";
  return error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError ? "start" : "crash";
}

/** What was thrown while a proof was fetched, started or run, as what a person is told. */
export function faultOf(error: unknown): Fault {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { code: codeOf(error, detail), detail };
}
