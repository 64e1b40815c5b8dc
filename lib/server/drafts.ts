import { scenarioExists } from "./content";
import { database } from "./database";
import { guarded, prismaCode, type Refusal, refuse } from "./refusal";
import { isTooLong } from "./text-limit";

/** The answer sheet as it stands. Times are epoch milliseconds. */
export interface Draft {
  readonly text: string;
  /** Goes up by one with every change; name it as `basedOn` when saving. */
  readonly revision: number;
  readonly savedAt: number;
}

export interface SaveDraft {
  readonly text: string;
  /** The revision that the text was written from; null where there was none. */
  readonly basedOn: number | null;
}

type Saved = { readonly ok: true; readonly revision: number; readonly savedAt: number };
type Conflict = Refusal<"conflict"> & { readonly theirs: Draft };
type SaveRefusal = Conflict | Refusal<"too-long" | "not-found" | "storage" | "signed-out">;

/** Null where nothing was written yet. */
export async function readDraft(personId: string, slug: string): Promise<Draft | null> {
  const row = await (await database()).draft.findUnique({ where: { personId_slug: { personId, slug } } });
  return row && { text: row.text, revision: row.revision, savedAt: row.updatedAt.getTime() };
}

/**
 * Saves what was written from revision `basedOn`. Where another tab or device saved meanwhile, nothing changes and both
 * texts are there to compare; the same text sent again (an answer was lost on the way) is no conflict.
 */
export async function saveDraft(
  personId: string,
  slug: string,
  { text, basedOn }: SaveDraft,
  now: number = Date.now(),
): Promise<Saved | SaveRefusal> {
  if (isTooLong(text)) return refuse("too-long");
  if (!scenarioExists(slug)) return refuse("not-found");
  return await guarded(async () => {
    const written =
      basedOn === null ? await begin(personId, slug, text, now) : await change(personId, slug, text, basedOn, now);
    if (written) return written;
    const theirs = await readDraft(personId, slug);
    if (theirs?.text === text) return { ok: true, revision: theirs.revision, savedAt: theirs.savedAt };
    if (theirs) return { ...refuse("conflict"), theirs };
    // Based on a draft that is not there (a guest's, merged away): what one holds is the first revision again.
    return (await begin(personId, slug, text, now)) ?? refuse("storage");
  });
}

/** Null where there is a draft already. */
async function begin(personId: string, slug: string, text: string, now: number): Promise<Saved | null> {
  try {
    await (await database()).draft.create({ data: { personId, slug, text, revision: 1, updatedAt: new Date(now) } });
    return { ok: true, revision: 1, savedAt: now };
  } catch (error) {
    if (prismaCode(error) === "P2002") return null;
    throw error;
  }
}

/** Null where the draft is at another revision. */
async function change(
  personId: string,
  slug: string,
  text: string,
  basedOn: number,
  now: number,
): Promise<Saved | null> {
  const { count } = await (await database()).draft.updateMany({
    where: { personId, slug, revision: basedOn },
    data: { text, revision: basedOn + 1, updatedAt: new Date(now) },
  });
  return count === 1 ? { ok: true, revision: basedOn + 1, savedAt: now } : null;
}
