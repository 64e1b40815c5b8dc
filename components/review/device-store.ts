import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Memory } from "@/lib/schedule";
import { isLetter, itemOf, type Letter } from "./letter";

/** A letter with its place in the row. */
export interface KeptLetter {
  readonly key: number;
  readonly letter: Letter;
}

/** What was done to an item on this device since the server's queue was read. */
export interface Noted {
  readonly itemId: string;
  /** Null: put away. */
  readonly memory: Memory | null;
  readonly at: number;
}

/**
 * What one person's reviews keep on this device. Every call is one transaction; tabs share it. In IndexedDB, for a month of letters
 * would fill half of what localStorage holds, and be written anew, as one text, at each key.
 */
export interface DeviceStore {
  /** At the end of the row. */
  readonly add: (letter: Letter) => Promise<void>;
  /** The first of the row, marked as tried; null where all is sent. */
  readonly take: () => Promise<KeptLetter | null>;
  readonly remove: (key: number) => Promise<void>;
  /** Removes a letter that was never tried; false where there is none. */
  readonly withdraw: (isMeant: (letter: Letter) => boolean) => Promise<boolean>;
  readonly count: () => Promise<number>;
  readonly note: (noted: Noted) => Promise<void>;
  readonly noted: () => Promise<readonly Noted[]>;
  /** The ids of items that letters are about. */
  readonly unsent: () => Promise<ReadonlySet<string>>;
  readonly forget: (itemIds: readonly string[]) => Promise<void>;
}

interface Row {
  readonly letter: Letter;
  /** It was sent once at least: it may have arrived, though no answer came back. */
  readonly tried: boolean;
}

interface Tables extends DBSchema {
  letters: { key: number; value: Row };
  noted: { key: string; value: Noted };
}

/** Each person has a place of their own on a shared device. */
export async function openDeviceStore(personId: string): Promise<DeviceStore> {
  const db = await openDB<Tables>(`reviews:${personId}`, 1, {
    upgrade(made) {
      made.createObjectStore("letters", { autoIncrement: true });
      made.createObjectStore("noted", { keyPath: "itemId" });
    },
  });
  return { ...letterCalls(db), ...noteCalls(db) };
}

type LetterCalls = Pick<DeviceStore, "add" | "take" | "remove" | "withdraw" | "count" | "unsent">;

function letterCalls(db: IDBPDatabase<Tables>): LetterCalls {
  return {
    add: async (letter) => {
      await db.add("letters", { letter, tried: false });
    },
    take: () => takeFirst(db),
    remove: (key) => db.delete("letters", key),
    withdraw: (isMeant) => withdraw(db, isMeant),
    count: () => db.count("letters"),
    unsent: async () => new Set((await db.getAll("letters")).map(({ letter }) => itemOf(letter))),
  };
}

function noteCalls(db: IDBPDatabase<Tables>): Omit<DeviceStore, keyof LetterCalls> {
  return {
    note: async (noted) => {
      await db.put("noted", noted);
    },
    noted: () => db.getAll("noted"),
    forget: async (itemIds) => {
      const tx = db.transaction("noted", "readwrite");
      await Promise.all([...itemIds.map((id) => tx.store.delete(id)), tx.done]);
    },
  };
}

/** What is no letter (any more) is thrown away: it would stop the row for ever. */
async function takeFirst(db: IDBPDatabase<Tables>): Promise<KeptLetter | null> {
  const tx = db.transaction("letters", "readwrite");
  let found: KeptLetter | null = null;
  for (let cursor = await tx.store.openCursor(); cursor && !found; cursor = await cursor.continue()) {
    const { letter } = cursor.value;
    if (isLetter(letter)) {
      await cursor.update({ letter, tried: true });
      found = { key: cursor.key, letter };
    } else await cursor.delete();
  }
  await tx.done;
  return found;
}

async function withdraw(db: IDBPDatabase<Tables>, isMeant: (letter: Letter) => boolean): Promise<boolean> {
  const tx = db.transaction("letters", "readwrite");
  let done = false;
  for (let cursor = await tx.store.openCursor(null, "prev"); cursor; cursor = await cursor.continue()) {
    if (!isMeant(cursor.value.letter)) continue;
    done = !cursor.value.tried;
    if (done) await cursor.delete();
    break;
  }
  await tx.done;
  return done;
}
