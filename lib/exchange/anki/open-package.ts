import { GivenDatabase, type Sqlite } from "../archive/sqlite";
import { readZip, unpack, type ZipEntry } from "../archive/zip";
import { unpackZstd } from "../archive/zstd";
import { LIMITS, type Limits, megabytes, thousands } from "../limits";
import { FileRefused } from "../refusal";
import type { Steps } from "../steps";

/** The newest format first: a newer package holds an old collection too, with one card that says to update Anki. */
const COLLECTIONS = ["collection.anki21b", "collection.anki21", "collection.anki2"] as const;
const PACKED = "collection.anki21b";

/**
 * Opens the database of an Anki package. Who asked closes it.
 * @throws FileRefused where the file is larger than may be, damaged, or none of Anki's.
 */
export function* openPackage(sqlite: Sqlite, bytes: Uint8Array, limits: Limits = LIMITS): Steps<GivenDatabase> {
  if (bytes.length > limits.bytes) {
    throw new FileRefused(
      "too-large",
      `This package is larger than ${megabytes(limits.bytes)}. Export it without pictures and sounds, or fewer decks at once.`,
    );
  }
  const entries = readZip(bytes);
  const entry = COLLECTIONS.map((name) => entries.get(name)).find((found) => found !== undefined);
  if (entry === undefined) {
    throw new FileRefused(
      "not-a-package",
      "This archive holds no collection of Anki. Choose a file that Anki exported, with the ending .apkg or .colpkg.",
    );
  }
  const database = new GivenDatabase(sqlite, entry.name, yield* contentOf(entry, limits));
  try {
    checkSize(database, limits);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function* contentOf(entry: ZipEntry, limits: Limits): Steps<Uint8Array> {
  const content = yield* unpack(entry, limits.unpacked);
  return entry.name === PACKED ? yield* unpackZstd(entry.name, content, limits.unpacked) : content;
}

function checkSize(database: GivenDatabase, { cards, reviews }: Limits): void {
  const missing = ["col", "notes", "cards", "revlog"].find((table) => !database.has(table));
  if (missing !== undefined) {
    throw new FileRefused("not-a-package", `This is a database, but not one of Anki's: it has no table “${missing}”.`);
  }
  const many = [
    { what: "cards", most: cards, count: Math.max(database.count("cards"), database.count("notes")) },
    { what: "reviews", most: reviews, count: database.count("revlog") },
  ].find(({ most, count }) => count > most);
  if (many === undefined) return;
  throw new FileRefused(
    "too-many",
    `This package holds ${thousands(many.count)} ${many.what}; ${thousands(many.most)} can be taken at once. Export one deck after the other.`,
  );
}
