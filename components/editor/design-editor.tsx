"use client";

import { isolateHistory } from "@codemirror/commands";
import type { Command, EditorView } from "@codemirror/view";
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from "react";
import { splitSheet } from "@/lib/notation";
import { difference, keepCaret } from "./caret";
import type { DesignEditorProps, DesignHandle } from "./contract";
import { speak } from "./extensions";
import { formatDesign } from "./format";
import { remarksTransaction } from "./remarks";
import { StatusBar } from "./status-bar";
import { SymbolBar } from "./symbol-bar";
import { Toolbar } from "./toolbar";
import { type Depths, handleOf, openEditor, takeText } from "./view";

/** Milliseconds without a change before the text is underlined: not every half-written word is wrong. */
const PAUSE = 250;
const SILENT = { words: "", times: 0 };

function formatWith(tell: (words: string) => void): Command {
  return (view) => {
    const before = view.state.doc.toString();
    const { text, words } = formatDesign(before);
    const changes = difference(before, text);
    if (changes) {
      const anchor = keepCaret(before, view.state.selection.main.head, text);
      const annotations = isolateHistory.of("full");
      view.dispatch({ changes, selection: { anchor }, annotations, scrollIntoView: true, userEvent: "input.format" });
    }
    tell(words);
    return true;
  };
}

/** The design as text, with colours, completion, remarks in place and the usual keys. Loaded where one writes, nowhere else. */
export function DesignEditor({ ref, ...props }: DesignEditorProps & { readonly ref?: Ref<DesignHandle> }) {
  const { value, design, remarks, onFix, store } = props;
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  const [view, setView] = useState<EditorView | null>(null);
  const [depths, setDepths] = useState<Depths>({ undo: false, redo: false });
  const [said, setSaid] = useState(SILENT);
  const [focused, setFocused] = useState(false);
  const tell = useMemo(() => (words: string) => setSaid(({ times }) => ({ words, times: times + 1 })), []);
  const format = useMemo(() => formatWith(tell), [tell]);

  useLayoutEffect(() => {
    latest.current = props;
  });
  useLayoutEffect(() => {
    if (!host.current) return;
    const opened = openEditor({
      parent: host.current,
      value: latest.current.value,
      handover: latest.current.handover,
      doors: { now: () => latest.current, tell, format },
      events: {
        onText: (text) => {
          setSaid(SILENT);
          latest.current.onChange(text);
        },
        onCaret: (offset) => latest.current.onCaret(offset),
        onHistory: setDepths,
        onFocus: setFocused,
      },
    });
    setView(opened);
    return () => opened.destroy();
  }, [tell, format]);

  useLayoutEffect(() => {
    // A whole sheet was pasted and its decisions moved out: undo takes the paste back, not that.
    if (view) takeText(view, value, splitSheet(view.state.doc.toString().trimStart()).frontMatter === null);
  }, [view, value]);
  useEffect(() => {
    view?.dispatch({ effects: speak(design.dialect) });
  }, [view, design.dialect]);
  useEffect(() => {
    if (!view) return;
    const timer = setTimeout(() => remarksTransaction(view, { remarks, onFix }), PAUSE);
    return () => clearTimeout(timer);
  }, [view, remarks, onFix]);
  useImperativeHandle<DesignHandle | null, DesignHandle | null>(ref, () => view && handleOf(view), [view]);

  return (
    <>
      <Toolbar view={view} depths={depths} store={store} shorthand={design.dialect === "shorthand"} format={format} />
      <div ref={host} />
      <StatusBar id={`${props.id}-keys`} said={said} />
      {focused && view && <SymbolBar view={view} />}
    </>
  );
}
