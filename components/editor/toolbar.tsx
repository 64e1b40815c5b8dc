import { redo, undo } from "@codemirror/commands";
import { openSearchPanel } from "@codemirror/search";
import type { Command, EditorView } from "@codemirror/view";
import type { StoreType } from "@/lib/design";
import { InsertMenu } from "./insert-menu";
import type { Depths } from "./view";

interface ToolbarProps {
  readonly view: EditorView | null;
  readonly depths: Depths;
  readonly store: StoreType | null;
  /** False where the text is SQL or the like: the pieces are shorthand. */
  readonly shorthand: boolean;
  readonly format: Command;
}

const PRESS =
  "inline-flex min-h-11 min-w-11 items-center justify-center rounded-sm px-2.5 text-small text-ink-soft md:min-h-8 " +
  "enabled:hover:bg-hover enabled:hover:text-ink disabled:text-ink-faint disabled:opacity-60 focus-visible:-outline-offset-2";

/** What can be done with the text, for those who do not know the keys; each says its key. */
export function Toolbar({ view, depths, store, shorthand, format }: ToolbarProps) {
  const run = (command: Command) => () => {
    if (!view) return;
    view.focus();
    command(view);
  };
  return (
    <div
      role="toolbar"
      aria-label="Design"
      className="flex h-11 items-center gap-0.5 border-b border-line px-1 font-sans md:h-10"
    >
      <InsertMenu view={shorthand ? view : null} store={store} press={PRESS} />
      <span className="mx-1 h-5 w-px bg-line" aria-hidden="true" />
      <button type="button" className={PRESS} disabled={!depths.undo} title="Ctrl Z or ⌘ Z" onClick={run(undo)}>
        Undo
      </button>
      <button type="button" className={PRESS} disabled={!depths.redo} title="Ctrl Y or ⇧ ⌘ Z" onClick={run(redo)}>
        Redo
      </button>
      <span className="grow" />
      <button type="button" className={PRESS} title="Ctrl F or ⌘ F" onClick={() => view && openSearchPanel(view)}>
        Find
      </button>
      <button type="button" className={PRESS} title="Alt Shift F" onClick={run(format)}>
        Format
      </button>
    </div>
  );
}
