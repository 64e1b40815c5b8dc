"use client";

import { useEffect, useId, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { InlineCode } from "@/components/ui/inline-code";
import type { Design } from "@/lib/design";
import type { Diagnostic } from "@/lib/diagnostics";
import { addAttribute, addTable, type EditRefusal, readSheet } from "@/lib/notation";
import type { Edit, Editing } from "./edits";
import { TYPES, targetsOf } from "./facts";
import { NewName } from "./new-name";
import { REFUSAL_WORDS } from "./refusal-words";
import { TablePart } from "./table-part";

interface TableFormProps {
  /** The whole sheet. */
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Shows a place of the sheet as text. */
  readonly onWrite: (start: number) => void;
}

interface Notice {
  readonly words: string;
  /** What undo puts back, while the text is still `after`. */
  readonly before: string | null;
  readonly after: string;
}

/** The design as a form. It holds nothing of its own: each change is an edit of the one text. */
export function TableForm({ text, onText, onWrite }: TableFormProps) {
  const typesId = useId();
  const root = useRef<HTMLDivElement>(null);
  const focusNext = useRef<string | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const outcome = useMemo(() => readSheet(text), [text]);
  const { design } = outcome.value;
  const targets = useMemo(() => targetsOf(design), [design]);

  useEffect(() => {
    const key = focusNext.current;
    focusNext.current = null;
    if (key !== null && text) root.current?.querySelector<HTMLElement>(`[data-focus="${key}"]`)?.focus();
  }, [text]);

  function change(edit: Edit, focus?: string): EditRefusal | null {
    const edited = edit(text);
    if (!edited.ok) {
      setNotice({ words: REFUSAL_WORDS[edited.code], before: null, after: text });
      return edited.code;
    }
    focusNext.current = focus ?? null;
    setNotice(null);
    onText(edited.text);
    return null;
  }

  function remove(what: string, edit: Edit, focus: string): void {
    const edited = edit(text);
    if (!edited.ok) {
      setNotice({ words: REFUSAL_WORDS[edited.code], before: null, after: text });
      return;
    }
    focusNext.current = focus;
    onText(edited.text);
    setNotice({ words: removalWords(what, edited), before: text, after: edited.text });
  }

  const editing: Editing = { change, remove, write: onWrite };
  // A table's name changes under the fingers; its place stays, and keeps the focus.
  const slots = design.tables.map((table, at) => ({ id: `table-${at}`, table, at }));
  const shown = notice !== null && notice.after === text ? notice : null;
  return (
    <div ref={root} className="space-y-4 pt-1">
      <datalist id={typesId}>
        {TYPES.map((type) => (
          <option key={type} value={type} />
        ))}
      </datalist>
      <BadLines errors={outcome.diagnostics.filter((one) => one.severity === "error")} onWrite={onWrite} />
      {slots.map(({ id, table, at }) => (
        <TablePart key={id} {...{ design, table, at, targets, typesId, editing }} />
      ))}
      <NewName
        label="new table"
        button="Add table"
        focusKey="new-table"
        onAdd={(name) => change((now) => withKey(now, name), `t${mainTables(design)}-new`)}
      />
      <OnlyText design={design} onWrite={onWrite} />
      <div role="status" className="sticky bottom-3 z-10">
        {shown && (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-md border border-line-strong bg-surface px-4 py-2 text-small shadow-float">
            <p className="min-w-0 grow basis-48">{shown.words}</p>
            {shown.before !== null && (
              <Button
                size="small"
                onClick={() => {
                  focusNext.current = "new-table";
                  onText(shown.before ?? text);
                }}
              >
                Undo
              </Button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}

const mainTables = (design: Design) => design.tables.filter((table) => table.section === null).length;

/** A new table with a key: nearly every table begins so, and one press takes it out. */
function withKey(text: string, name: string) {
  const added = addTable(text, name);
  if (!added.ok) return added;
  return addAttribute(added.text, mainTables(readSheet(text).value.design), { name: "id", notes: { primary: true } });
}

function removalWords(what: string, edited: Extract<ReturnType<Edit>, { ok: true }>): string {
  const [gone, refers] = "gone" in edited ? [edited.gone, edited.refers] : [[], []];
  const went = gone.length > 0 ? `, with ${gone.join(" and ")}` : "";
  return `Removed ${what}${went}.${refers.length > 0 ? ` Still named by ${refers.join(", ")}.` : ""}`;
}

function BadLines({ errors, onWrite }: { errors: readonly Diagnostic[]; onWrite: (start: number) => void }) {
  if (errors.length === 0) return null;
  return (
    <section aria-label="Not shown here" className="rounded-md bg-partly-soft px-4 py-3 text-small">
      <p className="font-medium">Not understood, and so not shown here:</p>
      <ul>
        {errors.slice(0, 8).map((error) => (
          <li key={`${error.span.start} ${error.message}`}>
            <button
              type="button"
              onClick={() => onWrite(error.span.start)}
              className="min-h-11 text-left underline underline-offset-4 md:min-h-8"
            >
              <InlineCode text={error.message} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What has no form: key templates and edges. */
function OnlyText({ design, onWrite }: { design: Design; onWrite: (start: number) => void }) {
  const lines = [
    ...design.templates.map((one) => ({ words: `${one.name.text} = ${one.holds}`, start: one.span.start })),
    ...design.edges.map((one) => ({ words: `${one.from} –${one.name.text}→ ${one.to}`, start: one.span.start })),
  ];
  if (lines.length === 0) return null;
  return (
    <ul aria-label="Changed as text" className="divide-y divide-line rounded-md border border-line bg-surface">
      {lines.map((line) => (
        <li key={`${line.start}`} className="flex flex-wrap items-center gap-x-3 px-3 py-1 text-small">
          <span className="min-w-0 grow font-mono break-words">{line.words}</span>
          <Button
            size="small"
            variant="ghost"
            onClick={() => onWrite(line.start)}
            aria-label={`Edit ${line.words} as text`}
          >
            Edit as text
          </Button>
        </li>
      ))}
    </ul>
  );
}
