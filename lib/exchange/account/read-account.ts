import { decodeText } from "../csv/text-file";
import { LIMITS, megabytes } from "../limits";
import { FileRefused } from "../refusal";
import { type Account, accountSchema } from "./account";

/** True where a file looks like what `exportJson` makes. */
export function isJson(bytes: Uint8Array): boolean {
  // A byte order mark may stand before it.
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return bytes[start] === 0x7b;
}

/** Reads the file that holds everything of a person. @throws FileRefused */
export function readAccount(bytes: Uint8Array, most = LIMITS.bytes * 4): Account {
  if (bytes.length > most) {
    throw new FileRefused("too-large", `This file is larger than ${megabytes(most)}, and no export of ours is.`);
  }
  const parsed = accountSchema.safeParse(parse(decodeText(bytes)));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join(" → ") ?? "";
  if (place === "cardinality" || place === "") {
    throw new FileRefused(
      "unknown-kind",
      "This JSON is no export of Cardinality that this version knows. Choose the file that “Everything (JSON)” made.",
    );
  }
  throw new FileRefused(
    "damaged",
    `Something in this file is not as it was exported, at “${place}”. Nothing was taken; export it again.`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FileRefused("damaged", "This JSON is not whole. The download may have stopped; export it again.");
  }
}
