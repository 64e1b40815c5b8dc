import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from "@codemirror/commands";
import { bracketMatching, indentService, indentUnit } from "@codemirror/language";
import { searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension, Prec } from "@codemirror/state";
import {
  type Command,
  EditorView,
  highlightActiveLineGutter,
  type KeyBinding,
  keymap,
  lineNumbers,
  placeholder,
} from "@codemirror/view";
import type { Dialect } from "@/lib/design";
import { completionSource } from "./completion-source";
import type { DesignEditorProps } from "./contract";
import { fixHere, goToRemark, lineMarks } from "./remarks";
import { room } from "./room";
import { findAndReplace } from "./search-panel";
import { shorthandLanguage } from "./shorthand-language";
import { sqlLanguage } from "./sql-language";
import { theme } from "./theme";
import { highlighting } from "./tokens";

/** How long Escape keeps Tab free, in milliseconds: any other key ends it sooner. */
const TAB_IS_FREE = 600_000;

const language = new Compartment();

/** Colours for what the text turned out to be. */
export function speak(dialect: Dialect) {
  return language.reconfigure(languageOf(dialect));
}

function languageOf(dialect: Dialect): Extension {
  return dialect === "shorthand" ? shorthandLanguage : sqlLanguage;
}

/** A line goes on indented behind a comma, a colon or an open bracket; else as the one above. */
const indentation = indentService.of((context, pos) => {
  const line = context.lineAt(pos, -1).text;
  const above = /^ */.exec(line)?.[0].length ?? 0;
  if (/[{[(]\s*$/.test(line)) return above + 2;
  return /[,:]\s*$/.test(line) ? Math.max(above, 2) : above;
});

const tab: Command = (view) => {
  const { main } = view.state.selection;
  const lines = view.state.doc.lineAt(main.from).number !== view.state.doc.lineAt(main.to).number;
  if (lines) return indentMore(view);
  view.dispatch(view.state.update(view.state.replaceSelection("  "), { scrollIntoView: true, userEvent: "input" }));
  return true;
};

export interface EditorDoors {
  /** The props as they are now. */
  readonly now: () => DesignEditorProps;
  /** Says something in the bar below the text, and aloud. */
  readonly tell: (words: string) => void;
  readonly format: Command;
}

function keys({ tell, format }: EditorDoors): readonly KeyBinding[] {
  const release: Command = (view) => {
    view.setTabFocusMode(TAB_IS_FREE);
    tell("Tab leaves the design now.");
    return true;
  };
  return [
    { key: "F8", run: goToRemark(1, tell), shift: goToRemark(-1, tell), preventDefault: true },
    { key: "Mod-.", run: fixHere(tell), preventDefault: true },
    { key: "Shift-Alt-f", run: format, preventDefault: true },
    { key: "Shift-Mod-f", run: format, preventDefault: true },
    { key: "Tab", run: tab, shift: indentLess },
    { key: "Escape", run: release },
  ];
}

/** Ctrl Enter hands in, here as everywhere on the page; Ctrl K stays the palette's. */
const TAKEN = new Set(["Mod-Enter", "Ctrl-k"]);
const usual = defaultKeymap.filter(({ key, mac }) => !TAKEN.has(key ?? "") && !TAKEN.has(mac ?? ""));

function looks(props: DesignEditorProps): Extension {
  return [
    theme,
    highlighting,
    lineNumbers(),
    lineMarks,
    highlightActiveLineGutter(),
    bracketMatching(),
    EditorView.lineWrapping,
    placeholder(props.placeholder),
    room,
    EditorView.contentAttributes.of({
      id: props.id,
      "aria-labelledby": props.labelledBy,
      "aria-describedby": `${props.describedBy} ${props.id}-keys`,
      "aria-keyshortcuts": "Control+Enter Meta+Enter F8",
      autocapitalize: "off",
      autocorrect: "off",
      spellcheck: "false",
    }),
  ];
}

/** All that the editor is, for one mounting. */
export function extensions(doors: EditorDoors): Extension {
  return [
    language.of(languageOf(doors.now().design.dialect)),
    history(),
    indentUnit.of("  "),
    EditorState.tabSize.of(2),
    indentation,
    closeBrackets(),
    findAndReplace,
    EditorState.languageData.of(() => [{ closeBrackets: { brackets: ["(", "[", "{"] } }]),
    autocompletion({ override: [completionSource(() => doors.now())], icons: false, maxRenderedOptions: 60 }),
    Prec.high(keymap.of(completionKeymap)),
    keymap.of([...closeBracketsKeymap, ...searchKeymap, ...historyKeymap]),
    Prec.low(keymap.of([...keys(doors), ...usual])),
    looks(doors.now()),
  ];
}
