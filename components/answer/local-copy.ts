import type { KeptDraft } from "./desk-contract";
import type { DeviceStore } from "./device-store";

/** The sheet as this device last had it: written at each change, so that a crash costs nothing. */
export interface LocalCopy {
  readonly text: string;
  /** The kept revision that the text began from; null: none. */
  readonly basedOn: number | null;
  /** True until the text is known to be kept elsewhere. */
  readonly unsaved: boolean;
}

/** A text that was put aside in favour of another; nothing is thrown away unasked. */
export interface Aside {
  readonly text: string;
  readonly from: "this-device" | "other-device" | "earlier-session" | "before-paste";
}

const NOBODY = "new";

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function readCopy(value: unknown): LocalCopy | null {
  if (!isRecord(value) || typeof value.text !== "string") return null;
  const basedOn = typeof value.basedOn === "number" ? value.basedOn : null;
  return { text: value.text, basedOn, unsaved: value.unsaved === true };
}

function readAside(value: unknown): Aside | null {
  if (!isRecord(value) || typeof value.text !== "string") return null;
  const from = value.from;
  const known =
    from === "this-device" || from === "other-device" || from === "earlier-session" || from === "before-paste";
  return { text: value.text, from: known ? from : "this-device" };
}

/** The copies of one scenario's sheet, a person apart from the next. */
export interface LocalCopies {
  readonly read: (person: string | null) => LocalCopy | null;
  readonly write: (person: string | null, copy: LocalCopy) => boolean;
  /** The copy of somebody without a session becomes theirs once they have one. */
  readonly move: (from: string | null, to: string) => void;
  /** An unsaved copy of a session that is over, or of a visitor before they had one. */
  readonly stray: (person: string | null) => LocalCopy | null;
  readonly readAside: (person: string | null) => Aside | null;
  readonly writeAside: (person: string | null, aside: Aside | null) => void;
}

export function localCopies(store: DeviceStore, slug: string): LocalCopies {
  const draftKey = (person: string | null) => `draft:${slug}:${person ?? NOBODY}`;
  const asideKey = (person: string | null) => `aside:${slug}:${person ?? NOBODY}`;
  const othersKeys = (person: string | null) =>
    store.keys().filter((key) => key.startsWith(`draft:${slug}:`) && key !== draftKey(person));
  return {
    read: (person) => readCopy(store.read(draftKey(person))),
    write: (person, copy) => store.write(draftKey(person), copy),
    move: (from, to) => {
      if (from === to) return;
      const aside = store.read(asideKey(from));
      if (aside) store.write(asideKey(to), aside);
      store.remove(draftKey(from));
      store.remove(asideKey(from));
    },
    stray: (person) => {
      const copies = othersKeys(person).map((key) => readCopy(store.read(key)));
      return copies.find((copy) => copy?.unsaved) ?? null;
    },
    readAside: (person) => readAside(store.read(asideKey(person))),
    writeAside: (person, aside) => {
      if (aside) store.write(asideKey(person), aside);
      else store.remove(asideKey(person));
    },
  };
}

/** What to open: the kept draft, this device's newer text, or both where each has moved on without the other. */
export type Opening =
  | { readonly kind: "kept" }
  | { readonly kind: "local"; readonly copy: LocalCopy }
  | { readonly kind: "both"; readonly copy: LocalCopy; readonly theirs: KeptDraft };

export function openWith(kept: KeptDraft | null, copy: LocalCopy | null): Opening {
  if (!copy || copy.text === kept?.text) return { kind: "kept" };
  if (!kept) return { kind: "local", copy: { ...copy, basedOn: null, unsaved: true } };
  // A page that the browser took from its own history may be older than what was saved from here.
  if (!copy.unsaved) return (copy.basedOn ?? 0) > kept.revision ? { kind: "local", copy } : { kind: "kept" };
  if (copy.basedOn === kept.revision) return { kind: "local", copy };
  return { kind: "both", copy, theirs: kept };
}
