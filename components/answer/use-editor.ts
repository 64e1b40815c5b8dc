import { type ComponentType, type Ref, type RefObject, useEffect, useRef, useState } from "react";
import type { DesignEditorProps, DesignHandle, Handover } from "@/components/editor/contract";

/** The editor, named by what it takes: an import of its type would be one of its code, too. */
type EditorComponent = ComponentType<DesignEditorProps & { readonly ref?: Ref<DesignHandle> }>;

interface Ready {
  readonly Editor: EditorComponent;
  readonly handover: Handover;
}

interface EditorLoader {
  /** Null until it is there, and where it cannot be had: the plain box does. */
  readonly ready: Ready | null;
  /** To be told of the text before each change that is made in the plain box. */
  readonly typing: (before: string) => void;
}

/** On a phone the keyboard would close and open again; a word that is being composed would be cut. */
function mayNotMoveNow(area: HTMLTextAreaElement, composing: boolean): boolean {
  return area === document.activeElement && (composing || matchMedia("(pointer: coarse)").matches);
}

/** Fetches the editor once the page is there, and takes the plain box's place when nobody is disturbed by that. */
export function useEditor(area: RefObject<HTMLTextAreaElement | null>): EditorLoader {
  const [ready, setReady] = useState<Ready | null>(null);
  const before = useRef<string | null>(null);

  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    let Editor: EditorComponent | null = null;
    let composing = false;
    const takeOver = () => {
      const box = area.current;
      if (!Editor || !box || signal.aborted || mayNotMoveNow(box, composing)) return;
      const handover: Handover = {
        before: before.current ?? box.value,
        selection: [box.selectionStart, box.selectionEnd],
        focused: box === document.activeElement,
      };
      stop.abort();
      setReady({ Editor, handover });
    };
    const load = async () => {
      try {
        Editor = (await import("@/components/editor/design-editor")).DesignEditor;
        takeOver();
      } catch {
        // Not reachable: the plain box stays, and the next connection is another try.
      }
    };
    area.current?.addEventListener("compositionstart", () => (composing = true), { signal });
    area.current?.addEventListener(
      "compositionend",
      () => {
        composing = false;
        setTimeout(takeOver);
      },
      { signal },
    );
    area.current?.addEventListener("blur", () => setTimeout(takeOver), { signal });
    window.addEventListener("online", () => void load(), { signal });
    void load();
    return () => stop.abort();
  }, [area]);

  return {
    ready,
    typing: (text) => {
      before.current ??= text;
    },
  };
}
