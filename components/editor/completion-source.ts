import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  pickedCompletion,
  snippetCompletion,
  startCompletion,
} from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import type { Choice } from "./choice";
import { type CompletionRequest, complete } from "./complete";

function insertAndAskAgain(text: string) {
  return (view: EditorView, completion: Completion, from: number, to: number) => {
    view.dispatch({
      changes: { from, to, insert: text },
      selection: { anchor: from + text.length },
      annotations: pickedCompletion.of(completion),
      userEvent: "input.complete",
    });
    startCompletion(view);
  };
}

/** @param order keeps the choices in the order that they were given in. */
function asCompletion(choice: Choice, order: number): Completion {
  const { label, kind, detail, insert, template, again } = choice;
  const shown: Completion = { label, type: kind, boost: -order, ...(detail ? { detail } : {}) };
  if (template !== undefined) return snippetCompletion(template, shown);
  if (again) return { ...shown, apply: insertAndAskAgain(insert ?? label) };
  return insert === undefined ? shown : { ...shown, apply: insert };
}

/** Completion for CodeMirror from the pure one. */
export function completionSource(now: () => Pick<CompletionRequest, "design" | "store">) {
  return (context: CompletionContext): CompletionResult | null => {
    const before = context.state.doc.sliceString(Math.max(0, context.pos - 20_000), context.pos);
    const found = complete({ before, explicit: context.explicit, ...now() });
    if (!found) return null;
    const from = context.pos - before.length + found.from;
    return { from, options: found.choices.map(asCompletion), filter: false };
  };
}
