import { snippet } from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";
import type { StoreType } from "@/lib/design";
import { type Snippet, snippetsFor } from "./snippets";

interface InsertMenuProps {
  readonly view: EditorView | null;
  readonly store: StoreType | null;
  readonly press: string;
}

/** Puts a piece on a line of its own, behind the line of the caret where that is not empty. */
export function insertPiece(view: EditorView, { template, label }: Snippet): void {
  const line = view.state.doc.lineAt(view.state.selection.main.head);
  const empty = line.text.trim() === "";
  const from = empty ? line.from : line.to;
  view.focus();
  snippet(empty ? template : `\n${template}`)(view, { label }, from, line.to);
}

/** A few pieces of shorthand for the chosen store. */
export function InsertMenu({ view, store, press }: InsertMenuProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const opener = useRef<HTMLButtonElement>(null);

  function move(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      setOpen(false);
      opener.current?.focus();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const items = [...(list.current?.querySelectorAll("button") ?? [])];
    const { activeElement } = document;
    const at = activeElement instanceof HTMLButtonElement ? items.indexOf(activeElement) : -1;
    items[(Math.max(at, step === 1 ? -1 : 0) + step + items.length) % items.length]?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the buttons inside
    <div
      className="relative"
      onKeyDown={open ? move : undefined}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <button
        ref={opener}
        type="button"
        className={`${press} gap-1`}
        disabled={!view}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        Insert
        <Icon name="down" className="size-3.5" />
      </button>
      {open && view && (
        <ul
          id={id}
          ref={list}
          aria-label="Pieces to insert"
          className="absolute top-full left-0 z-20 mt-1 w-72 max-w-[calc(100vw-3rem)] rounded-md border border-line-strong bg-surface p-1 shadow-float"
        >
          {snippetsFor(store).map((piece) => (
            <li key={piece.label}>
              <button
                type="button"
                className="flex min-h-11 w-full items-center justify-between gap-4 rounded-sm px-2.5 text-left text-small hover:bg-hover focus-visible:-outline-offset-2 md:min-h-8"
                onClick={() => {
                  setOpen(false);
                  insertPiece(view, piece);
                }}
              >
                <span className="font-medium">{piece.label}</span>
                <span className="text-ink-soft">{piece.detail}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
