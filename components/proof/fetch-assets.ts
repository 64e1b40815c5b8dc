import type { Ready } from "@/lib/proof/pglite";
import type { ProofAssets, ProofFile } from "./assets";
import { ProofFault } from "./fault-of";

/** Told of bytes as they come, uncompressed: how many of how many. */
type Count = (bytes: number, of: number) => void;

const WASM = "application/wasm";

async function get(path: string): Promise<Response> {
  const response = await fetch(path).catch((error: unknown) => {
    throw new ProofFault("fetch", `${path}: ${error instanceof Error ? error.message : String(error)}`);
  });
  if (!response.ok || !response.body) throw new ProofFault("fetch", `${path}: ${response.status}`);
  return response;
}

/** The same answer, counted as it is read. */
function counted(response: Response, path: string, add: (bytes: number) => void): Response {
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      add(chunk.byteLength);
      controller.enqueue(chunk);
    },
  });
  if (!response.body) throw new ProofFault("fetch", `${path}: empty`);
  return new Response(response.body.pipeThrough(counter), { headers: response.headers });
}

async function program(path: string, add: (bytes: number) => void): Promise<WebAssembly.Module> {
  const response = await get(path);
  const type = response.headers.get("content-type") ?? "no type";
  if (!type.startsWith(WASM)) throw new ProofFault("wrong-type", `${path} came as ${type}, not as ${WASM}`);
  return WebAssembly.compileStreaming(counted(response, path, add));
}

async function blob(path: string, add: (bytes: number) => void): Promise<Blob> {
  const response = counted(await get(path), path, add);
  return response.blob().catch((error: unknown) => {
    throw new ProofFault("fetch", `${path}: ${error instanceof Error ? error.message : String(error)}`);
  });
}

function named(files: readonly ProofFile[], end: string): string {
  const file = files.find(({ name }) => name.endsWith(end));
  if (!file) throw new ProofFault("not-built", `no ${end} among the assets`);
  return file.name;
}

/** Fetches all that PostgreSQL starts from, at once. Rejects with a `ProofFault`. */
export async function fetchAssets({ version, files }: ProofAssets, count: Count): Promise<Ready> {
  const of = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let come = 0;
  const add = (more: number) => {
    come += more;
    count(come, of);
  };
  const path = (end: string) => `/proof/${version}/${named(files, end)}`;
  const [module, own, dataDirectory] = await Promise.all([
    program(path(".wasm"), add),
    blob(path(".data"), add),
    blob(path(".tar"), add),
  ]);
  return { program: module, files: own, dataDirectory };
}
