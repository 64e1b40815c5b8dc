import type { ImportReply } from "./import-contract";

const UNREACHED =
  "The server was not reached, and nothing was changed. Check your connection and choose the file again.";
const UNKNOWN = "Something failed on our side, and nothing was changed. Try it once more.";

/** Sends a file as it is. Only `XMLHttpRequest` tells how much of it is on its way. */
export function sendFile(url: string, file: File, onShare: (share: number) => void): Promise<ImportReply> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${url}?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = (event) => onShare(event.total > 0 ? event.loaded / event.total : 0);
    request.upload.onload = () => onShare(1);
    request.onload = () => resolve(readReply(request.responseText));
    request.onerror = () => resolve({ ok: false, message: UNREACHED });
    request.send(file);
  });
}

function readReply(text: string): ImportReply {
  try {
    const reply: ImportReply = JSON.parse(text);
    return typeof reply.ok === "boolean" ? reply : { ok: false, message: UNKNOWN };
  } catch {
    return { ok: false, message: UNKNOWN };
  }
}
