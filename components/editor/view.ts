import { isolateHistory, redoDepth, undoDepth } from "@codemirror/commands";
import { Annotation, EditorState, Transaction } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import { difference } from "./caret";
import type { DesignEdit, DesignHandle, Handover } from "./contract";
import { type EditorDoors, extensions } from "./extensions";

/** A change that came from outside: whoever made it knows of it. */
const fromOutside = Annotation.define<true>();

/** Line ends as the editor counts them. */
function oneLineEnd(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

export interface EditorEvents {
  readonly onText: (text: string) => void;
  readonly onCaret: (offset: number) => void;
  /** What can be taken back and done again has changed. */
  readonly onHistory: (depths: Depths) => void;
  readonly onFocus: (focused: boolean) => void;
}

export interface Depths {
  readonly undo: boolean;
  readonly redo: boolean;
}

export function depthsOf(state: EditorState): Depths {
  return { undo: undoDepth(state) > 0, redo: redoDepth(state) > 0 };
}

function listen(events: EditorEvents) {
  return (update: ViewUpdate): void => {
    const { docChanged, selectionSet, state, startState, transactions } = update;
    if (docChanged && !transactions.every((one) => one.annotation(fromOutside))) events.onText(state.doc.toString());
    if (docChanged || selectionSet) events.onCaret(state.selection.main.head);
    if (update.focusChanged) events.onFocus(update.view.hasFocus);
    const before = depthsOf(startState);
    const after = depthsOf(state);
    if (before.undo !== after.undo || before.redo !== after.redo) events.onHistory(after);
  };
}

interface Opening {
  readonly parent: HTMLElement;
  readonly value: string;
  readonly handover: Handover;
  readonly doors: EditorDoors;
  readonly events: EditorEvents;
}

/** Takes the place of the plain box: the same text, caret and focus; what was typed there can be taken back here. */
export function openEditor({ parent, value, handover, doors, events }: Opening): EditorView {
  const state = EditorState.create({
    doc: oneLineEnd(handover.before),
    extensions: [extensions(doors), EditorView.updateListener.of(listen(events))],
  });
  const view = new EditorView({ state, parent });
  takeText(view, value, true);
  const [anchor, head] = handover.selection.map((at) => Math.min(at, view.state.doc.length));
  view.dispatch({ selection: { anchor: anchor ?? 0, head: head ?? 0 } });
  if (handover.focused) view.focus();
  return view;
}

/** Takes up a text that was changed outside, as one step that undo takes back if `undoable`. */
export function takeText(view: EditorView, text: string, undoable: boolean): void {
  const change = difference(view.state.doc.toString(), oneLineEnd(text));
  if (!change) return;
  view.dispatch({
    changes: change,
    annotations: [fromOutside.of(true), undoable ? isolateHistory.of("full") : Transaction.addToHistory.of(false)],
  });
}

/** One step of its own in the history. */
export function changeAt(view: EditorView, edits: readonly DesignEdit[]): void {
  const clamp = (at: number) => Math.max(0, Math.min(at, view.state.doc.length));
  const sorted = [...edits].sort((a, b) => a.start - b.start);
  const changes = view.state.changes(
    sorted.map(({ start, end, text }) => ({ from: clamp(start), to: clamp(Math.max(start, end)), insert: text })),
  );
  const last = sorted.at(-1);
  view.dispatch({
    changes,
    ...(last ? { selection: { anchor: changes.mapPos(clamp(Math.max(last.start, last.end)), 1) } } : {}),
    annotations: isolateHistory.of("full"),
    scrollIntoView: true,
    userEvent: "input.edit",
  });
}

export function handleOf(view: EditorView): DesignHandle {
  const clamp = (at: number) => Math.max(0, Math.min(at, view.state.doc.length));
  return {
    focus: () => view.focus(),
    select: (start, end) => {
      view.focus();
      const [anchor, head] = [clamp(start), clamp(Math.max(start, end))];
      view.dispatch({
        selection: { anchor, head },
        effects: EditorView.scrollIntoView(anchor, { y: "center" }),
        userEvent: "select",
      });
    },
    change: (edits) => {
      view.focus();
      changeAt(view, edits);
    },
  };
}
