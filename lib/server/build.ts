import { readFileSync } from "node:fs";
import { join } from "node:path";

let known: string | null | undefined;

/** Which build serves: another one after each change of the sources. Null where there is none (`npm run dev`). */
export function buildId(): string | null {
  if (known === undefined) known = readBuildId();
  return known;
}

function readBuildId(): string | null {
  if (process.env.NODE_ENV !== "production") return null;
  try {
    return readFileSync(join(process.cwd(), process.env.NEXT_DIST_DIR ?? ".next", "BUILD_ID"), "utf8").trim();
  } catch {
    return null;
  }
}
