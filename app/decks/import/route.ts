import { importFile, mostBytes, startGuest } from "@/lib/server";

const refusal = (message: string, status: number) => Response.json({ ok: false, message }, { status });

/** Takes a file as the body of the request, and answers with what came of it. Whoever brings one without being anybody becomes a guest. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromHere(request)) return refusal("This was not sent from this site. Nothing was changed.", 403);
  const body = await readBody(request);
  if (!body.ok) return refusal(body.message, 413);
  const started = await startGuest();
  if (!started.ok) return refusal(started.message, 503);
  const name = new URL(request.url).searchParams.get("name") ?? "";
  const done = await importFile(started.person.id, body.bytes, name.slice(0, 200), Date.now());
  return Response.json(done, { status: done.ok || done.code === "invalid" ? 200 : 503 });
}

/** Another site could make a browser send it a file in the person's name. */
function isFromHere({ headers }: Request): boolean {
  const site = headers.get("sec-fetch-site");
  return site === null || site === "same-origin";
}

type Body = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly message: string };

/** Stops reading as soon as it is more than may be. */
async function readBody({ body }: Request): Promise<Body> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body ?? []) {
    pieces.push(piece);
    length += piece.length;
    const most = mostBytes(pieces[0] ?? piece);
    if (length > most.bytes) return { ok: false, message: most.message };
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { ok: true, bytes };
}
